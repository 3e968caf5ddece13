"""Some fields are filled once: what they say has happened, and stays so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendorbook.history import ChangedEngagement
from vendorbook.model import Node, Violation
from vendorbook.register import Context


class Params(NamedTuple):
    """The fields, of a list's items (by id) where a path has `[]`; `until` is the status up to which they may move."""

    fields: tuple[str, ...]
    until: str


def filled_fields_stay(record: ChangedEngagement, params: Params, _context: Context) -> Iterator[Violation]:
    """An item that is gone altogether is another policy's matter."""
    if record.root_before is None or record.root_after is None or record.status_before in ("draft", params.until):
        return
    for path in params.fields:
        block, _, field = path.rpartition("[].")
        before, after = (_blocks(root, block) for root in (record.root_before, record.root_after))
        for name in before.keys() & after.keys():
            was, now = before[name].plain(field), after[name].plain(field)
            if was is not None and was != now:
                values = {"field": field, "was": was, "now": "–" if now is None else now}
                yield Violation(after[name].nearest(field), values, "" if not name else "of-an-item")


def _blocks(root: Node, block: str) -> Mapping[str, Node]:
    """The items of a list by their ids; the record itself, under no name, where the path is of no list."""
    return {item.text("id"): item for item in root.find(f"{block}[]")} if block else {"": root}
