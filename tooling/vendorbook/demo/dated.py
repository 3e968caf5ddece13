"""An engagement's record as it was on a day, as far as the dates in it tell.

Grants, approvals and what was done at the end each say when they came to be. What came later is taken out of the text
line by line, so that comments and layout stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vendorbook import yaml_source
from vendorbook.model import Node

_DATED = (
    ("access.grants[]", "approvals.0.approved_on"),
    ("access.grants[].approvals[]", "approved_on"),
    ("exit.dispositions[]", "disposed_on"),
)
"""Items of lists, and the date from which each stands there."""

_BLOCKS = (
    ("selection.result", "decided_on"),
    ("contract", "signed_on"),
    ("access", "undertakings.protection.given_on"),
    ("exit", "decided_on"),
    ("exit.access_stopped", "confirmed_on"),
    ("exit.transition", "agreed_on"),
    ("exit.continuing_confidentiality", "given_on"),
)
_DONE = re.compile(r", done_on: (\d{4}-\d\d-\d\d)")
_REVOKED = re.compile(r"^ *revoked_on: (\d{4}-\d\d-\d\d).*\n", re.MULTILINE)


def as_of_its_dates(text: str, day: date) -> str:
    """The record (the text of an engagement.yaml) without what its own dates say came after a day."""
    text = _status(text, day)
    for lines in _later(text, day):
        text = _without(text, lines)
    for pattern in (_DONE, _REVOKED):
        text = pattern.sub(lambda found: found[0] if date.fromisoformat(found[1]) <= day else "", text)
    return text


def _status(text: str, day: date) -> str:
    root = yaml_source.read(text.encode(), "engagement.yaml").root
    signed, decided, ended = (root.date(at) for at in ("contract.signed_on", "exit.decided_on", "exit.ended_on"))
    if signed and day < signed:
        status = "selecting"
    elif decided and ended and day < ended:
        status = "active" if day < decided else "ending"
    else:
        return text
    return re.sub(r"^status: .*$", f"status: {status}", text, flags=re.MULTILINE)


def _later(text: str, day: date) -> Iterator[tuple[int, int]]:
    """Lines to take out, from the last to the first and none twice: what stands in another goes with it."""
    root = yaml_source.read(text.encode(), "engagement.yaml").root
    found = sorted((_lines(text, node) for node in _nodes(root, day)), key=lambda lines: lines[0])
    outer: list[tuple[int, int]] = []
    for lines in found:
        if not outer or lines[0] > outer[-1][1]:
            outer.append(lines)
    yield from reversed(outer)


def _nodes(root: Node, day: date) -> Iterator[Node]:
    for path, field in _DATED:
        for node in root.find(path):
            if _is_later(node, field, day):
                yield node
    for path, field in _BLOCKS:
        block = root.at(path)
        if block is not None and _is_later(block, field, day):
            yield block
    signed, oversight = root.date("contract.signed_on"), root.get("oversight")
    if signed and oversight and day < signed:
        yield oversight


def _is_later(node: Node, field: str, day: date) -> bool:
    first, _, rest = field.partition(".0.")
    if rest:
        return next((_is_later(item, rest, day) for item in node.find(f"{first}[]")), False)
    when = node.date(field)
    return when is not None and day < when


def _lines(text: str, node: Node) -> tuple[int, int]:
    """The first and the last line of a value with its key or dash, and the comments right above, from 0."""
    lines = text.split("\n")
    first = node.key_location.line - 1
    indent = _indent(lines[first])
    last = first
    for at in range(first + 1, len(lines)):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            if _indent(lines[at]) <= indent:
                break
            last = at
    while lines[first - 1].lstrip().startswith("#") and _indent(lines[first - 1]) == indent:
        first -= 1
    return first, last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without(text: str, lines: tuple[int, int]) -> str:
    """Without these lines, and without the key of a list that has lost its last item."""
    kept = text.split("\n")
    first, last = lines
    above, indent = kept[first - 1], _indent(kept[first])
    follows = kept[last + 1] if last + 1 < len(kept) else ""
    if above.endswith(":") and _indent(above) < indent and (not follows.strip() or _indent(follows) < indent):
        first -= 1
    del kept[first : last + 1]
    if first and not kept[first - 1].strip() and (first >= len(kept) or not kept[first].strip()):
        del kept[first - 1]
    return "\n".join(kept)
