"""A file as `vendorbook fix` would leave it, as the fewest rows that an editor has to write over."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from lsprotocol.types import Position, Range, TextEdit

from vendorbook.editing.desk import Desk
from vendorbook.editing.fixing import fixed
from vendorbook.editing.what_stays import Committed
from vendorbook.lsp.texts import Open, as_bytes
from vendorbook.model import CannotJudge, Unreadable


def mending(opened: Open, desk: Desk) -> list[TextEdit]:
    """What to write in place of what; nothing where nothing is to be mended, or more is wrong than can be."""
    committed = Committed(desk.root)
    if committed.why_it_stays(opened.at.path) is not None:
        return []
    try:
        after = fixed(desk, committed)(opened.at.path, as_bytes(opened.text)).decode()
    except (Unreadable, CannotJudge, OSError):
        return []
    return list(_edits(_rows(opened.text), _rows(after)))


def _rows(text: str) -> list[str]:
    """Of what can be mended every row ends in LF, and nothing else ends one."""
    return [f"{row}\n" for row in text.split("\n")[:-1]]


def _edits(before: list[str], after: list[str]) -> Iterator[TextEdit]:
    for what, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        if what != "equal":
            yield TextEdit(Range(Position(start, 0), Position(end, 0)), "".join(after[first:last]))
