"""Whether somebody belonged to the firm on a day."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Node


def in_service(person: Node, on: date) -> bool:
    """Between the first and the last day in `people.yaml`, both counted; a day left out sets no limit."""
    first, last = person.date("from"), person.date("until")
    return (first is None or first <= on) and (last is None or on <= last)
