"""A change as history policies see it, from its two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from vendorbook import yaml_source
from vendorbook.gate.proposal import Proposal
from vendorbook.gate.sides import Side
from vendorbook.git import CommitObject
from vendorbook.history import Change, ChangedEngagement, FileChange, WrittenBy
from vendorbook.model import Node, Unreadable
from vendorbook.register import Engagement, People
from vendorbook.repository import Snapshot

_FEW = 5
"""Engagements below which it does not matter how many there are: to touch them is no mass change."""


class Facts(NamedTuple):
    """What a change is besides its two sides; fields as in `Change`."""

    files: tuple[FileChange, ...]
    commits: tuple[WrittenBy, ...]
    engagements_before: int
    mass: bool
    ids_before: frozenset[str]


def facts_of(proposal: Proposal, people: People, *, mass: bool) -> Facts:
    """What git knows of a proposal."""
    touched = len({file.record for file in proposal.files if _is_of_engagement(file)})
    return Facts(
        files=proposal.files,
        commits=tuple(written_by(each, people) for each in proposal.commits),
        engagements_before=_count(proposal.whole_before.files()) if touched >= _FEW else touched,
        mass=mass,
        ids_before=proposal.ids_before(),
    )


def change_of(facts: Facts, before: Side, after: Side) -> Change:
    """The whole change, with every engagement that it touches."""
    files: dict[str, list[FileChange]] = {}
    for file in filter(_is_of_engagement, facts.files):
        files.setdefault(file.record, []).append(file)
    were, are = _engagements(before), _engagements(after)
    engagements = (
        ChangedEngagement(
            id=name,
            before=were.get(name),
            after=are.get(name),
            root_before=_root(before.snapshot, name, were),
            root_after=_root(after.snapshot, name, are),
            files=tuple(touched),
            authors=frozenset(each.person for each in facts.commits if each.person),
            is_written_by_unknown=any(each.person is None for each in facts.commits),
        )
        for name, touched in files.items()
    )
    return Change(facts.files, tuple(engagements), *facts[1:])


def written_by(commit: CommitObject, people: People) -> WrittenBy:
    """Who wrote a commit, as far as people.yaml knows."""
    person = people.of_commit_identity(commit.author.name, commit.author.email)
    return WrittenBy(commit.id, person, commit.author.email, commit.message)


def _is_of_engagement(file: FileChange) -> bool:
    return file.is_record and "/" in file.record


def _engagements(side: Side) -> dict[str, Engagement]:
    return {each.id: each for reading in side.readings.values() for each in reading.engagements}


def _root(snapshot: Snapshot, name: str, sound: Mapping[str, Engagement]) -> Node | None:
    """The top of the record, whether or not it matches its schema."""
    if name in sound:
        return sound[name].root
    path = f"vendors/{name}/engagement.yaml"
    if path in snapshot.files():
        with suppress(Unreadable):
            return yaml_source.read(snapshot.read(path), path).root
    return None


def _count(paths: Iterable[str]) -> int:
    return sum(path.endswith("/engagement.yaml") for path in paths)
