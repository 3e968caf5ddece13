"""The form in which a change comes, and what is in a merge."""

from __future__ import annotations

from tests.helpers.histories import Commit
from tests.trail.attempts.attempt import CLEAN, FORM, ORDER, Act, Attempt
from tests.trail.world import AUTHOR, OTHER, RECORD, SUPPLIER, World


def _plain(message: str, parents: int = 1) -> Act:
    def act(world: World) -> None:
        heads = [world.proposed(world.noted(note=str(number))) for number in range(parents - 1)]
        ids = [world.history.main.id, *(head.id for head in heads)]
        folder = world.history.on_main(world.noted(note=str(parents - 2 if parents > 1 else 0)))
        world.history.moved(world.history.commit(ids, folder, message, AUTHOR))

    return act


def _slipped_in(world: World) -> None:
    head = world.proposed()
    world.merge(head, world.history.on_main({**world.noted(), SUPPLIER: world.text(SUPPLIER) + "# slipped in\n"}))


def _slipped_in_beside(world: World) -> None:
    """While the base has moved on, so that the merge has to be made anew to see it."""
    base = world.history.main
    world.merge()
    head = world.proposed({OTHER: world.text(OTHER) + "# of the branch\n"}, base=base)
    files = {OTHER: world.text(OTHER) + "# of the branch\n", SUPPLIER: world.text(SUPPLIER) + "# slipped in\n"}
    world.merge(head, world.history.on_main(files))


def _moved_on(world: World) -> None:
    base = world.history.main
    world.merge()
    files = {OTHER: world.text(OTHER) + "# of the branch\n"}
    world.merge(world.proposed(files, base=base), world.history.on_main(files))


def _resolved_by_hand(world: World) -> None:
    base = world.history.main
    world.merge(world.proposed({SUPPLIER: world.text(SUPPLIER) + "# ours\n"}))
    files = {SUPPLIER: world.text(SUPPLIER) + "# theirs\n"}
    world.merge(
        world.proposed({SUPPLIER: base_text(world, base) + "# theirs\n"}, base=base), world.history.on_main(files)
    )


def base_text(world: World, base: Commit) -> str:
    return world.history.repo.git("cat-file", "blob", str(base.folder.at(SUPPLIER))) + "\n"


def _left_out(world: World) -> None:
    """The merge has nothing of what it merges."""
    world.merge(world.proposed(), world.history.main.folder)


def _unrelated(world: World) -> None:
    orphan = world.history.commit((), world.history.main.folder, "From nowhere", AUTHOR)
    world.number += 1
    world.merge(orphan, world.history.main.folder, reviews=None)


def _other_way_round(world: World) -> None:
    """The branch merges the base into itself, and is pushed in its place."""
    head = world.proposed()
    world.history.main = world.history.commit(
        (head.id, world.history.main.id), head.folder, "Merge pull request #1 from paper-boat/x", AUTHOR
    )


def _dated_back(world: World) -> None:
    world.merge()
    world.history.later(days=-3)
    world.merge()


def _of_forge(message: str) -> Act:
    def act(world: World) -> None:
        head = world.proposed()
        world.history.moved(world.history.commit((world.history.main.id, head.id), head.folder, message, AUTHOR))

    return act


_BY_GITLAB = "Merge branch 'a' into 'main'\n\nA\n\nSee merge request firm/register!7"
_BY_GITEA = "Reviewed-on: https://forge.example/firm/register/pulls/7"

FORMS = (
    Attempt("honest: merged", lambda world: world.merge() and None),
    Attempt("honest: the base had moved on", _moved_on),
    Attempt("honest: as GitLab merges", _of_forge(_BY_GITLAB)),
    Attempt("honest: as Gitea merges", _of_forge(f"A change (#7)\n\n{_BY_GITEA}")),
    Attempt("honest: by its title", _of_forge("A change (#7)")),
    Attempt("pushed directly", _plain("A change"), 1, FORM, "pushed directly"),
    Attempt("squashed", _plain("A change (#12)"), 1, FORM, "#12 was squashed or rebased"),
    Attempt("squashed by Gitea", _plain(f"A\n\n{_BY_GITEA}"), 1, FORM, "#7 was squashed"),
    Attempt("a forged message", _plain("Merge pull request #12 from paper-boat/x"), 1, FORM, "one parent only"),
    Attempt("no number", _plain("Merge branch 'x'", 2), 1, FORM, "no number"),
    Attempt("an octopus", _plain("Merge pull request #12 from paper-boat/x", 3), 1, FORM, "several branches"),
    Attempt("slipped in while merging", _slipped_in, 1, CLEAN, SUPPLIER),
    Attempt("slipped in while the base moved on", _slipped_in_beside, 1, CLEAN, SUPPLIER),
    Attempt("a conflict resolved in the merge", _resolved_by_hand, 1, CLEAN, SUPPLIER),
    Attempt("merged and left out", _left_out, 1, CLEAN, RECORD),
    Attempt("histories that have nothing in common", _unrelated, 1, CLEAN, "no history in common"),
    Attempt("merged the other way round", _other_way_round, 1, FORM, "pushed directly"),
    Attempt("dated back", _dated_back, 1, ORDER, "2026-11-20"),
)
