"""Each basic item of a contract has its clause number, or the reason why it does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.clauses import CLAUSES
from vendorbook.checks.lib.stated import says_something
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """The obligation that each item of `contract.clauses` answers."""

    term: str
    scope_of_service: str
    delivery_date: str
    service_levels: str
    change_of_service: str
    acceptance: str
    incident_notification: str
    assignment_and_subcontracting: str
    penalties_and_damages: str
    dispute_resolution: str
    breach: str
    termination: str
    post_termination: str
    warranty: str
    rights_and_responsibilities: str


def basic_item_is_included_or_reasoned_away(
    record: Engagement, params: Params, _context: Context
) -> Iterator[Violation]:
    for item, obligation in params._asdict().items():
        path = f"{CLAUSES}.{item}"
        if not any(says_something(record.root.plain(f"{path}.{way}")) for way in ("clause", "not_applicable")):
            yield Violation(record.root.nearest(path), {"field": path}, obligation=obligation)
