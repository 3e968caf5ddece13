"""Events to values and places. What is open is kept in a list: nesting never reaches the call stack."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import NoReturn

from vendorbook.model import Plain, Text
from vendorbook.model.node import Places, pack
from vendorbook.yaml_source import events as e
from vendorbook.yaml_source import keys, limits, messages
from vendorbook.yaml_source.characters import MASK, trouble_in
from vendorbook.yaml_source.refusals import Refusals
from vendorbook.yaml_source.scalars import EMPTY, HEADS, plain

_LINE = pack(1, 0)
_FIRST = pack(1, 1)
_EVENTS = limits.PARTS + 4  # the stream's and the document's own

_Open = tuple["dict[str, Plain] | None", "list[Plain]", "list[Places]"]


class Building:
    """A file as far as it has been read: the innermost open list or mapping, and those around it."""

    def __init__(self, text: str, refusals: Refusals) -> None:
        self.refusals = refusals
        self.text = text
        self.has_properties = "&" in text or "!" in text
        self.has_escapes = "\\" in text
        self.outer: list[_Open] = []
        self.mapping: dict[str, Plain] | None = None
        self.items: list[Plain] = []
        self.places: list[Places] = [_FIRST]
        self.key: str | None = None
        self.ended = False

    def take_all(self) -> tuple[Plain, Places]:
        """The whole file's value and places."""
        take: dict[type, Callable[[e.Event], None]] = {
            e.ScalarEvent: self._scalar,
            e.MappingStartEvent: self._mapping_start,
            e.SequenceStartEvent: self._list_start,
            e.MappingEndEvent: self._end,
            e.SequenceEndEvent: self._end,
            e.AliasEvent: self._alias,
            e.DocumentStartEvent: self._document_start,
            e.DocumentEndEvent: self._document_end,
            e.StreamStartEvent: _nothing,
            e.StreamEndEvent: self._stream_end,
        }
        for event in islice(e.events(self.text), _EVENTS):
            take[event.__class__](event)
        if not self.ended:
            self._stop(event, messages.TOO_MANY)
        return self.items[0], self.places[1]

    # -- scalars, the path that speed depends on ---------------------------------------------------

    def _scalar(self, event: e.Event) -> None:
        mark, value = event.start_mark, event.value
        place = mark.line * _LINE + mark.column + _FIRST
        if self.has_properties:
            self._refuse_properties(event)
        if self.mapping is None:
            self.items.append(self._value(event, value))
        elif self.key is None:
            if value in self.mapping or keys.trouble_with(value, event.style):
                self._refuse_key(event, value)
            self.key = value
        else:
            self.mapping[self.key] = self._value(event, value)
            self.key = None
        self.places.append(place)

    def _value(self, event: e.Event, value: str) -> Plain:
        if value[:1] in HEADS and not event.style:
            meant = plain(value)
            return self._refuse_value(event, meant) if isinstance(meant, Text) else meant
        if self.has_escapes and event.style == '"' and MASK not in value and (trouble := trouble_in(value)):
            self._refuse(event, trouble)
        return value

    # -- lists and mappings ------------------------------------------------------------------------

    def _mapping_start(self, event: e.Event) -> None:
        self._open(event, {})

    def _list_start(self, event: e.Event) -> None:
        self._open(event, None)

    def _open(self, event: e.Event, mapping: dict[str, Plain] | None) -> None:
        if self.has_properties:
            self._refuse_properties(event)
        if self.mapping is not None and self.key is None:
            self._stop(event, keys.COLLECTION)
        if len(self.outer) == limits.DEPTH:
            self._stop(event, messages.TOO_DEEP)
        items: list[Plain] = []
        self._put(items if mapping is None else mapping)
        self.outer.append((self.mapping, self.items, self.places))
        self.mapping, self.items = mapping, items
        places: list[Places] = [_place(event)]
        self.places.append(places)
        self.places = places

    def _put(self, value: Plain) -> None:
        if self.mapping is None:
            self.items.append(value)
        elif self.key is not None:
            self.mapping[self.key] = value
            self.key = None

    def _end(self, _event: e.Event) -> None:
        self.mapping, self.items, self.places = self.outer.pop()

    # -- the file ----------------------------------------------------------------------------------

    def _document_start(self, event: e.Event) -> None:
        if self.items:
            self._stop(event, messages.SECOND_DOCUMENT)
        if event.version or event.tags:
            self._refuse(event, messages.DIRECTIVE)

    def _document_end(self, event: e.Event) -> None:
        if event.explicit:
            self._refuse(event, messages.DOCUMENT_END)

    def _stream_end(self, _event: e.Event) -> None:
        self.ended = True
        if not self.items:
            self.refusals.stop(1, 1, messages.ONLY_COMMENTS if self.text.strip() else messages.EMPTY_FILE)

    # -- what is refused ---------------------------------------------------------------------------

    def _alias(self, event: e.Event) -> None:
        self._refuse(event, messages.ALIAS)
        if self.mapping is not None and self.key is None:
            self.key = ""
        else:
            self._put("")
        self.places.append(_place(event))

    def _refuse_properties(self, event: e.Event) -> None:
        if event.anchor is not None:
            self._refuse(event, messages.ANCHOR)
        if event.tag is not None:
            self._refuse(event, messages.TAG)

    def _refuse_key(self, event: e.Event, key: str) -> None:
        trouble = keys.trouble_with(key, event.style)
        if trouble is None:
            self._refuse(event, keys.duplicate(key, self._line_of(key)))
        elif MASK not in key:
            self._refuse(event, trouble)

    def _line_of(self, key: str) -> int:
        earlier = self.places[1::2][list(self.mapping or ()).index(key)]
        return earlier // _LINE if isinstance(earlier, int) else 1

    def _refuse_value(self, event: e.Event, trouble: Text) -> str:
        before = self.places[-1]
        if trouble is EMPTY and self.key is not None and isinstance(before, int):
            self.refusals.add(before // _LINE, before % _LINE, trouble)
        elif self.outer:
            self._refuse(event, trouble)
        return ""

    def _refuse(self, event: e.Event, message: Text) -> None:
        self.refusals.add(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _stop(self, event: e.Event, message: Text) -> NoReturn:
        self.refusals.stop(event.start_mark.line + 1, event.start_mark.column + 1, message)


def _place(event: e.Event) -> int:
    return event.start_mark.line * _LINE + event.start_mark.column + _FIRST


def _nothing(_event: e.Event) -> None:
    """The stream's start says nothing."""
