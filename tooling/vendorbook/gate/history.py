"""History policies: what a change does to the records, over before and after."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from vendorbook import yaml_source
from vendorbook.gate.proposal import Proposal
from vendorbook.gate.sides import Side
from vendorbook.git import CommitObject
from vendorbook.history import Change, ChangedEngagement, FileChange, WrittenBy
from vendorbook.judging.applying import check_of, crash
from vendorbook.judging.findings import finding, has_passed
from vendorbook.judging.verdict import Judgement
from vendorbook.model import Finding, Node, Policy, Unreadable
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Context, Engagement, People
from vendorbook.repository import Snapshot
from vendorbook.repository.layout import record_of


def apply_history(change: Change, book: Rulebook, context: Context) -> Judgement:
    """What the history policies find in a change."""
    findings: list[Finding] = []
    tracebacks: list[str] = []
    for policy, subject in _asked(change, book):
        try:
            findings += _found(policy, subject, book, context)
        except Exception as error:  # a crash of one check must not silence the others
            at = next(iter(change.files)).node
            findings.append(crash(policy, record_of(at.source.path), at.location, book, error))
            tracebacks.append(traceback.format_exc())
    return Judgement(findings=tuple(findings), tracebacks=tuple(tracebacks))


def _asked(change: Change, book: Rulebook) -> Iterator[tuple[Policy, Change | ChangedEngagement]]:
    if change.files:
        yield from ((policy, change) for policy in book.policies_for("change"))
    for policy in book.policies_for("engagement-change"):
        yield from ((policy, each) for each in change.engagements)


def _found(policy: Policy, subject: Change | ChangedEngagement, book: Rulebook, context: Context) -> Iterator[Finding]:
    for item in check_of(policy.check)(subject, policy.params, context):
        if has_passed(item, context.as_of):
            yield finding(item, policy, record_of(item.at.source.path), book)


def change_of(proposal: Proposal, before: Side, after: Side, people: People, *, mass: bool) -> Change:
    """The proposal as history policies see it."""
    commits = tuple(written_by(each, people) for each in proposal.commits if len(each.parents) < 2)
    files: dict[str, list[FileChange]] = {}
    for file in proposal.files:
        if file.is_record and "/" in file.record:
            files.setdefault(file.record, []).append(file)
    were, are = _engagements(before), _engagements(after)
    return Change(
        files=proposal.files,
        engagements=tuple(
            ChangedEngagement(
                id=name,
                before=were.get(name),
                after=are.get(name),
                root_before=_root(before.snapshot, name, were),
                root_after=_root(after.snapshot, name, are),
                files=tuple(touched),
                authors=frozenset(each.person for each in commits if each.person),
                is_written_by_unknown=any(each.person is None for each in commits),
            )
            for name, touched in files.items()
        ),
        commits=commits,
        engagements_before=_count(proposal, len(files)),
        mass=mass,
        ids_before=proposal.ids_before(),
    )


def written_by(commit: CommitObject, people: People) -> WrittenBy:
    """Who wrote a commit, as far as people.yaml knows."""
    person = people.of_commit_identity(commit.author.name, commit.author.email)
    return WrittenBy(commit.id, person, commit.author.email, commit.message)


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


_FEW = 5
"""Engagements below which it does not matter how many there are: touching them is no mass change."""


def _count(proposal: Proposal, touched: int) -> int:
    return _records(proposal.whole_before.files()) if touched >= _FEW else touched


def _records(paths: Iterable[str]) -> int:
    return sum(path.endswith("/engagement.yaml") for path in paths)
