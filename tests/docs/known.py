"""What a page may name: all that is in the repository under that name, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from typing import Any

import click

from tests.conftest import ROOT, git
from tests.github.workflows import SKIPPABLE
from vendorbook import repository
from vendorbook.cli.app import app
from vendorbook.judging import Rules
from vendorbook.model import LANGUAGES, Unreadable
from vendorbook.pack import verify
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Facts
from vendorbook.schema_check.paths import JOURNAL_KINDS
from vendorbook.yaml_source import read

_PLACEHOLDER = re.compile(r"<[^>]+>|…")
_KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*:?")
_PLAIN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|P[0-9A-Z]+|[0-9]+[dwmy]?|true|false")
_CODE = re.compile(r"[A-Za-z_][\w.]*(?:\([^)]*\))?")
_OTHER_PROGRAMS = ("git ", "sha256sum ", "ssh-keygen ", "python3 -I ")
IN_A_PACK = ("register/", "rules/", "reports/", "checklists/", verify.BUNDLE, verify.MANIFEST, *verify.SEALS)
_MARKS = ("# <- finding", "x2")


@cache
def book() -> Rulebook:
    return Rules(repository.rules_of(repository.WorkTree(ROOT))).book


@cache
def paths() -> list[str]:
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    folders = {"/".join(path.split("/")[:depth]) + "/" for path in listed for depth in range(1, path.count("/") + 1)}
    return [*listed, *sorted(folders)]


def is_path(name: str) -> bool:
    """As it stands, or from anywhere in the register; a placeholder stands for whatever is there."""
    pattern = _PLACEHOLDER.sub("*", name)
    return any(fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}") for path in paths())


@cache
def _fields() -> tuple[str, set[str]]:
    """Every field's way from the top of its kind of file, dots before, between and after; and every allowed value."""
    ways: set[str] = set()
    values: set[str] = set()
    for kind in book().schemas.kinds:
        schema = book().schemas.bundle(kind)
        _walk(schema, schema, ".", ways, values)
    return " ".join(ways), values


def _walk(part: Any, top: Any, way: str, ways: set[str], values: set[str]) -> None:
    if isinstance(part, list):
        for each in part:
            _walk(each, top, way, ways, values)
    if not isinstance(part, dict):
        return
    values |= {str(value) for value in (*part.get("enum", ()), part.get("const", ""))}
    if reference := part.get("$ref"):
        _walk(top["$defs"][reference.removeprefix("#/$defs/")], top, way, ways, values)
    for name, field in part.get("properties", {}).items():
        ways.add(f"{way}{name}.")
        _walk(field, top, f"{way}{name}.", ways, values)
    for key in ("items", "additionalProperties", "allOf", "then", "else"):
        _walk(part.get(key), top, way, ways, values)


def is_field(name: str) -> bool:
    """A field, by as much of its way as tells which: `exit.ended_on`, `revoked_on`, `revoked_on:`."""
    if not _KEY.fullmatch(name):
        return False
    bare = name.removesuffix(":")
    conditions = {path for policy in book().policies.values() for path in policy.applies_to}
    return f".{bare}." in _fields()[0] or bare in conditions or bare.removeprefix("derived.") in Facts._fields


@cache
def _values() -> set[str]:
    """Every plain value of the register and of what the firm says of itself."""
    found: set[str] = set()
    for path in paths():
        if path.endswith(".yaml") and (path.startswith("vendors/") or re.fullmatch(r"policies/\w+\.yaml", path)):
            found |= set(_scalars(read((ROOT / path).read_bytes(), path).value))
    return found


def _scalars(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _scalars(below)
    else:
        yield str(value)


def is_command(name: str) -> bool:
    """`vendorbook …` with a command that there is, options that it has and names that there are; or an option alone."""
    words = name.split()
    if words[0] != "vendorbook":
        return words[0].startswith("--") and any(words[0] in _options(command) for command in _commands(app))
    command: click.Command | None = app
    words = words[1:]
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command = command.get_command(_CONTEXT, words.pop(0))
    if command is None:
        return False
    wanted = {"explain": [*book().policies, *book().obligations]}.get(command.name or "", words)
    return all(option in _options(command) for option in words if option.startswith("--")) and all(
        _PLACEHOLDER.search(word) or word in wanted or word in LANGUAGES for word in words if not word.startswith("--")
    )


_CONTEXT = click.Context(app)


def _options(command: click.Command) -> set[str]:
    return {option for each in command.params for option in each.opts}


def _commands(group: click.Group) -> Iterator[click.Command]:
    for name in group.list_commands(_CONTEXT):
        command = group.get_command(_CONTEXT, name)
        if command is not None:
            yield from _commands(command) if isinstance(command, click.Group) else [command]


def is_yaml(text: str) -> bool:
    """A fragment of YAML whose keys are fields."""
    try:
        source = read(f"{text}\n".encode(), "fragment.yaml")
    except Unreadable:
        return False
    return isinstance(source.value, dict) and all(is_field(key) for key in _keys(source.value))


def _keys(value: object) -> Iterator[str]:
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(below)
    yield from value if isinstance(value, dict) else ()


@cache
def _code() -> str:
    sources = [path for path in paths() if path.startswith(("tooling/", "tests/")) and path.endswith(".py")]
    return "\n".join((ROOT / path).read_text("utf-8") for path in sources)


def is_code(name: str) -> bool:
    """A name of the tool's own code: of a class or a check, or with a dot or brackets in it."""
    words = re.findall(r"\w+", name.partition("(")[0])
    is_one = _CODE.fullmatch(name) and (name != name.lower() or "." in name or "(" in name or is_check(name))
    return bool(is_one) and all(re.search(rf"\b{word}\b", _code()) for word in words)


_SHAPE = re.compile(r"vendorbook/[a-z-]+/v[0-9]+")


def is_shape(name: str) -> bool:
    """The name of a JSON shape that the tool writes."""
    return bool(_SHAPE.fullmatch(name)) and f'"{name}"' in _code()


def is_check(name: str) -> bool:
    return name in {policy.check for policy in book().policies.values()}


@cache
def _settings() -> str:
    """What GitHub is told, all files in one."""
    told = [path for path in paths() if path.startswith(".github/") and path.endswith((".yml", ".json"))]
    return "\n".join((ROOT / path).read_text("utf-8") for path in told)


def is_setting(name: str) -> bool:
    """A word of GitHub's settings; what a placeholder stands for may be anything."""
    words = [part for part in re.split(r"<[^>]+>|…|\*", name) if part.strip("/")]
    return name in SKIPPABLE or (
        bool(words) and all(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", _settings()) for word in words)
    )


_ON_A_SERVER = re.compile(r"(?:(?:custom_)?hooks/)?pre-receive(?:\.d)?|entries/[0-9]{6}\.json")
"""Where git looks for its hook, and the files of the branch of evidence."""


def is_known(name: str) -> bool:
    """Whether anything of that name is there."""
    values = _fields()[1] | _values()
    return (
        name in book().policies
        or name in book().obligations
        or name in JOURNAL_KINDS
        or name in values
        or name in _MARKS
        or name in IN_A_PACK
        or bool(_PLAIN.fullmatch(name))
        or name.startswith(_OTHER_PROGRAMS)
        or is_path(name)
        or is_field(name)
        or is_command(name)
        or is_yaml(name)
        or is_code(name)
        or is_shape(name)
        or is_setting(name)
        or bool(_ON_A_SERVER.fullmatch(name))
    )
