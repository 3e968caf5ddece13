"""Breaks a copy of the example register and judges it again, as `check` does: only what the edit can have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from tests.proof.breakage import Breakage, Edit, Found
from vendorbook.judging import Rules
from vendorbook.judging.run import records_of, verdict
from vendorbook.judging.stages import Share, Worker, whole
from vendorbook.judging.units import units
from vendorbook.judging.verdict import Judgement
from vendorbook.judging.waiving import read_waivers
from vendorbook.model import Finding
from vendorbook.repository import Memory

Files = Mapping[str, bytes]


class Told(NamedTuple):
    """What a finding comes to, as far as the proof compares: which, of what, where, and how heavy."""

    policy: str
    obligations: tuple[str, ...]
    file: str
    line: int
    severity: str


class Tried(NamedTuple):
    """A breakage, tried: what must be found of it, what was found anew, and what is found no more."""

    breakage: Breakage
    wanted: list[Told]
    new: list[Told]
    gone: list[Told]

    @property
    def holds(self) -> bool:
        return self.new == self.wanted and not self.gone


class Bench:
    """The example register, judged once for each day asked for."""

    def __init__(self, files: Files, rules: Rules) -> None:
        self._files = files
        self._rules = rules
        self.of_day = cache(self._of_day)

    def try_(self, breakage: Breakage) -> Tried:
        files = edited(self._files, breakage.edits)
        before = self.of_day(breakage.on)
        after = before.again(files, {edit.file.split("/")[0] for edit in breakage.edits})
        return Tried(
            breakage,
            wanted=sorted(self._told(found, files, breakage) for found in (*breakage.found, *breakage.also)),
            new=_beyond(after, before.findings),
            gone=_beyond(before.findings, after),
        )

    def _told(self, found: Found, files: Files, breakage: Breakage) -> Told:
        severity = self._rules.book.policies[found.policy].severity.value
        obligations = found.obligations or (breakage.obligation,)
        line = line_of(found, files, breakage.edits, self._files)
        return Told(found.policy, obligations, f"vendors/{found.file}", line, severity)

    def _of_day(self, day: date) -> Judged:
        return Judged(self._files, self._rules, day)


class Judged:
    """A whole register, judged on a day, with what is needed to judge it again after an edit."""

    def __init__(self, files: Files, rules: Rules, day: date) -> None:
        self._files = files
        self._rules = rules
        self._day = day
        self._units = units(Memory(files).files())
        worker = self._worker(files)
        self._firsts = {unit.supplier: worker.first(unit) for unit in self._units}
        register = whole(self._firsts.values())
        self._seconds = {unit.supplier: worker.second(unit, register) for unit in self._units}
        self._whole = worker
        self.findings = self._verdict(files, self._firsts, self._seconds)

    def again(self, files: Files, suppliers: Iterable[str]) -> list[Finding]:
        """The findings after an edit: other suppliers are looked at again only if it changed what they depend on."""
        edited_units = {unit.supplier: unit for unit in units(Memory(files).files()) if unit.supplier in suppliers}
        worker = self._worker(files)
        firsts = self._firsts | {name: worker.first(unit) for name, unit in edited_units.items()}
        register = whole(firsts.values())
        seconds = self._seconds | {name: worker.second(unit, register) for name, unit in edited_units.items()}
        if any(_adds(firsts[name]) != _adds(self._firsts[name]) for name in edited_units):
            others = [unit for unit in self._units if unit.supplier not in edited_units]
            seconds |= {unit.supplier: self._whole.second(unit, register) for unit in others}
        return self._verdict(files, firsts, seconds)

    def is_as_it_was(self) -> bool:
        """Whether judging it all once more comes to the same."""
        return Judged(self._files, self._rules, self._day).findings == self.findings

    def _worker(self, files: Files) -> Worker:
        return Worker(Memory(files), self._rules.book, self._day, findings_only=True)

    def _verdict(self, files: Files, firsts: Mapping[str, Share], seconds: Mapping[str, Judgement]) -> list[Finding]:
        snapshot = Memory(files)
        judged = Judgement.together([*(share.judgement for share in firsts.values()), *seconds.values()])
        waivers = read_waivers(snapshot, self._rules)
        return list(verdict(snapshot, self._rules, self._day, records_of(self._units), judged, waivers).findings)


def _adds(share: Share) -> tuple[object, ...]:
    return share.rows, share.decisions, share.judgement.unjudged


def edited(files: Files, edits: Iterable[Edit]) -> Files:
    """The files with each edit made. Raises where a text to be replaced does not stand there exactly once."""
    changed = dict(files)
    for edit in edits:
        path = f"vendors/{edit.file}"
        if edit.new is None and not edit.old:
            del changed[path]
            continue
        text = changed.pop(path).decode() if edit.old else ""
        assert text.count(edit.old) == 1 or not edit.old, f"{path}: {edit.old!r} stands {text.count(edit.old)} times"
        changed[path] = (text.replace(edit.old, edit.new or "") if edit.old else edit.new or "").encode()
    return changed


def line_of(found: Found, files: Files, edits: Iterable[Edit], before: Files) -> int:
    """The line of the text that marks the place or, where none does, of the edit; 0 when several lines have it."""
    path = f"vendors/{found.file}"
    if not found.at:
        edit = next(edit for edit in edits if edit.file == found.file and edit.new)
        text, new = before.get(path, b"").decode(), edit.new or ""
        start = text.index(edit.old) if edit.old else 0
        return text[:start].count("\n") + new[: len(new) - len(new.lstrip())].count("\n") + 1
    lines = list(enumerate(files[path].decode().splitlines(), 1))
    whole_line = [number for number, line in lines if line.strip() == found.at.strip()]
    standing = whole_line or [number for number, line in lines if found.at in line]
    return standing[0] if len(standing) == 1 else 0


def _beyond(some: list[Finding], others: list[Finding]) -> list[Told]:
    """Those of some findings that the others do not have; a line that only moved is the same finding."""
    counted = Counter(map(_identity, others))
    beyond = []
    for finding in some:
        if counted[_identity(finding)]:
            counted[_identity(finding)] -= 1
        else:
            beyond.append(_as_told(finding))
    return sorted(beyond)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.fingerprint, finding.severity, finding.waiver, finding.obligations


def _as_told(finding: Finding) -> Told:
    weight = "legacy" if finding.legacy else f"waived by {finding.waiver}" if finding.waiver else finding.severity.value
    return Told(finding.policy, finding.obligations, finding.location.path, finding.location.line, weight)
