"""Every document that a record or its journal names is there, with the content that was filed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vendorbook.checks.lib.evidence import documents
from vendorbook.checks.lib.walk import tops
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier


@dataclass(frozen=True, slots=True)
class Params:
    """This check has no settings."""


def evidence_matches_its_digest(
    record: Engagement | Supplier, _params: Params, _context: Context
) -> Iterator[Violation]:
    for top in tops(record):
        for document in documents(top):
            yield from _of(document, record)


def _of(document: Node, record: Engagement | Supplier) -> Iterator[Violation]:
    file = document.text("file")
    found = record.digest_of(file)
    if found is None:
        yield Violation(document.nearest("file"), {"file": file}, "missing")
    elif found != document.text("sha256"):
        yield Violation(document.nearest("sha256"), {"file": file, "found": found}, "differs")
