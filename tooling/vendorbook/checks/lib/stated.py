"""When a field counts as filled in: something stands there, or the reason why nothing does."""

from __future__ import annotations

from vendorbook.model import Node, Plain


def is_stated(node: Node | None) -> bool:
    """Present and not blank; `{none: …}` and `{not_applicable: …}` need a reason that is not blank."""
    return node is not None and says_something(node.value)


def says_something(value: Plain | None) -> bool:
    """The same of a bare value, for where nobody needs to know where it stands."""
    if isinstance(value, str):
        return value.strip() != ""
    if isinstance(value, list | dict):
        return any(map(says_something, value if isinstance(value, list) else value.values()))
    return value is not None
