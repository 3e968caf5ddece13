"""Every document that a record or its journal names is there, with the content that was filed."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.evidence import digest_of, documents
from vendorbook.checks.lib.walk import node_of, tops
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Supplier


def evidence_matches_its_digest(record: Engagement | Supplier, _params: None, _context: Context) -> Iterator[Violation]:
    for top in tops(record):
        for document in documents(top):
            found = digest_of(document, record)
            if found != document["sha256"]:
                yield _fault(node_of(document, top), found)


def _fault(document: Node, found: str | None) -> Violation:
    file = document.text("file")
    if found is None:
        return Violation(document.nearest("file"), {"file": file}, "missing")
    return Violation(document.nearest("sha256"), {"file": file, "found": found}, "differs")
