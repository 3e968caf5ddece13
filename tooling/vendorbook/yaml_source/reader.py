"""The order in which a file is looked at: bytes, characters, conflicts, structure."""

from __future__ import annotations

from vendorbook.model import Plain, Source
from vendorbook.model.node import Places, pack
from vendorbook.yaml_source import messages, syntax
from vendorbook.yaml_source.building import build
from vendorbook.yaml_source.characters import look_through
from vendorbook.yaml_source.conflicts import look_for_conflicts
from vendorbook.yaml_source.decoding import decode
from vendorbook.yaml_source.events import YAMLError
from vendorbook.yaml_source.refusals import Refusals


def read(data: bytes, path: str) -> Source:
    """The values of a file and where each stands; Unreadable tells all that one reading finds to refuse."""
    refusals = Refusals(path)
    text = look_through(decode(data, refusals), refusals)
    look_for_conflicts(text, refusals)
    _look_at_last_line(text, refusals)
    value, places = _build(text, refusals)
    if not isinstance(value, dict):
        refusals.stop(*_start_of(places), messages.TOP_IS_NO_MAPPING)
    if refusals.places:
        raise refusals.unreadable()
    return Source(path, value, places)


def _build(text: str, refusals: Refusals) -> tuple[Plain, Places]:
    try:
        return build(text, refusals)
    except YAMLError as error:
        syntax.refuse(error, text.count("\n") + 1, refusals)


def _look_at_last_line(text: str, refusals: Refusals) -> None:
    if text and not text.endswith("\n"):
        last = text.rfind("\n") + 1
        refusals.add(text.count("\n") + 1, len(text) - last + 1, messages.NO_LAST_NEWLINE)


def _start_of(places: Places) -> tuple[int, int]:
    """Where a value begins, as line and column."""
    while not isinstance(places, int):
        places = places[0]
    return divmod(places, pack(1, 0))
