"""The annex checklist of an assessment, and the editions that the firm has known."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.assessments import assessments
from vendorbook.model import Node
from vendorbook.register import Engagement


def checklists(record: Engagement) -> Iterator[Node]:
    """The checklist of every assessment that has one, the oldest first."""
    for entry in assessments(record):
        yield from entry.root.find("checklist")


def edition_of(checklist: Node, known: Node) -> Node | None:
    """The edition that a checklist names, if the firm's `checklist.yaml` has it."""
    named = checklist.text("edition")
    return next((edition for edition in known.find("editions[]") if edition.text("id") == named), None)
