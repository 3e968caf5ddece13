"""What a cell comes to, and what the words in it mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vendorbook.importing.naming import same
from vendorbook.model import Node, Plain, Text
from vendorbook.policies.rulebook import Rulebook


class Read(NamedTuple):
    """A value, or the trouble with it; `also` are values that the same cell states of other fields."""

    value: Plain | None = None
    trouble: Text | None = None
    also: Mapping[str, Plain] = {}


@dataclass(frozen=True)
class Words:
    """What a firm's words mean: its own by field, and its people and systems by their names, as `same` has them."""

    own: Mapping[str, Mapping[str, Plain]]
    people: Mapping[str, tuple[str, ...]]
    systems: Mapping[str, tuple[str, ...]]


def words_of(book: Rulebook, own: Mapping[str, Mapping[str, Plain]]) -> Words:
    people = _by_name({id: [each.text("name"), id] for id, each in book.people.items()})
    systems = _by_name({id: [*_both(each), id] for id, each in book.systems.items()})
    return Words(own, people, systems)


def _both(node: Node) -> list[str]:
    return [node.text("name.zh-TW"), node.text("name.en")]


def _by_name(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id, spellings in names.items():
        for name in {same(each) for each in spellings if each}:
            found[name] = (*found.get(name, ()), id)
    return found
