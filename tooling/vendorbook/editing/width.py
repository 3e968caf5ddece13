"""What is written in brackets on a line of its own, unless the line would be too wide to read: then line by line."""

from __future__ import annotations

from typing import Any

WIDEST = 160
"""Characters of a line that brackets may fill; a piece of evidence with its digest takes up to about 150."""

_STEP, _DASH = 2, 2


def opened_up(node: Any, column: int = 0) -> None:
    """Takes the brackets off whatever would make its line too wide; `column` is where the node's own lines begin."""
    if not node or not isinstance(node, dict | list):
        return
    if isinstance(node, dict):
        for key, below in node.items():
            _open_up(below, column + len(key) + len(": "), column + _STEP)
    else:
        for item in node:
            _open_up(item, column + _DASH, column + _DASH)


def _open_up(node: Any, start: int, inside: int) -> None:
    """`start` is where it begins on its line when it is in brackets, `inside` where its lines do when it is not."""
    if not node or not isinstance(node, dict | list):
        return
    if node.fa.flow_style():  # type: ignore[union-attr]
        if start + _width(node) <= WIDEST:
            return
        node.fa.set_block_style()  # type: ignore[union-attr]
    opened_up(node, inside + _STEP if isinstance(node, list) and start != inside else inside)


def _width(value: Any) -> int:
    """How many characters it takes in brackets."""
    if isinstance(value, dict):
        return sum(len(key) + len(": ") + _width(below) for key, below in value.items()) + _around(value)
    if isinstance(value, list):
        return sum(map(_width, value)) + _around(value)
    return len(value) + (len('""') if getattr(value, "style", None) in ("'", '"') else 0)


def _around(value: Any) -> int:
    """Brackets, and what stands between the parts."""
    return len("{}") + len(", ") * (len(value) - 1)
