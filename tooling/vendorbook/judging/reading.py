"""Reading a unit: its files into records, or into findings where they are not what a record must be."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from vendorbook.judging.findings import built_in
from vendorbook.judging.sources import AFRESH, Sources
from vendorbook.judging.units import Unit
from vendorbook.model import Finding, Location, Node, Place, Text, Unreadable, as_date
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement, Entry, Facts, Supplier, effective
from vendorbook.repository import Snapshot


class Reading(NamedTuple):
    """What a unit holds that can be judged, and what was found wrong on the way.

    `findings` grows while policies are applied: evidence is opened only when one asks for it.
    """

    supplier: Supplier
    engagements: tuple[Engagement, ...]
    findings: list[Finding]
    unjudged: tuple[str, ...]


class Reader:
    """Reads units of one snapshot as of one day."""

    def __init__(self, snapshot: Snapshot, book: Rulebook, as_of: date, sources: Sources = AFRESH) -> None:
        self._sources = sources
        self.snapshot = snapshot
        self.book = book
        self.as_of = as_of

    def read(self, unit: Unit) -> Reading:
        """Files that fail become findings; a record is judged only when all of its files are sound."""
        findings: list[Finding] = []
        folder = f"vendors/{unit.supplier}"
        own = self._sound(unit.supplier, unit.under(folder), findings)
        root, missing = self._record(own, f"{folder}/supplier.yaml", unit.supplier, unit)
        findings.extend(missing)
        supplier = Supplier(
            unit.supplier, root, self._journal(own or {}, folder), self._digests(folder, unit, findings)
        )
        engagements = []
        for record in unit.engagements:
            engagement = self._engagement(record, unit, supplier, findings)
            if engagement is not None and root is not None:
                engagements.append(engagement)
        judged = {engagement.id for engagement in engagements} | ({unit.supplier} if root else set())
        unjudged = tuple(record for record in [unit.supplier, *unit.engagements] if record not in judged)
        return Reading(supplier, tuple(engagements), findings, unjudged)

    def _engagement(self, record: str, unit: Unit, supplier: Supplier, findings: list[Finding]) -> Engagement | None:
        folder = f"vendors/{record}"
        sources = self._sound(record, unit.under(folder), findings)
        root, missing = self._record(sources, f"{folder}/engagement.yaml", record, unit)
        findings.extend(missing)
        if root is None or sources is None:
            return None
        facts = Facts.of(root, self.book.systems, self.as_of)
        digests, contents = self._digests(folder, unit, findings), self._contents(folder, unit)
        return Engagement(record, root, supplier, self._journal(sources, folder), facts, digests, contents)

    def _sound(self, record: str, paths: list[str], findings: list[Finding]) -> dict[str, Node] | None:
        """The top of each file; None when one of them was found wrong."""
        before = len(findings)
        sources = {path: self._source(record, path, findings) for path in paths}
        return None if len(findings) > before else {path: node for path, node in sources.items() if node}

    def _source(self, record: str, path: str, findings: list[Finding]) -> Node | None:
        try:
            source, problems = self._sources.checked(self.snapshot, path, self.book)
        except Unreadable as unreadable:
            places = unreadable.refusals
            findings.extend(built_in("record-is-readable", record, place, self.book) for place in places)
            return None
        for problem in problems:
            place = Place(problem.location, problem.message)
            findings.append(built_in("record-matches-schema", record, place, self.book, problem.node.pointer))
        return source.root

    def _record(
        self, sources: dict[str, Node] | None, path: str, record: str, unit: Unit
    ) -> tuple[Node | None, list[Finding]]:
        """The record's own top, and a finding when its file is not there at all."""
        if path in unit.files:
            return (sources or {}).get(path), []
        name = path.rsplit("/", 1)[1]
        message = Text(f"資料夾內沒有 {name}", f"this folder has no {name}")
        place = Place(Location(path, 1, 1), message)
        return None, [built_in("record-is-readable", record, place, self.book)]

    def _journal(self, sources: dict[str, Node], folder: str) -> tuple[Entry, ...]:
        start = len(folder) + 1
        entries = [
            Entry(path[start : -len(".yaml")], root.text("kind"), day, root)
            for path, root in sources.items()
            if path[start:].startswith("journal/") and (day := as_date(root.plain("date")))
        ]
        return effective(entries, self.as_of)

    def _digests(self, folder: str, unit: Unit, findings: list[Finding]) -> Callable[[str], str | None]:
        record = folder.removeprefix("vendors/")

        @cache
        def digest_of(file: str) -> str | None:
            path = f"{folder}/{file}"
            try:
                return self.snapshot.sha256(path) if path in unit.files else None
            except Unreadable as unreadable:
                places = unreadable.refusals
                findings.extend(built_in("record-is-readable", record, place, self.book) for place in places)
                return None

        return digest_of

    def _contents(self, folder: str, unit: Unit) -> Callable[[str], bytes | None]:
        def content_of(file: str) -> bytes | None:
            path = f"{folder}/{file}"
            try:
                return self.snapshot.read(path) if path in unit.files else None
            except Unreadable:  # told of when its digest is asked for, as that of every document is
                return None

        return content_of
