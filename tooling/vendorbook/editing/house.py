"""ruamel.yaml, set to the house's layout: two spaces, a dash set in, quotes only where the strict reader needs them.

Every scalar is text to it: what an unquoted word means is for the strict reader to say, and for nobody else.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.emitter import RoundTripEmitter
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    PlainScalarString,
    SingleQuotedScalarString,
)

from vendorbook.model import Plain, as_date
from vendorbook.yaml_source.scalars import plain

_OF_BRACKETS = re.compile(r"^[?:]|:[?,\[\]{}]")
"""What would begin a key or a value within brackets."""

_NEVER = 1 << 20
"""Columns after which a line is broken: more than a file may have."""

_LIKE_A_NUMBER = frozenset("+-.0123456789")


class _Resolver(BaseResolver):
    """Knows of no other type than text; and of no version of YAML, of which ours is but the part that all share."""

    def __init__(self, version: Any = None, loader: Any = None, loadumper: Any = None) -> None:  # noqa: ARG002
        super().__init__(loader)

    @property
    def processing_version(self) -> tuple[int, int]:
        return 1, 2


class _Emitter(RoundTripEmitter):
    """Writes double quotes where it has to quote."""

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


def yaml() -> YAML:
    """A new one: it keeps state between uses."""
    made = YAML(typ="rt", pure=True)
    made.Resolver = _Resolver
    made.Emitter = _Emitter
    made.Constructor = RoundTripConstructor
    made.width = _NEVER
    made.brace_single_entry_mapping_in_flow_sequence = True  # else `[{a: 1}]` becomes `[a: 1]`
    made.preserve_quotes = True
    made.allow_duplicate_keys = False
    made.indent(mapping=2, sequence=4, offset=2)
    return made


def dumped(node: Any) -> str:
    """Text of a node that `yaml().load` or `node_of` gave."""
    out = StringIO()
    yaml().dump(node, out)
    return out.getvalue()


def node_of(value: Plain, *, flow: bool = False) -> Any:
    """A value of ours as ruamel.yaml has it, with what quotes it needs; `flow` writes it and all below in brackets."""
    if isinstance(value, dict):
        node: Any = CommentedMap((scalar(key), node_of(below, flow=flow)) for key, below in value.items())
    elif isinstance(value, list):
        node = CommentedSeq(node_of(item, flow=flow) for item in value)
    else:
        return scalar(value)
    if flow or not value:
        node.fa.set_flow_style()
    return node


def scalar(value: str | float | bool) -> str:
    """The word that the strict reader reads as the value again."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    if "\n" in value:
        return str.__new__(LiteralScalarString, value)
    is_safe = plain(value) == value and _OF_BRACKETS.search(value) is None
    return value if is_safe else str.__new__(DoubleQuotedScalarString, value)


def unquoted(word: Any) -> Any:
    """A scalar that was loaded, without the quotes that it can do without.

    A clause or a telephone number keeps them, as its schema asks: the next one may be read as a number without.
    Several lines in quotes stay so: ruamel.yaml would write them as a block, and lose the comment that follows.
    """
    if isinstance(word, DoubleQuotedScalarString | SingleQuotedScalarString) and "\n" not in word:
        if word[:1] in _LIKE_A_NUMBER and as_date(str(word)) is None:
            return DoubleQuotedScalarString(word)
        bare = scalar(str(word))
        return bare if isinstance(bare, DoubleQuotedScalarString) else PlainScalarString(bare)  # a str keeps its quotes
    return word
