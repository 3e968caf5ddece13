"""Words that versions of YAML read differently, put in quotes: then they say what stands there, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vendorbook import yaml_source
from vendorbook.editing.house import dumped, node_of, yaml
from vendorbook.editing.parts import comments
from vendorbook.model import CannotJudge, Location, Text, Unreadable
from vendorbook.yaml_source import events as e
from vendorbook.yaml_source.scalars import plain

_NOTHING = ("", "~", "null")
"""Not repaired: nobody but the writer knows what should stand there."""


def quoted(text: str, path: str, kept: Collection[str]) -> str:
    """The text with such words in quotes, but for those below the keys at the top that are kept.

    Raises Unreadable where more than that is wrong.
    """
    try:
        yaml_source.read(text.encode(), path)
        return text
    except Unreadable as unreadable:
        places = {(each.location.line, each.location.column) for each in unreadable.refusals}
        found = [each for each in _words(text) if (each.start_mark.line + 1, each.start_mark.column + 1) in places]
        wrong = [each for each in found if not _is_kept(text, each.start_mark.line, kept)]
        if not wrong:
            raise
    after = text
    for event in reversed(wrong):
        word = dumped(node_of([event.value], flow=True)).strip()[1:-1]
        after = after[: event.start_mark.index] + word + after[event.end_mark.index :]
    yaml_source.read(after.encode(), path)
    if yaml().load(after) != yaml().load(text) or comments(after) != comments(text):
        raise CannotJudge(_OTHER, Location(path, 1, 1))
    return after


def _words(text: str) -> Iterator[e.Event]:
    try:
        for event in e.events(text):
            is_word = event.__class__ is e.SCALAR and event.style == "" and event.value not in _NOTHING
            if is_word and isinstance(plain(event.value), Text):
                yield event
    except e.YAMLError:
        return


def _is_kept(text: str, line: int, kept: Collection[str]) -> bool:
    tops = [each for each in text.split("\n")[: line + 1] if each[:1] not in ("", " ", "#", "-")]
    return bool(tops) and tops[-1].partition(":")[0] in kept


_OTHER = Text("加引號會改變內容，因此未寫入", "quotes would change what it says, so nothing was written")
