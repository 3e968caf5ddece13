"""The history that goes into a pack: which references of the clone, by the names that they have in any clone."""

from __future__ import annotations

from pathlib import Path

from vendorbook import git
from vendorbook.trail.ledger.reading import BRANCH

_PLACES = ("refs/heads/{}", "refs/remotes/origin/{}")
_TAGS = ("checkpoint/", "review/")


def refs_of(root: Path, commit: str) -> dict[str, str]:
    """HEAD (the commit that the pack is of), main, the evidence branch, and the tags of checkpoints and reviews.

    A branch that is not there is left out; that of `origin` stands in for one that was only fetched.
    """
    branches = {f"refs/heads/{name}": _tip(root, name) for name in ("main", BRANCH)}
    tags = {f"refs/tags/{tag.name}": tag.id for prefix in _TAGS for tag in git.tag_refs(root, prefix)}
    return {"HEAD": commit, **{ref: id for ref, id in branches.items() if id}, **tags}


def _tip(root: Path, name: str) -> str | None:
    return next((id for place in _PLACES if (id := git.ref_target(root, place.format(name)))), None)
