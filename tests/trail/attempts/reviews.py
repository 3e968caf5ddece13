"""Who has approved, and who has signed the merge."""

from __future__ import annotations

from tests.helpers.histories import Who
from tests.trail.attempts.attempt import REQUIRED, Act, Attempt
from tests.trail.world import AUTHOR, FORGE_KEY, GOOD, OTHER_KEY, RECORD, Reviewed, World


def _reviewed(*reviews: Reviewed, **how: object) -> Act:
    def act(world: World) -> None:
        world.arguments += ["--require", "T3"]
        world.merge(reviews=reviews, **how)  # type: ignore[arg-type]

    return act


def _old_head(*, same: bool) -> Act:
    """Both approved an earlier commit; the last one adds something, or (as a rebase) nothing."""

    def act(world: World) -> None:
        world.arguments += ["--require", "T3"]
        old = world.proposed()
        files = {} if same else {RECORD: world.text(RECORD) + "# added after the review\n"}
        head = world.history.change(old, files, AUTHOR, "One more")
        world.merge(head, reviews=[Reviewed("s-0103", of=old), Reviewed("s-0104", of=old)])

    return act


def _written_by(name: str, email: str) -> Act:
    def act(world: World) -> None:
        world.arguments += ["--require", "T3"]
        world.merge(world.proposed(who=Who(name, email)))

    return act


def _rules_reviewed(world: World) -> None:
    world.arguments += ["--require", "T3"]
    world.merge(world.proposed(world.noted("policies/trail.yaml")))


def _signed_by(signer: object, level: str) -> Act:
    def act(world: World) -> None:
        world.arguments += ["--require", level]
        world.merge(signer=signer)  # type: ignore[arg-type]

    return act


def _key_ended(world: World) -> None:
    text = world.text("policies/trail.yaml").replace("from: 2026-01-01,", "from: 2026-01-01, until: 2026-11-22,")
    world.merge(world.proposed({"policies/trail.yaml": text}))
    world.arguments += ["--require", "T2"]


_REVIEWER, _NOBODY = "mao.dinghai@paper-boat.example", "nobody@elsewhere.example"


def _refused(minutes: int) -> Reviewed:
    return Reviewed("s-0103", "changes-requested", minutes=minutes)


REVIEWED = (
    Attempt("honest: two heads of units", _reviewed(*GOOD)),
    Attempt("honest: rules, too", _rules_reviewed),
    Attempt(
        "honest: approved again after a refusal", _reviewed(Reviewed("s-0103", "changes-requested", minutes=-90), *GOOD)
    ),
    Attempt("honest: an old head with the same content", _old_head(same=True)),
    Attempt("an old head", _old_head(same=False), 1, REQUIRED, "an old head"),
    Attempt("merged without approvals", _reviewed(), 1, REQUIRED, "0 independent approvals"),
    Attempt("one is not two", _reviewed(GOOD[0]), 1, REQUIRED, "1 independent approvals"),
    Attempt("the author approves", _reviewed(GOOD[0], Reviewed("s-0108")), 1, REQUIRED, "a change of their own"),
    Attempt("by a second account", _reviewed(GOOD[0], Reviewed("s-0108b")), 1, REQUIRED, "by a second account"),
    Attempt("one person twice", _reviewed(GOOD[1], Reviewed("s-0104b")), 1, REQUIRED, "counts once"),
    Attempt("dismissed", _reviewed(GOOD[0], Reviewed("s-0104", "dismissed")), 1, REQUIRED, "was dismissed"),
    Attempt("withdrawn", _reviewed(*GOOD, _refused(-5)), 1, REQUIRED, "asked for changes"),
    Attempt("mere comments", _reviewed(GOOD[0], Reviewed("s-0104", "commented")), 1, REQUIRED, "approved nothing"),
    Attempt("after the merge", _reviewed(GOOD[0], Reviewed("s-0104", minutes=9)), 1, REQUIRED, "before the merge"),
    Attempt("without the role", _reviewed(GOOD[0], Reviewed("s-0107")), 1, REQUIRED, "none of the roles"),
    Attempt("a stranger", _reviewed(GOOD[0], Reviewed("stranger")), 1, REQUIRED, "nobody's in people.yaml"),
    Attempt("who wrote a commit", _written_by("錨定海", _REVIEWER), 1, REQUIRED, "wrote a commit"),
    Attempt("an unknown author", _written_by("Nobody", _NOBODY), 1, "authors-are-known", "nobody in people.yaml"),
    Attempt("proposed by a stranger", _reviewed(*GOOD, author="stranger"), 1, REQUIRED, "independent"),
    Attempt("no evidence", lambda world: _reviewed()(world) or world.entries.clear(), 1, REQUIRED, "no entry"),
    Attempt("honest: signed by the forge", _signed_by(FORGE_KEY, "T2")),
    Attempt("not signed", _signed_by(None, "T2"), 1, REQUIRED, "no signature"),
    Attempt("signed by another key", _signed_by(OTHER_KEY, "T2"), 1, REQUIRED, "no such key"),
    Attempt("signed by a key that had ended", _key_ended, 1, REQUIRED, "not valid on"),
)
