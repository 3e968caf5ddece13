"""At least one document of the selection is kept with the record."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.evidence import documents
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def selection_records_are_kept(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """One that is not there any more, or was changed, is for `evidence_matches_its_digest` to find."""
    evidence = record.root.nearest("selection.evidence")
    if not is_stated(record.root.at("selection.evidence")):
        yield Violation(evidence, case="none")
    elif not any(documents(evidence)):
        yield Violation(evidence, case="elsewhere")
