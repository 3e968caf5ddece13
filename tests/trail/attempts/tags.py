"""The reviewers' own signatures."""

from __future__ import annotations

from tests.trail.attempts.attempt import REQUIRED, Act, Attempt
from tests.trail.world import AUTHOR, HEAD_KEY, OTHER_KEY, World


def _tagged(who: str = "s-0104", **how: object) -> Act:
    def act(world: World) -> None:
        world.arguments += ["--require", "T4"]
        head = world.proposed()
        other = world.history.line[0]
        world.merge(head)
        world.tag(who, other if "other" in how else head, how.get("signer", HEAD_KEY), how.get("number"))  # type: ignore[arg-type]

    return act


def _tag_of_old_head(world: World) -> None:
    world.arguments += ["--require", "T4"]
    old = world.proposed()
    world.merge(world.history.change(old, {}, AUTHOR, "Nothing more"))
    world.tag("s-0104", old)


def _moved_tag(world: World) -> None:
    _tagged(number=99)(world)
    tag = world.history.repo.git("rev-parse", "refs/tags/review/99/s-0104")
    world.history.repo.git("tag", "--delete", "review/99/s-0104")
    world.history.ref(f"refs/tags/review/{world.number}/s-0104", tag)


def _nobody_signs(world: World) -> None:
    world.arguments += ["--require", "T4"]
    world.merge()


TAGGED = (
    Attempt("honest: a reviewer signs", _tagged()),
    Attempt("honest: a reviewer signed an old head with the same content", _tag_of_old_head),
    Attempt("nobody signs", _nobody_signs, 1, REQUIRED, "review/1/"),
    Attempt("a tag without a signature", _tagged(signer=None), 1, REQUIRED, "no signature"),
    Attempt("somebody else signs", _tagged("s-0107"), 1, REQUIRED, "not the tag of somebody"),
    Attempt("by another key", _tagged(signer=OTHER_KEY), 1, REQUIRED, "no such key"),
    Attempt("of something else", _tagged(other=True), 1, REQUIRED, "not what was merged"),
    Attempt("a tag taken from another review", _moved_tag, 1, REQUIRED, "no reviewer has signed"),
)
