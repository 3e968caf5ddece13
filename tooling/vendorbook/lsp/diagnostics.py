"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
)
from lsprotocol.types import Location as Shown

from vendorbook.lsp.lines import Lines
from vendorbook.model import Finding, Location, Policy
from vendorbook.reports import inert
from vendorbook.reports.words import FIX, WAIVER
from vendorbook.repository.packaged import Packaged

NAME = "vendorbook"

_SEVERITY = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
}
_LONGEST_FIX = 1000


class Showing:
    """How findings of one register are shown, in one language; `lines` gives a file as the editor has it."""

    def __init__(
        self, root: Path, lang: str, lines: Callable[[str], Lines], policy: Callable[[str], Policy | None]
    ) -> None:
        self._root = root
        self._lang = lang
        self._lines = lines
        self._policy = policy

    def diagnostics(self, findings: list[Finding]) -> Iterator[tuple[str, Diagnostic]]:
        """Each with the path of its file."""
        for found in findings:
            yield found.location.path, self._diagnostic(found)

    def _diagnostic(self, found: Finding) -> Diagnostic:
        return Diagnostic(
            range=self._shown(found.location).range,
            message="\n".join(self._said(found)),
            severity=DiagnosticSeverity.Hint if found.waiver else _SEVERITY[found.severity],
            code=found.policy,
            code_description=self._explained(found.policy),
            source=NAME,
            related_information=list(self._related(found)) or None,
            data={"record": found.record, "pointer": found.pointer, "obligations": list(found.obligations)},
        )

    def _said(self, found: Finding) -> Iterator[str]:
        obligations = f" [{', '.join(found.obligations)}]" if found.obligations else ""
        yield inert.line(found.message.in_(self._lang)) + obligations
        if fix := found.fix.in_(self._lang):
            yield FIX.in_(self._lang) + inert.line(fix, _LONGEST_FIX)
        if found.waiver:
            yield WAIVER.in_(self._lang) + inert.line(found.waiver)

    def _related(self, found: Finding) -> Iterator[DiagnosticRelatedInformation]:
        for place in found.related:
            said = inert.line(place.message.in_(self._lang))
            yield DiagnosticRelatedInformation(self._shown(place.location), said)

    def _explained(self, name: str) -> CodeDescription | None:
        """The policy's control file: why, how to mend it, and examples. It need not be the register's own."""
        policy = self._policy(name)
        if policy is None:
            return None
        own, packaged = self._root / policy.path, Packaged().root / policy.path
        file = own if own.is_file() else packaged
        return CodeDescription(file.as_uri()) if file.is_file() else None

    def _shown(self, at: Location) -> Shown:
        return Shown(uri_of(self._root, at.path), self._lines(at.path).range_at(at.line, at.column))


def uri_of(root: Path, path: str) -> str:
    return (root / path).as_uri()
