"""Of a supplier on which too much hangs, the firm knows how it reports and handles incidents."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.concentration import BASES, exceeded
from vendorbook.checks.lib.stated import is_stated
from vendorbook.checks.lib.wording import listed
from vendorbook.model import Violation
from vendorbook.register import Context, Supplier


def incident_mechanism_of_a_concentrated_supplier_is_known(
    record: Supplier, _params: None, context: Context
) -> Iterator[Violation]:
    """Whether or not a decision accepts the concentration: accepted, it is there all the same."""
    above = dict(exceeded(record, context))
    if record.root is None or not above:
        return
    values = {"group": record.group, "bases": listed(BASES[basis] for basis in above)}
    related = tuple((threshold, "threshold") for threshold in above.values())
    for field in ("incident_mechanism.description", "incident_mechanism.confirmed_on"):
        if not is_stated(record.root.at(field)):
            yield Violation(record.root.nearest(field), {**values, "field": field}, related=related)
