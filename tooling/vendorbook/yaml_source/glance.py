"""A file with nothing to refuse, read at a glance: nearly all of them, and so what reading a register costs.

Whatever is not plainly good is left to `building`, which looks closely and says where. What a glance takes for good,
`building` reads in the same way: a test holds them to that.
"""

from typing import NamedTuple

from vendorbook.model import Plain, Text
from vendorbook.yaml_source import events as e
from vendorbook.yaml_source.keys import GOOD, good
from vendorbook.yaml_source.limits import DEPTH, PARTS
from vendorbook.yaml_source.scalars import HEADS, meaning

WORDS: dict[str, str] = {}
"""Texts that mean themselves, quoted or not, each held once for all its occurrences."""

_SHORT = 24
"""Characters below which a text is likely to come again: `met`, a system's id, a day."""

_MOST_WORDS = 65536


class Seen(NamedTuple):
    """The value of a file, and every list in it."""

    value: Plain
    lists: list[list[Plain]]


def glance(data: bytes) -> Seen | None:
    """What a text in UTF-8 comes to; None where it has to be looked at closely."""
    if b"&" in data or b"!" in data or b"\\" in data:
        return None
    try:
        return _seen(data)
    except e.YAMLError:
        return None


def _seen(data: bytes) -> Seen | None:
    next_event = e.parser(data)
    next_event()  # the stream begins
    document = next_event()
    if document.__class__ is not e.DOCUMENT_START or document.version or document.tags:
        return None
    if next_event().__class__ is not e.MAPPING_START:
        return None
    top: dict[str, Plain] = {}
    lists: list[list[Plain]] = []
    is_good = _fill(top, next_event, lists) and not next_event().explicit and next_event().__class__ is e.STREAM_END
    return Seen(top, lists) if is_good else None


def _fill(mapping: dict[str, Plain] | None, next_event: e.NextEvent, lists: list[list[Plain]]) -> bool:  # noqa: C901
    """Whether all is good up to the end of the topmost mapping, which is filled.

    Every run's hottest loop, two million turns for a thousand engagements: one function, since calls would double it.
    """
    scalar, mapping_start, mapping_end, list_start, list_end = e.VALUE_EVENTS
    good_key, word = GOOD.get, WORDS.get
    items: list[Plain] = []
    outer: list[tuple[dict[str, Plain] | None, list[Plain]]] = []
    key: str | None = None
    for _ in range(PARTS - 1):
        event = next_event()
        kind = event.__class__
        if kind is scalar:
            text = event.value
            if mapping is not None and key is None:
                key = good_key(text) or good(event)  # the one text for all its occurrences
                if key is None or key in mapping:
                    return False
                continue
            value: Plain | None = word(text)
            if value is None:
                meant = meaning(event)
                if isinstance(meant, Text):
                    return False
                value = meant
                if len(text) < _SHORT:
                    _remember(value, event)
            if mapping is None:
                items.append(value)
            elif key is not None:
                mapping[key] = value
                key = None
        elif kind is mapping_end or kind is list_end:
            if not outer:
                return True
            mapping, items = outer.pop()
        elif kind is mapping_start or kind is list_start:
            if len(outer) == DEPTH - 1:
                return False
            block: dict[str, Plain] | None = {} if kind is mapping_start else None
            listed: list[Plain] = [] if block is None else items
            inner = listed if block is None else block
            if mapping is None:
                items.append(inner)
            elif key is None:
                return False
            else:
                mapping[key] = inner
                key = None
            outer.append((mapping, items))
            mapping, items = block, listed
            if block is None:
                lists.append(listed)
        else:
            return False
    return False


def _remember(value: Plain, event: e.Event) -> None:
    """A text that means the same with quotes and without them."""
    text = event.value
    if len(WORDS) < _MOST_WORDS and value == text and (event.style == "" or text[:1] not in HEADS):
        WORDS[text] = text
