"""What tables are made from: the register read and judged as of a day, or the part of it that was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook import __version__
from vendorbook.exports.scope_history import ScopeChange, scope_changes
from vendorbook.judging import Rules, Verdict, judge
from vendorbook.judging.concentration import Concentration, concentration
from vendorbook.judging.outsourcing import outsourcing
from vendorbook.judging.progress import Told, silent
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.run import units_of
from vendorbook.model import CannotJudge, Finding, Node, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement, Supplier
from vendorbook.reports.due import Item, listed
from vendorbook.repository import Snapshot
from vendorbook.schema_check import Schemas


class Material(NamedTuple):
    """`records` are those asked for by id, with their suppliers; None where the whole register was.

    `source` says where the register was read: commit, index or work-tree; of the last two, `commit` is the one that is
    checked out. `concentration` is None where a file that cannot be judged hides a part of the whole. `confidential`
    says whether fields that must not leave the firm are wanted.
    """

    tool: str
    as_of: date
    source: str
    commit: str | None
    rules: str
    book: Rulebook
    suppliers: tuple[Supplier, ...]
    engagements: tuple[Engagement, ...]
    verdict: Verdict
    concentration: Concentration | None
    scope_changes: tuple[ScopeChange, ...]
    records: frozenset[str] | None
    confidential: bool
    waivers: Mapping[str, Node]

    @property
    def schemas(self) -> Schemas:
        return self.book.schemas

    def has(self, record: str) -> bool:
        return self.records is None or record in self.records

    @property
    def findings(self) -> Iterator[Finding]:
        return (each for each in self.verdict.findings if self.has(each.record))

    @property
    def due(self) -> list[Item]:
        """What falls due, however far ahead, and what is overdue."""
        every = [*self.verdict.findings, *self.verdict.upcoming]
        return listed([each for each in every if self.has(each.record)], self.as_of, self.book.notice_days)


def gathered(
    snapshot: Snapshot,
    rules: Rules,
    as_of: date,
    engagements: Collection[str] = (),
    *,
    confidential: bool = False,
    told: Told = silent,
) -> Material:
    """Reads and judges a register. Raises CannotJudge where it cannot be looked at, or an engagement is not there."""
    verdict = judge(snapshot, rules, as_of, told)
    reader = Reader(snapshot, rules.book, as_of)
    read = [reader.read(unit) for unit in units_of(snapshot)]
    records = _chosen(verdict.records, engagements)
    material = Material(
        tool=__version__,
        as_of=as_of,
        source=_SOURCES.get(type(snapshot).__name__, "work-tree"),
        commit=snapshot.commit,
        rules=rules.digest,
        book=rules.book,
        suppliers=tuple(each.supplier for each in read if records is None or each.supplier.id in records),
        engagements=tuple(each for each in _engagements(read) if records is None or each.id in records),
        verdict=verdict,
        concentration=_concentration(snapshot, rules, as_of),
        scope_changes=(),
        records=records,
        confidential=confidential,
        waivers=_waivers(snapshot),
    )
    return material._replace(scope_changes=_scope_changes(snapshot, material, read))


_SOURCES = {"Commit": "commit", "StagedIndex": "index"}


def _engagements(read: list[Reading]) -> Iterator[Engagement]:
    return (engagement for reading in read for engagement in reading.engagements)


def _chosen(known: Collection[str], engagements: Collection[str]) -> frozenset[str] | None:
    if not engagements:
        return None
    for each in engagements:
        if each not in known or "/" not in each:
            raise CannotJudge(Text(f"登錄冊中沒有委外案 {each}", f"there is no engagement {each} in the register"))
    return frozenset([*engagements, *(each.partition("/")[0] for each in engagements)])


def _concentration(snapshot: Snapshot, rules: Rules, as_of: date) -> Concentration | None:
    try:
        return concentration(outsourcing(snapshot, rules, as_of), rules.book.firm, as_of)
    except CannotJudge:  # findings say which files, and the export that it is not whole
        return None


def _scope_changes(snapshot: Snapshot, material: Material, read: list[Reading]) -> tuple[ScopeChange, ...]:
    known = {each.id: each for each in _engagements(read)}
    changes = scope_changes(snapshot, known, material.book.people)
    return tuple(each for each in changes if material.has(each.engagement))


def _waivers(snapshot: Snapshot) -> dict[str, Node]:
    from vendorbook import yaml_source
    from vendorbook.model import Unreadable

    found: dict[str, Node] = {}
    for path in snapshot.files():
        if path.startswith("policies/waivers/"):
            try:
                found[path] = yaml_source.read(snapshot.read(path), path).root
            except Unreadable:  # a finding says so
                continue
    return found
