"""Why a file is not valid: the faults, placed and put in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, cast

from vendorbook.model import Node, Source, Text
from vendorbook.schema_check import messages
from vendorbook.schema_check.fault import Fault
from vendorbook.schema_check.faults import faults
from vendorbook.schema_check.problem import Problem
from vendorbook.schema_check.schema_file import Schema

MOST = 100
"""How many problems of one file are shown; whoever has more mends these first."""

_MOST_FAULTS = 500

_ABOUT_KEYS = frozenset({"additionalProperties", "required", "maxProperties"})
_BY_WEIGHT = ("type", "const", "enum", "minLength", "maxLength", "format", "pattern")
"""Of several faults of one value, the first of these is told."""


def explained(source: Source, schema: Schema) -> list[Problem]:
    """Every problem of a file that was found invalid, in the order of the file; never empty."""
    found = [
        problem
        for fault in _telling(islice(faults(source.value, schema), _MOST_FAULTS))
        for problem in _problems(fault, source.root)
    ]
    unique = {(problem.location, problem.message): problem for problem in found}
    placed = sorted(unique.items(), key=lambda item: (item[0][0], item[0][1].en))
    return [problem for _, problem in placed[:MOST]] or [Problem(source.root, messages.UNEXPLAINED)]


def first_fault(value: Schema, schema: Schema) -> tuple[tuple[str | int, ...], Text]:
    """What a schema (the meta-schema) objects to deepest in a value, and the way to it."""
    found = max(faults(value, schema), key=lambda fault: len(fault.way), default=None)
    if found is None:
        return (), messages.UNEXPLAINED
    if found.keyword == "additionalProperties":
        key = _unknown_keys(found)[0]
        return (*found.way, key), messages.unknown_key(found, key)
    if found.keyword == "required":
        key = _missing_keys(found)[0]
        return found.way, messages.missing_key(found, key)
    return found.way, messages.message(found)


def _telling(found: Iterable[Fault]) -> list[Fault]:
    """One fault of a value is enough; what is said of its keys is said as well."""
    of_keys: list[Fault] = []
    of_values: dict[tuple[str | int, ...], Fault] = {}
    for fault in found:
        if fault.of_key or fault.keyword in _ABOUT_KEYS:
            of_keys.append(fault)
        elif fault.way not in of_values or _weight(fault) < _weight(of_values[fault.way]):
            of_values[fault.way] = fault
    return of_keys + list(of_values.values())


def _weight(fault: Fault) -> int:
    return _BY_WEIGHT.index(fault.keyword) if fault.keyword in _BY_WEIGHT else len(_BY_WEIGHT)


def _problems(fault: Fault, root: Node) -> Iterator[Problem]:
    node = _node(root, fault.way)
    if fault.keyword == "additionalProperties":
        for key in _unknown_keys(fault)[:MOST]:
            yield Problem(node.nearest(key), messages.unknown_key(fault, key), at_key=True)
    elif fault.keyword == "required":
        for key in _missing_keys(fault):
            yield Problem(node, messages.missing_key(fault, key))
    elif fault.of_key:
        yield Problem(node.nearest(str(fault.value)), messages.message(fault), at_key=True)
    else:
        yield Problem(node, messages.message(fault))


def _unknown_keys(fault: Fault) -> list[str]:
    known = fault.part.get("properties", {})
    return [key for key in cast("dict[str, object]", fault.value) if key not in known]


def _missing_keys(fault: Fault) -> list[str]:
    present = cast("dict[str, object]", fault.value)
    return [key for key in cast("list[str]", fault.wanted) if key not in present]


def _node(node: Node, way: Iterable[str | int]) -> Node:
    for step in way:
        node = Node(node.source, node, (step,), cast("Any", node.value)[step])
    return node
