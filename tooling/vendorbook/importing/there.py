"""What the register holds already: the values of its suppliers and engagements, by record id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vendorbook.model import Plain, Unreadable
from vendorbook.repository import Snapshot
from vendorbook.yaml_source import read

Values = dict[str, Plain]


class There(NamedTuple):
    """By record id; of one that cannot be read (its path is in `unreadable`) nothing is known but its id."""

    suppliers: Mapping[str, Values]
    engagements: Mapping[str, Values]
    unreadable: tuple[str, ...]


def what_is_there(snapshot: Snapshot) -> There:
    suppliers: dict[str, Values] = {}
    engagements: dict[str, Values] = {}
    unreadable: list[str] = []
    for path in snapshot.files():
        parts = path.split("/")
        if parts[0] == "vendors" and parts[-1] in ("supplier.yaml", "engagement.yaml"):
            into = suppliers if parts[-1] == "supplier.yaml" else engagements
            value = _value(snapshot, path)
            into["/".join(parts[1:-1])] = value or {}
            unreadable += [path] if value is None else []
    return There(suppliers, engagements, tuple(unreadable))


def _value(snapshot: Snapshot, path: str) -> Values | None:
    try:
        value = read(snapshot.read(path), path).value
    except Unreadable:
        return None
    return value if isinstance(value, dict) else None
