"""Commits that the branch is known to have been at, and checkpoints."""

from __future__ import annotations

from tests.helpers.histories import Commit
from tests.trail.attempts.attempt import CHECKPOINT, REWRITTEN, Act, Attempt
from tests.trail.world import AUTHOR, HEAD_KEY, OTHER_KEY, World
from vendorbook.gate.others import own_rules
from vendorbook.repository.git_objects import Commit as CommitFiles
from vendorbook.trail.checkpoints import Checkpoint, message_of


def _rewritten(world: World) -> Commit:
    """Another history takes the place of two merges; the commit that the branch was seen at is given back."""
    start = world.history.main
    world.merge(reviews=None)
    seen = world.merge(reviews=None)
    world.history.main = start
    world.merge(world.proposed(world.noted(note="another")), reviews=None)
    return seen


def _named_tip(world: World) -> None:
    world.arguments += ["--known-tip", _rewritten(world).id]


def _honest_tip(world: World) -> None:
    world.arguments += ["--known-tip", world.merge().id]
    world.merge()


def _tip_ahead(world: World) -> None:
    older = world.merge()
    world.arguments += ["--known-tip", world.merge().id, "--tip", older.id]


def _unheard_of(world: World) -> None:
    world.merge()
    world.arguments += ["--known-tip", "5" * 40]


def _stated(world: World) -> None:
    seen = _rewritten(world)
    text = world.text("policies/trail.yaml") + f'known_tips: [{{commit: "{seen.id}", seen_on: 2026-11-23}}]\n'
    world.merge(world.proposed({"policies/trail.yaml": text}), reviews=None)


def _start_is_gone(world: World) -> None:
    text = world.text("policies/trail.yaml") + f'start: "{"4" * 40}"\n'
    world.merge(world.proposed({"policies/trail.yaml": text}))


def _later_start(world: World) -> None:
    """What came before the start is accepted as it is."""
    folder = world.history.on_main(world.noted())
    world.history.moved(world.history.commit((world.history.main.id,), folder, "A change", AUTHOR))
    text = world.text("policies/trail.yaml") + f'start: "{world.history.main.id}"\n'
    world.merge(world.proposed({"policies/trail.yaml": text}))


def _evidence_tells(world: World) -> None:
    start = world.history.main
    world.merge()
    world.history.main = start
    world.merge(world.proposed(world.noted(note="another")))


def _checkpoint(
    world: World, commit: Commit, merges: int, *, sign: bool = True, evidence: str | None = None, **other: str
) -> None:
    """A checkpoint as the tool makes it, or altered."""
    digest = other.get("digest") or _digest_at(world, commit)
    said = message_of(Checkpoint(commit.id, world.history.line[0].id, merges, evidence, digest)).rstrip("\n")
    key = OTHER_KEY if "stranger" in other else HEAD_KEY
    name = "checkpoint/2026-11-23"
    world.history.tag(name, commit, other.get("message") or said, AUTHOR, sign=key.sign if sign else None)


def _digest_at(world: World, commit: Commit) -> str:
    world.history.done()
    return own_rules(CommitFiles(world.history.path, commit.id)).digest


def _checked(merges: int = 1, **other: object) -> Act:
    def act(world: World) -> None:
        _checkpoint(world, world.merge(), merges, **other)  # type: ignore[arg-type]
        world.merge()

    return act


def _checkpoint_gone(world: World) -> None:
    _checkpoint(world, _rewritten(world), 2)


def _not_annotated(world: World) -> None:
    world.history.ref("refs/tags/checkpoint/2026-11-23", world.merge().id)


def _renamed(world: World) -> None:
    _checkpoint(world, world.merge(), 1)
    tag = world.history.repo.git("rev-parse", "refs/tags/checkpoint/2026-11-23")
    world.history.repo.git("tag", "--delete", "checkpoint/2026-11-23")
    world.history.ref("refs/tags/checkpoint/2027-01-01", tag)


def _evidence_rewound(world: World) -> None:
    commit = world.merge()
    world.merge()
    world.done()
    tip = world.history.repo.git("rev-parse", "evidence")
    _checkpoint(world, commit, 1, evidence=tip)
    world.history.repo.git("update-ref", "refs/heads/evidence", "evidence~1")
    world.entries.pop()


def _start_moved(world: World) -> None:
    """Something was pushed; then the start is moved beyond it, by the rules' own way."""
    _checkpoint(world, world.merge(), 1)
    _later_start(world)


KNOWN = (
    Attempt("honest: a known tip", _honest_tip),
    Attempt("honest: a known tip after the one asked about", _tip_ahead),
    Attempt("rewritten, and the auditor knows", _named_tip, 1, REWRITTEN, "--known-tip"),
    Attempt("rewritten from the beginning", _unheard_of, 1, REWRITTEN, "5" * 40),
    Attempt("rewritten, and the rules know", _stated, 1, REWRITTEN, "2026-11-23"),
    Attempt("rewritten, and the evidence knows", _evidence_tells, 1, REWRITTEN, "entry 1"),
    Attempt("the start is gone", _start_is_gone, 1, REWRITTEN, "the start"),
    Attempt("honest: a later start", _later_start),
    Attempt("the start was moved, and a checkpoint knows", _start_moved, 1, CHECKPOINT, "verified no more"),
    Attempt("honest: a checkpoint", _checked()),
    Attempt("honest: a checkpoint without a signature", _checked(sign=False)),
    Attempt("rewritten, and a checkpoint knows", _checkpoint_gone, 1, REWRITTEN, "checkpoint/2026-11-23"),
    Attempt("a checkpoint that counts wrongly", _checked(merges=7), 1, CHECKPOINT, "says 7 merges"),
    Attempt("a checkpoint of other rules", _checked(digest="sha256:" + "0" * 64), 1, CHECKPOINT, "digest of the rules"),
    Attempt("a checkpoint by nobody's key", _checked(stranger="yes"), 1, CHECKPOINT, "no such key"),
    Attempt("a checkpoint that is no JSON", _checked(message="all is well"), 1, CHECKPOINT, "not JSON"),
    Attempt("a checkpoint that is no tag", _not_annotated, 1, CHECKPOINT, "annotated"),
    Attempt("a checkpoint under another name", _renamed, 1, CHECKPOINT, "its name"),
    Attempt("the evidence was cut", _evidence_rewound, 1, REWRITTEN, "evidence branch"),
)
