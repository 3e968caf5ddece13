"""What the rules of a merge's own base say of it, years later."""

from __future__ import annotations

import re

from tests.trail.attempts.attempt import LOOSENED, Act, Attempt
from tests.trail.world import AUTHOR, OTHER, RECORD, World

_KEPT = "policies/history/supplier-is-kept.yaml"
_GONE = """\
id: moon-is-full
title: {zh-TW: 月圓, en: The moon is full}
severity: error
check: moon_is_full
message: {zh-TW: 月缺, en: it is not}
why: {zh-TW: 月, en: moon}
fix: {zh-TW: 等, en: wait}
examples:
  as_of: 2026-01-01
  pass: {full: {engagement.yaml: "id: a"}}
  fail: {new: {engagement.yaml: "id: a # <- finding"}}
"""


def _removed(world: World) -> None:
    world.merge(world.proposed({OTHER: None, "vendors/night-owl/evidence/iso-9001.pdf": None}))


def _weakened(world: World) -> None:
    """The rule goes, the supplier goes, the rule comes back: each is in order by the rules of its day."""
    rule = world.text(_KEPT)
    world.merge(world.proposed({_KEPT: None}))
    folder = world.history.main.folder.at("vendors/night-owl")
    names = _below(folder, "vendors/night-owl")
    world.merge(world.proposed(dict.fromkeys(names)))
    world.merge(world.proposed({_KEPT: rule}))


def _tried(world: World) -> None:
    rule = world.text(_KEPT)
    world.merge(world.proposed({_KEPT: None}))
    world.merge(world.proposed(world.noted()))
    world.merge(world.proposed({_KEPT: rule}))


def _loosened_for_good(world: World) -> None:
    world.merge(world.proposed({_KEPT: None}))
    folder = world.history.main.folder.at("vendors/night-owl")
    world.merge(world.proposed(dict.fromkeys(_below(folder, "vendors/night-owl"))))


def _below(folder: object, path: str) -> list[str]:
    names = getattr(folder, "names", {})
    return [each for name, below in names.items() for each in _below(below, f"{path}/{name}")] if names else [path]


def _both_halves(world: World) -> None:
    world.merge(world.proposed({_KEPT: None, **world.noted()}))


def _forgotten_check(world: World) -> None:
    """A base whose rules name a check that this version has no more, mended by the next merge."""
    path = "policies/house/moon-is-full.yaml"
    world.history.moved(
        world.history.commit((world.history.main.id,), world.history.on_main({path: _GONE}), "x", AUTHOR)
    )
    start = world.history.main
    world.merge(world.proposed({path: None}), reviews=None)
    world.merge(world.proposed(world.noted("policies/trail.yaml")), reviews=None)
    world.arguments += ["--since", start.id]


def _many(*, declared: bool) -> Act:
    def act(world: World) -> None:
        drafts = {f"vendors/paper-crane/site-{number}/engagement.yaml": _site(world, number) for number in range(6)}
        world.merge(world.proposed(drafts), mass=True)
        changed = {path: world.text(path) + "# a note\n" for path in drafts}
        world.merge(world.proposed(changed), mass=declared)

    return act


def _site(world: World, number: int) -> str:
    return re.sub(r"^id: website", f"id: site-{number}", world.text(RECORD), flags=re.MULTILINE)


REPLAYED = (
    Attempt("a supplier was removed", _removed, 1, "supplier-is-kept"),
    Attempt("records and rules at once", _both_halves, 1, "records-and-rules-change-apart"),
    Attempt("rules weakened, abused, restored", _weakened, 1, LOOSENED, says="supplier-is-kept"),
    Attempt("honest: rules tried, nothing done under them, restored", _tried),
    Attempt("honest: rules loosened for good", _loosened_for_good),
    Attempt("a check that is there no more", _forgotten_check, 2, says="moon_is_full"),
    Attempt("honest: a mass change that was declared", _many(declared=True)),
    Attempt("a mass change that was not", _many(declared=False), 1, "mass-change-is-declared"),
)
