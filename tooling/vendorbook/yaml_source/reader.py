"""The order in which a file is looked at: bytes, characters, lines, structure."""

from __future__ import annotations

from functools import partial

from vendorbook.model import Plain, Source
from vendorbook.model.places import Places, unpack
from vendorbook.yaml_source import messages
from vendorbook.yaml_source.characters import look_through
from vendorbook.yaml_source.decoding import decode
from vendorbook.yaml_source.events import YAMLError
from vendorbook.yaml_source.glance import glance
from vendorbook.yaml_source.lines import look_at_lines
from vendorbook.yaml_source.refusals import Refusals


def read(data: bytes, path: str) -> Source:
    """The values of a file and where each stands; Unreadable tells all that one reading finds to refuse."""
    refusals = Refusals(path)
    text = look_through(decode(data, refusals), refusals)
    refusals.last_line = text.count("\n") + 1
    look_at_lines(text, refusals)
    seen = None if refusals.places else glance(data)
    if seen is not None:
        return Source(path, seen.value, partial(_positions, data), seen.lists)
    value, places = _build(text, refusals)
    if not isinstance(value, dict):
        refusals.stop(*unpack(places[0]), messages.TOP_IS_NO_MAPPING)
    if refusals.places:
        raise refusals.unreadable()
    return Source(path, value, places)


def _build(text: str, refusals: Refusals) -> tuple[Plain, Places]:
    from vendorbook.yaml_source.building import build  # most files are good at a glance

    try:
        return build(text, refusals)
    except YAMLError as error:
        from vendorbook.yaml_source import syntax

        syntax.refuse(error, text, refusals)


def _positions(data: bytes, at_most: int | None) -> Places:
    from vendorbook.yaml_source.building import positions  # of most files nobody asks where anything stands

    return positions(data, at_most)
