"""The proposal shows project management: a certificate valid on its day, or a successful project."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement

_BLOCK = "selection.proposal.project_management"


def project_management_is_shown(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    """Where nothing shows it, each thing that was offered says why it does not.

    A proposal without its day is for `proposal-states-the-requirement` to find.
    """
    projects = list(record.root.find(f"{_BLOCK}.projects[]"))
    if any(is_stated(project.get("description")) for project in projects):
        return
    certificates = list(record.root.find(f"{_BLOCK}.certificates[]"))
    faults = [_fault(certificate, record.root) for certificate in certificates]
    if None in faults:
        return
    if not projects and not certificates:
        yield Violation(record.root.nearest(_BLOCK), case="nothing")
    yield from (fault for fault in faults if fault is not None)
    yield from (Violation(project, case="undescribed") for project in projects)


def _fault(certificate: Node, root: Node) -> Violation | None:
    """Why a certificate was not valid on the proposal's day; None when it was."""
    for field in ("valid_from", "valid_until"):
        if certificate.date(field) is None:
            return Violation(certificate, {"field": field}, "undated")
    received = root.date("selection.proposal.received_on")
    span = [certificate.text("valid_from"), certificate.text("valid_until")]
    if received is None or span[0] <= received.isoformat() <= span[1]:
        return None
    values = {"from": span[0], "until": span[1], "received": received.isoformat()}
    related = ((root.nearest("selection.proposal.received_on"), "received"),)
    return Violation(certificate, values, "not-valid", related)
