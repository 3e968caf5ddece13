"""When a field counts as filled in: something stands there, or the reason why nothing does."""

from __future__ import annotations

from vendorbook.model import Node, Plain


def is_stated(node: Node | None) -> bool:
    """Present and not blank; `{none: …}` and `{not_applicable: …}` need a reason that is not blank."""
    return node is not None and _says_something(node.value)


def _says_something(value: Plain) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        return any(_says_something(item) for item in value)
    if isinstance(value, dict):
        return any(_says_something(part) for part in value.values())
    return True
