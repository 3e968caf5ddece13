"""When a supplier has shown its own security management, so that no third party's verification is needed."""

from __future__ import annotations

from collections.abc import Iterable

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node


def missing_from(block: Node, fields: Iterable[str]) -> list[str]:
    """Those of the fields by which security is shown that say nothing."""
    return [field for field in fields if not is_stated(block.get(field))]
