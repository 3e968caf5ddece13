"""The first-parent line of a history, from its root to a tip, read by a handful of calls of git."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook import git
from vendorbook.git import Changed, CommitObject
from vendorbook.trail.steps import Step

_RECORDS = ("/engagement.yaml", "/supplier.yaml")


class Line:
    """The line as ids; `steps` reads more of it, only where that is wanted."""

    def __init__(self, root: Path, tip: str) -> None:
        self.root = root
        self.tip = tip
        self._parents = git.parents_of_all(root, tip)
        self.ids = git.first_parent_line(self._parents, tip)
        self.places: Mapping[str, int] = {id: place for place, id in enumerate(self.ids)}

    @cached_property
    def commits(self) -> list[CommitObject]:
        """The commits of the line."""
        return git.read_commits(self.root, self.ids)

    def __contains__(self, commit: object) -> bool:
        """Whether the line leads, or has led, through a commit."""
        return commit in self.places

    def touches(self, place: int, folder: str) -> bool:
        """Whether the step at a place does anything to a file below a folder of the repository, given with its `/`."""
        return any(each.path.startswith(folder) for each in self._files[place])

    def steps(self, places: Sequence[int], prefix: str) -> list[Step]:
        """The steps at some places. The register lies in the repository's folder `prefix`, with its `/`."""
        brought = git.brought_by_each(self._parents, self.ids)
        ahead = git.are_ancestors(self._parents, self.ids, brought)
        files = self._files
        came_back = list(_came_back(files, prefix))
        wanted = {id for place in places for id in brought[self.ids[place]]}
        commits = {each.id: each for each in git.read_commits(self.root, sorted(wanted))}
        return [
            Step(
                place=place,
                commit=self.commits[place],
                base_tree=self.commits[place - 1].tree if place else "",
                commits=tuple(commits[id] for id in brought[self.ids[place]]),
                files=tuple(files[place]),
                is_ahead=ahead.get(self.ids[place], False),
                came_back=came_back[place],
            )
            for place in places
        ]

    @cached_property
    def _files(self) -> list[list[Changed]]:
        trees = [commit.tree for commit in self.commits]
        first = git.EMPTY_TREES[len(self.tip) == 64]
        return git.changes_of_trees(self.root, zip([first, *trees], trees, strict=False))


def _came_back(files: Sequence[Sequence[Changed]], prefix: str) -> Iterator[frozenset[str]]:
    """For each step the records' own files that it adds and an earlier one had, by paths of the register."""
    known: set[str] = set()
    for changed in files:
        records = {each.path for each in changed if each.path.endswith(_RECORDS)}
        added = {each.path for each in changed if each.status == "A"}
        yield frozenset(path.removeprefix(prefix) for path in records & added & known)
        known |= records
