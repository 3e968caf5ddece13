"""How each peer is called: the same schemas, the same files, its own command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.ground import Ground
from tests.bench.measuring import Command


@dataclass(frozen=True, slots=True)
class Tool:
    """A peer as it is called on some files of a kind (of any kind, where it takes no schema)."""

    name: str
    call: Callable[[str, Sequence[str]], Command]
    is_slow: bool = False
    takes_a_schema: bool = True


def tools(ground: Ground, commands: Mapping[str, str]) -> Iterator[Tool]:
    """Those whose command is there."""
    for name, make in _TOOLS.items():
        if command := commands.get(name.split(" ")[0]):
            yield make(name, command, ground)


def _check_jsonschema(name: str, command: str, ground: Ground) -> Tool:
    def call(kind: str, paths: Sequence[str]) -> Command:
        return _in(ground.register, command, "--schemafile", ground.schema(kind), *paths)

    return Tool(name, call, is_slow=True)


def _ajv(name: str, command: str, ground: Ground) -> Tool:
    def call(kind: str, paths: Sequence[str]) -> Command:
        how = ("validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats", "-s", ground.schema(kind))
        # Its reader makes dates of unquoted days, and would refuse every record.
        return _in(ground.quoted, command, *how, *(part for path in paths for part in ("-d", path)))

    return Tool(name, call)


def _sourcemeta(name: str, command: str, ground: Ground) -> Tool:
    options = name.split(" ")[1:]

    def call(kind: str, paths: Sequence[str]) -> Command:
        return _in(ground.register, command, "validate", *options, ground.schema(kind), *paths)

    return Tool(name, call)


def _yamllint(name: str, command: str, ground: Ground) -> Tool:
    def call(_kind: str, paths: Sequence[str]) -> Command:
        return _in(ground.register, command, "-d", "relaxed", *paths)

    return Tool(name, call, is_slow=True, takes_a_schema=False)


def _in(folder: Path, *argv: str) -> Command:
    return Command(argv, folder)


_TOOLS: dict[str, Callable[[str, str, Ground], Tool]] = {
    "check-jsonschema": _check_jsonschema,
    "check-jsonschema+c": _check_jsonschema,
    "ajv": _ajv,
    "sourcemeta": _sourcemeta,
    "sourcemeta --fast": _sourcemeta,
    "yamllint": _yamllint,
}
