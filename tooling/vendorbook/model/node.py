"""A value in a file, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vendorbook.model.places import Places, Plain, place_of, unpack


class Location(NamedTuple):
    """A place in a file of the register; line and column count from 1, columns in characters."""

    path: str
    line: int
    column: int


class Source:
    """A file that was read: its path from the register's root, its data, and where each part stands.

    Of most files nobody asks where anything stands: `places` may be what finds them out, and is called only then.
    `lists` are all lists in the data, which the reader has met anyway; None where nobody has gathered them.
    """

    __slots__ = ("_places", "lists", "path", "value")

    def __init__(
        self,
        path: str,
        value: Plain,
        places: Places | Callable[[], Places],
        lists: list[list[Plain]] | None = None,
    ) -> None:
        self.path = path
        self.value = value
        self.lists = lists
        self._places = places

    @property
    def places(self) -> Places:
        """One position a part (see vendorbook.model.places)."""
        if callable(self._places):
            self._places = self._places()
        return self._places

    @property
    def root(self) -> Node:
        return Node(self, None, "", self.value)


class Node:
    """A value together with its way down from the top of its file.

    Cheap to make: positions are looked up only when somebody asks for `location`.
    """

    __slots__ = ("key", "parent", "source", "value")

    def __init__(self, source: Source, parent: Node | None, key: str | int, value: Plain) -> None:
        self.source = source
        self.parent = parent
        self.key = key
        self.value = value

    def __repr__(self) -> str:
        return f"<Node {self.source.path}#{self.pointer}>"

    # -- going down ------------------------------------------------------------------------------

    def get(self, key: str) -> Node | None:
        """The value under a key; None when this is no mapping or has no such key."""
        value = self.value
        if value.__class__ is dict:
            below = value.get(key)
            if below is not None:
                return Node(self.source, self, key, below)
        return None

    def at(self, path: str) -> Node | None:
        """The value at a dotted path (`contract.signed_on`), or None."""
        node = self
        for key in _steps(path):
            value = node.value
            below = value.get(key) if value.__class__ is dict else None
            if below is None:
                return None
            node = Node(self.source, node, key, below)
        return node

    def find(self, path: str) -> Iterator[Node]:
        """Every value at a dotted path in which `[]` stands for each item: `access.grants[].holder`."""
        nodes: list[Node] = [self]
        for name, each in _stretches(path):
            found: list[Node] = []
            for node in nodes:
                if (below := node.at(name)) is not None:
                    found += below.items() if each else (below,)
            nodes = found
        return iter(nodes)

    def items(self) -> list[Node]:
        """The items of a list; none when this is no list (as where `{none: reason}` stands)."""
        if not isinstance(self.value, list):
            return []
        return [Node(self.source, self, index, item) for index, item in enumerate(self.value)]

    def fields(self) -> list[Node]:
        """The values of a mapping, each knowing its key; none when this is no mapping."""
        if not isinstance(self.value, dict):
            return []
        return [Node(self.source, self, key, value) for key, value in self.value.items()]

    def nearest(self, path: str) -> Node:
        """The deepest value that exists on the way to a path: where a missing field would have to go."""
        node = self
        for key in _steps(path):
            below = node.get(key)
            if below is None:
                break
            node = below
        return node

    # -- reading ---------------------------------------------------------------------------------

    def text(self, path: str) -> str:
        """The text at a path, or the empty text."""
        value = self.plain(path)
        return value if value.__class__ is str else ""

    def plain(self, path: str) -> Plain | None:
        """The bare value at a path, or None."""
        value: Plain | None = self.value
        for key in _steps(path):
            if value.__class__ is not dict:
                return None
            value = value.get(key)
        return value

    def date(self, path: str) -> date | None:
        """The date at a path, or None; the schemas have made sure that it is one."""
        return as_date(self.plain(path))

    # -- where -----------------------------------------------------------------------------------

    @property
    def way(self) -> tuple[str | int, ...]:
        """Keys and indexes from the top of the file down to here."""
        steps: list[str | int] = []
        node = self
        while node.parent is not None:
            steps.append(node.key)
            node = node.parent
        return tuple(reversed(steps))

    @property
    def pointer(self) -> str:
        """The JSON pointer (RFC 6901) of this value in its file."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.way)

    @property
    def location(self) -> Location:
        """Where a reader should look: a scalar itself, a block's key, a list item's beginning."""
        return self._at(place_of(self.source.value, self.source.places, self.way))

    @property
    def key_location(self) -> Location:
        """Where the key of this value stands; the value's own place for a list item or the top."""
        return self._at(place_of(self.source.value, self.source.places, self.way, of_key=True))

    def _at(self, position: int) -> Location:
        return Location(self.source.path, *unpack(position))


def as_date(value: object) -> date | None:
    """The date that an ISO text names, or None when it is no date."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split(".")) if path else ()


@lru_cache(maxsize=1024)
def _stretches(path: str) -> tuple[tuple[str, bool], ...]:
    """`a.b[].c` as (`a.b`, each), (`c`, not each)."""
    parts = path.split("[]")
    return tuple((part.removeprefix("."), index + 1 < len(parts)) for index, part in enumerate(parts) if part)
