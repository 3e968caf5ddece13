"""What stands around a file's one value: documents, directives, anchors and tags. All of it is refused."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.yaml_source import events as e
from vendorbook.yaml_source import messages
from vendorbook.yaml_source.refusals import Refusals


class Framing:
    """Sees to it that a file is one plain document, from its first line to its last."""

    def __init__(self, text: str, refusals: Refusals) -> None:
        self.is_blank = not text.strip()
        self.refusals = refusals
        self.documents = 0
        self.ended = False

    def take(self, event: e.Event) -> None:
        kind = event.__class__
        if kind is e.DOCUMENT_START:
            self._start(event)
        elif kind is e.DOCUMENT_END and event.explicit:
            self.refusals.add_at(event, messages.DOCUMENT_END)
        elif kind is e.STREAM_END:
            self._end()

    def _start(self, event: e.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refusals.stop_at(event, messages.SECOND_DOCUMENT)
        if event.version or event.tags:
            self.refusals.add_at(event, messages.DIRECTIVE)

    def _end(self) -> None:
        self.ended = True
        if not self.documents:
            self.refusals.stop(1, 1, messages.EMPTY_FILE if self.is_blank else messages.ONLY_COMMENTS)


def without_properties(text: str, events: Iterator[e.Event], refusals: Refusals) -> Iterator[e.Event]:
    """The same events, anchors and tags refused on the way; a text without their signs has none."""
    if "&" not in text and "!" not in text:
        return events
    return (_looked_at(event, refusals) for event in events)


def _looked_at(event: e.Event, refusals: Refusals) -> e.Event:
    if event.__class__ is not e.ALIAS and getattr(event, "anchor", None) is not None:
        refusals.add_at(event, messages.ANCHOR)
    if getattr(event, "tag", None) is not None:
        refusals.add_at(event, messages.TAG)
    return event
