"""At least one document of the selection is kept with the record, unchanged since it was filed."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.evidence import digest_of, documents
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def selection_records_are_kept(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    evidence = record.root.nearest("selection.evidence")
    if not is_stated(record.root.at("selection.evidence")):
        yield Violation(evidence, case="none")
    elif not any(digest_of(each, record) == each["sha256"] for each in documents(evidence)):
        yield Violation(evidence, case="unproven")
