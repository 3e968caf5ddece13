"""The order in which a file is looked at: bytes, characters, lines, structure."""

from __future__ import annotations

from vendorbook.model import Source
from vendorbook.model.places import unpack
from vendorbook.yaml_source import messages, syntax
from vendorbook.yaml_source.building import Built, build
from vendorbook.yaml_source.characters import look_through
from vendorbook.yaml_source.decoding import decode
from vendorbook.yaml_source.events import YAMLError
from vendorbook.yaml_source.lines import look_at_lines
from vendorbook.yaml_source.refusals import Refusals


def read(data: bytes, path: str) -> Source:
    """The values of a file and where each stands; Unreadable tells all that one reading finds to refuse."""
    refusals = Refusals(path)
    text = look_through(decode(data, refusals), refusals)
    refusals.last_line = text.count("\n") + 1
    look_at_lines(text, refusals)
    built = _build(text, refusals)
    if not isinstance(built.value, dict):
        refusals.stop(*unpack(built.places[0]), messages.TOP_IS_NO_MAPPING)
    if refusals.places:
        raise refusals.unreadable()
    return Source(path, *built)


def _build(text: str, refusals: Refusals) -> Built:
    try:
        return build(text, refusals)
    except YAMLError as error:
        syntax.refuse(error, text, refusals)
