"""libyaml's events, with types: the one place that touches PyYAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

__all__ = [
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "Mark",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "StreamStartEvent",
    "YAMLError",
    "events",
    "stumble",
]


class Mark(Protocol):
    """A place; line and column count from 0, columns in characters."""

    line: int
    column: int


class Event(Protocol):
    """Any event. `value` and `style` are a scalar's, `anchor` and `tag` a node's, the rest a document's."""

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str
    explicit: bool
    version: tuple[int, int] | None
    tags: dict[str, str] | None


def events(text: str) -> Iterator[Event]:
    """The events of a text, as they are parsed; may raise YAMLError."""
    return cast("Iterator[Event]", iter(CParser(text).get_event, None))


def stumble(error: YAMLError) -> tuple[str, Mark | None, Mark | None]:
    """libyaml's complaint in its own fixed words, where it stopped, and where what it was reading began."""
    if not isinstance(error, MarkedYAMLError):
        return "", None, None
    return (
        error.problem or "",
        cast("Mark | None", error.problem_mark),
        cast("Mark | None", error.context_mark),
    )
