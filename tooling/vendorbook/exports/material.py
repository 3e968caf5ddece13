"""What tables are made from: the register read and judged as of a day, or the part of it that was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    says whether fields that must not leave the firm are wanted; `edition` what else is left out, and for whom.
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
    edition: Text | None = None

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
    material = material_of(snapshot, rules.book, as_of, verdict, read, confidential=confidential)
    material = material._replace(concentration=_concentration(snapshot, rules, as_of))
    return _part(material, _chosen(verdict.records, engagements))


def material_of(
    snapshot: Snapshot,
    book: Rulebook,
    as_of: date,
    verdict: Verdict,
    readings: Sequence[Reading],
    *,
    confidential: bool = False,
) -> Material:
    """What a whole register comes to that has been read and judged already; `concentration` is the caller's to add."""
    material = Material(
        tool=__version__,
        as_of=as_of,
        source=_SOURCES.get(type(snapshot).__name__, "work-tree"),
        commit=snapshot.commit,
        rules=verdict.policy_digest,
        book=book,
        suppliers=tuple(each.supplier for each in readings),
        engagements=tuple(engagement for each in readings for engagement in each.engagements),
        verdict=verdict,
        concentration=None,
        scope_changes=(),
        records=None,
        confidential=confidential,
        waivers=_waivers(snapshot),
    )
    known = {each.id: each for each in material.engagements}
    return material._replace(scope_changes=tuple(scope_changes(snapshot, known, book.people)))


def _part(material: Material, records: frozenset[str] | None) -> Material:
    """Of the whole, what was asked for."""
    if records is None:
        return material
    return material._replace(
        suppliers=tuple(each for each in material.suppliers if each.id in records),
        engagements=tuple(each for each in material.engagements if each.id in records),
        scope_changes=tuple(each for each in material.scope_changes if each.engagement in records),
        records=records,
    )


_SOURCES = {"Commit": "commit", "StagedIndex": "index"}


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
