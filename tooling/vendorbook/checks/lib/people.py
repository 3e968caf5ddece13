"""Whether somebody belonged to the firm on a day."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Node
from vendorbook.register.people import valid_on


def in_service(person: Node, on: date) -> bool:
    """Between the first and the last day in `people.yaml`, both counted; a day left out sets no limit."""
    return valid_on(person, on)
