"""The certificates that a supplier holds, as its record lists them."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Node
from vendorbook.register import Supplier


def certificates_held(record: Supplier, as_of: date) -> list[Node]:
    """Those that no other takes the place of; a renewed one does from the day it is issued."""
    listed = list(record.root.find("certificates[]")) if record.root else []
    replaced = {each.text("supersedes") for each in listed if each.text("issued_on") <= as_of.isoformat()}
    return [each for each in listed if each.text("id") not in replaced]
