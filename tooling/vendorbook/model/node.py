"""A value in a file, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vendorbook.model.days import as_date
from vendorbook.model.places import Places, Plain, index_of, no_places, unpack


class Location(NamedTuple):
    """A place in a file of the register; line and column count from 1, columns in characters."""

    path: str
    line: int
    column: int


class Source:
    """A file that was read: its path from the register's root, its data, and where each part stands.

    Of most files nobody asks where anything stands: `places` may be what finds them out, the first so many of them or
    (None) all, and is called only then. `lists` are all lists in the data, which the reader has met anyway; None where
    nobody has gathered them.
    """

    __slots__ = ("_find", "_known", "lists", "path", "value")

    def __init__(
        self,
        path: str,
        value: Plain,
        places: Places | Callable[[int | None], Places],
        lists: list[list[Plain]] | None = None,
    ) -> None:
        self.path = path
        self.value = value
        self.lists = lists
        self._find = places if callable(places) else None
        self._known = no_places() if callable(places) else places

    @property
    def places(self) -> Places:
        """One position a part (see vendorbook.model.places)."""
        if self._find is not None:
            self._known, self._find = self._find(None), None
        return self._known

    def position(self, index: int) -> int:
        """That of one part. Much of what is shown stands near the top: little more is found out than is asked for."""
        if self._find is not None and index >= len(self._known):
            self._known = self._find(2 * index + 1)
        return self._known[index]

    @property
    def root(self) -> Node:
        return Node(self, None, (), self.value)


class Node:
    """A value together with its way down from the top of its file.

    Cheap to make: positions are looked up only when somebody asks for `location`.
    """

    __slots__ = ("above", "source", "steps", "value")

    def __init__(self, source: Source, above: Node | None, steps: tuple[str | int, ...], value: Plain) -> None:
        """The value that steps lead to from a block above: several keys, or one index; at the top there is neither."""
        self.source = source
        self.above = above
        self.steps = steps
        self.value = value

    def __repr__(self) -> str:
        return f"<Node {self.source.path}#{self.pointer}>"

    # -- going down ------------------------------------------------------------------------------

    def get(self, key: str) -> Node | None:
        """The value under a key; None when this is no mapping or has no such key."""
        value = self.value
        below = value.get(key) if value.__class__ is dict else None
        return None if below is None else Node(self.source, self, (key,), below)

    def at(self, path: str) -> Node | None:
        """The value at a dotted path (`contract.signed_on`), or None."""
        if not path:
            return self
        steps = _steps(path)
        value = _below(self.value, steps)
        return None if value is None else Node(self.source, self, steps, value)

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

    def values(self, path: str) -> list[Plain]:
        """The bare values that `find` gives the nodes of."""
        values: list[Plain] = [self.value]
        for name, each in _stretches(path):
            found: list[Plain] = []
            for value in values:
                below = _below(value, _steps(name))
                if not each:
                    found += () if below is None else (below,)
                elif below.__class__ is list:
                    found += below
            values = found
        return values

    def items(self) -> list[Node]:
        """The items of a list; none when this is no list (as where `{none: reason}` stands)."""
        if not isinstance(self.value, list):
            return []
        return [Node(self.source, self, (index,), item) for index, item in enumerate(self.value)]

    def fields(self) -> list[Node]:
        """The values of a mapping, each knowing its key; none when this is no mapping."""
        if not isinstance(self.value, dict):
            return []
        return [Node(self.source, self, (key,), value) for key, value in self.value.items()]

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
        for key in _steps(path):  # a million times a run: without a call of `_below`
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
        return self.steps if self.above is None else self.above.way + self.steps

    @property
    def parent(self) -> Node | None:
        """The block that this value is right in; None at the top."""
        if self.above is None or len(self.steps) == 1:
            return self.above
        return self.above.at(".".join(map(str, self.steps[:-1])))

    @property
    def key(self) -> str | int:
        """The last step of the way: a key, or an item's index; the empty text at the top."""
        return self.steps[-1] if self.steps else ""

    @property
    def pointer(self) -> str:
        """The JSON pointer (RFC 6901) of this value in its file."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.way)

    @property
    def location(self) -> Location:
        """Where a reader should look: a scalar itself, a block's key, a list item's beginning."""
        return self._at(index_of(self.source.value, self.way))

    @property
    def key_location(self) -> Location:
        """Where the key of this value stands; the value's own place for a list item or the top."""
        return self._at(index_of(self.source.value, self.way, of_key=True))

    def _at(self, index: int) -> Location:
        return Location(self.source.path, *unpack(self.source.position(index)))


def _below(value: Plain | None, steps: tuple[str, ...]) -> Plain | None:
    for key in steps:
        if value.__class__ is not dict:
            return None
        value = value.get(key)
    return value


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split(".")) if path else ()


@lru_cache(maxsize=1024)
def _stretches(path: str) -> tuple[tuple[str, bool], ...]:
    """`a.b[].c` as (`a.b`, each), (`c`, not each)."""
    parts = path.split("[]")
    return tuple((part.removeprefix("."), index + 1 < len(parts)) for index, part in enumerate(parts) if part)
