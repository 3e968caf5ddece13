"""Is a merge what merging its parents gives? What was slipped in, or left out, while merging was in no review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vendorbook import git
from vendorbook.git import Merged, Merging
from vendorbook.model import CannotJudge
from vendorbook.trail.steps import Step

_UNRELATED = ("?",)


def unclean(root: Path, steps: Sequence[Step]) -> dict[str, tuple[str, ...]]:
    """For each merge that is not what merging its parents gives, the files in which it differs from that.

    Files in which the parents conflict are among them: somebody has resolved that by hand.
    """
    merges = [step for step in steps if step.head is not None]
    apart = [step for step in merges if not step.is_ahead]
    # Where the head comes after the base, merging gives the head's own tree, and the head came with the merge.
    trees = {step.id: (step.commits[-1].tree, step.commit.tree) for step in merges if step.is_ahead}
    differ = {id: pair for id, pair in trees.items() if pair[0] != pair[1]}
    changed = git.changes_of_trees(root, differ.values())
    found = {id: tuple(each.path for each in files) for id, files in zip(differ, changed, strict=True)}
    return found | dict(_apart(root, apart))


def _apart(root: Path, steps: Sequence[Step]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same for those whose base had moved on, where git has to merge anew."""
    if not steps:
        return
    merging = Merging(root)
    for step, merged in zip(steps, _merged(merging, steps), strict=True):
        if merged is None:
            yield step.id, _UNRELATED
        elif merged.conflicts:
            yield step.id, merged.conflicts
        elif merged.tree != step.commit.tree:
            yield step.id, tuple(each.path for each in git.changed_files(merging.root, merged.tree, step.commit.tree))


def _merged(merging: Merging, steps: Sequence[Step]) -> list[Merged | None]:
    pairs = [(step.base, step.head or "") for step in steps]
    try:
        return list(merging.merged_each(pairs))
    except CannotJudge:
        return [_one(merging, *pair) for pair in pairs]


def _one(merging: Merging, base: str, head: str) -> Merged | None:
    """None where the two have nothing in common, so that nobody can have merged them cleanly."""
    try:
        return merging.merged(base, head)
    except CannotJudge:
        return None
