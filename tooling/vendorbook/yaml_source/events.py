"""libyaml's events, with types: the one place that touches PyYAML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from yaml import MarkedYAMLError
from yaml import YAMLError as YAMLError  # for the readers of these events
from yaml import events as kinds
from yaml._yaml import CParser


class Mark(Protocol):
    """A place; index, line and column count from 0, in characters."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """Any event. `value` and `style` are a scalar's, `anchor` and `tag` a node's, the rest a document's."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str
    explicit: bool
    version: tuple[int, int] | None
    tags: dict[str, str] | None


def _kind(kind: type) -> type[Event]:
    return cast("type[Event]", kind)


SCALAR = _kind(kinds.ScalarEvent)
LIST_START = _kind(kinds.SequenceStartEvent)
LIST_END = _kind(kinds.SequenceEndEvent)
MAPPING_START = _kind(kinds.MappingStartEvent)
MAPPING_END = _kind(kinds.MappingEndEvent)
ALIAS = _kind(kinds.AliasEvent)
DOCUMENT_START = _kind(kinds.DocumentStartEvent)
DOCUMENT_END = _kind(kinds.DocumentEndEvent)
STREAM_END = _kind(kinds.StreamEndEvent)


VALUE_EVENTS = (SCALAR, MAPPING_START, MAPPING_END, LIST_START, LIST_END)
"""All that a value is made of."""

BEGINNINGS = (SCALAR, MAPPING_START, LIST_START)
"""Each of them takes a position (see vendorbook.model.places)."""

NextEvent = Callable[[], Event]


def parser(text: str | bytes) -> NextEvent:
    """Gives the next event of a text at each call, the stream's end last; bytes are UTF-8. May raise YAMLError."""
    return cast("NextEvent", CParser(text).get_event)


def events(text: str | bytes) -> Iterator[Event]:
    """The events of a text, as they are parsed; may raise YAMLError."""
    return cast("Iterator[Event]", iter(parser(text), None))


def stumble(error: YAMLError) -> tuple[str, Mark | None, Mark | None]:
    """libyaml's complaint in its own fixed words, where it stopped, and where what it was reading began."""
    if not isinstance(error, MarkedYAMLError):
        return "", None, None
    return (
        error.problem or "",
        cast("Mark | None", error.problem_mark),
        cast("Mark | None", error.context_mark),
    )
