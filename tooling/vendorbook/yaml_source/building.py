"""Events to values and places. What is open is kept in a list: nesting never reaches the call stack."""

from __future__ import annotations

from itertools import islice

from vendorbook.model import Plain, Text
from vendorbook.model.places import Places, no_places, pack
from vendorbook.yaml_source import events as e
from vendorbook.yaml_source import keys, limits, messages
from vendorbook.yaml_source.characters import MASK
from vendorbook.yaml_source.framing import Framing, without_properties
from vendorbook.yaml_source.refusals import Refusals
from vendorbook.yaml_source.scalars import EMPTY, HEADS, meaning

_LINE = pack(1, 0)
_FIRST = pack(1, 1)
_EVENTS = limits.PARTS + 4  # the stream's and the document's own

_Open = tuple["dict[str, Plain] | None", "list[Plain]", int]
"""What is being read: the mapping if it is one, else its items; and where its own place is among all."""


def build(text: str, refusals: Refusals) -> tuple[Plain, Places]:
    """The value of a text and its places; may raise YAMLError."""
    return _Building(text, refusals).take_all()


def positions(data: bytes, at_most: int | None) -> Places:
    """The first so many places of a file that was found good; its bytes are half of what its text would be."""
    beginnings = (event for event in e.events(data) if event.__class__ in e.BEGINNINGS)
    marks = [event.start_mark for event in islice(beginnings, at_most)]
    return no_places([mark.line * _LINE + mark.column + _FIRST for mark in marks])


class _Building:
    def __init__(self, text: str, refusals: Refusals) -> None:
        self.refusals = refusals
        self.framing = Framing(text, refusals)
        self.events = without_properties(text, e.events(text), refusals)
        self.is_masked = MASK in text
        self.has_escapes = "\\" in text
        self.outer: list[_Open] = []
        self.places = no_places()
        self.now: _Open = (None, [], 0)

    def take_all(self) -> tuple[Plain, Places]:
        mapping, items, _ = top = self.now
        key: str | None = None
        scalar, has_escapes, good_key, add_place = e.SCALAR, self.has_escapes, keys.GOOD.get, self.places.append
        for event in islice(self.events, _EVENTS):
            if event.__class__ is not scalar:
                self._take(event, key)
                mapping, items, _ = self.now
                key = None
                continue
            mark, value = event.start_mark, event.value
            add_place(mark.line * _LINE + mark.column + _FIRST)
            if mapping is None:
                items.append(self._meaning(event))
            elif key is None:
                key = good_key(value)  # the one text for all its occurrences
                if key is None or key in mapping:
                    self._look_at_key(event)
                    key = value
            else:
                mapping[key] = self._meaning(event) if has_escapes or value[:1] in HEADS else value
                key = None
        if not self.framing.ended:
            self.refusals.stop_at(event, messages.TOO_MANY)
        return top[1][0], self.places

    def _look_at_key(self, event: e.Event) -> None:
        if not (self.is_masked and MASK in event.value):
            keys.look_at(event, self.now[0] or {}, self.places[self.now[2] :], self.refusals)

    def _meaning(self, event: e.Event) -> Plain:
        value = meaning(event)
        if not isinstance(value, Text):
            return value
        if self.is_masked and MASK in event.value:  # refused before
            return ""
        if value is EMPTY and self.now[0] is not None:
            key_place = self.places[-2]
            self.refusals.add(key_place // _LINE, key_place % _LINE, value)
        elif self.outer:
            self.refusals.add_at(event, value)
        return ""

    def _take(self, event: e.Event, key: str | None) -> None:
        kind = event.__class__
        if kind is e.MAPPING_END or kind is e.LIST_END:
            self.now = self.outer.pop()
        elif kind is e.MAPPING_START:
            self._open(event, key, {}, [])
        elif kind is e.LIST_START:
            self._open(event, key, None, [])
        elif kind is e.ALIAS:
            self.refusals.add_at(event, messages.ALIAS)
            self._put(event, key, "")
        else:
            self.framing.take(event)

    def _open(self, event: e.Event, key: str | None, mapping: dict[str, Plain] | None, items: list[Plain]) -> None:
        if len(self.outer) == limits.DEPTH:
            self.refusals.stop_at(event, messages.TOO_DEEP)
        start = len(self.places)
        self._put(event, key, items if mapping is None else mapping)
        self.outer.append(self.now)
        self.now = mapping, items, start

    def _put(self, event: e.Event, key: str | None, value: Plain) -> None:
        mapping, items, _ = self.now
        self.places.append(event.start_mark.line * _LINE + event.start_mark.column + _FIRST)
        if mapping is None:
            items.append(value)
        elif key is None:
            self.refusals.stop_at(event, keys.COLLECTION)
        else:
            mapping[key] = value
