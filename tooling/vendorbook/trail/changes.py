"""A change that has been merged, as the gate looks at one that is asked about: from what is known of the history."""

from __future__ import annotations

from functools import cached_property

from vendorbook.gate import Proposal
from vendorbook.git import CommitObject
from vendorbook.history import FileChange
from vendorbook.repository.past import Past, PastTree
from vendorbook.trail.steps import Step


class PastChange(Proposal):
    """The change of a step: what it did to its base, whether or not that is what merging its head comes to."""

    def __init__(self, step: Step, past: Past, prefix: str) -> None:
        self.root = past.root
        self.base = step.base
        self.head = step.head or step.id
        self.tree = step.commit.tree
        self.keeps = None
        self._prefix = prefix
        self._step = step
        self._past = past

    @cached_property
    def files(self) -> tuple[FileChange, ...]:
        return self.from_root(self._step.files)

    @cached_property
    def before(self) -> PastTree:
        return self._past.snapshot(self._step.base_tree, self.base, self._focus())

    @cached_property
    def after(self) -> PastTree:
        return self._past.snapshot(self.tree, None, self._focus())

    @cached_property
    def whole_before(self) -> PastTree:
        return self._past.snapshot(self._step.base_tree, self.base)

    @cached_property
    def whole_after(self) -> PastTree:
        return self._past.snapshot(self.tree)

    @cached_property
    def commits(self) -> list[CommitObject]:
        """What came with it; of a step that is no merge, the commit itself."""
        return list(self._step.commits) if len(self._step.commit.parents) > 1 else [self._step.commit]

    def ids_before(self) -> frozenset[str]:
        return self._step.came_back
