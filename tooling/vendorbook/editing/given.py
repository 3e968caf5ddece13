"""What is given on the command line: `FIELD=VALUE`, read by the strict reader; documents with their digests."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from vendorbook import yaml_source
from vendorbook.editing.fields import Field, Fields
from vendorbook.model import CannotJudge, Plain, Text, Unreadable


def given(fields: Fields, settings: Iterable[str]) -> dict[str, Plain]:
    """The fields of `FIELD=VALUE` settings; a value `@FILE` is what the file holds.

    Raises CannotJudge where the schema knows no such field, or its value cannot be read.
    """
    values: dict[str, Plain] = {}
    for setting in settings:
        name, equals, said = setting.partition("=")
        way = tuple(name.strip().split("."))
        field = _field(fields, way)
        if not equals:
            raise CannotJudge(Text(f"--set {name}：應為 欄位=值", f"--set {name}: must be FIELD=VALUE"))
        put(values, way, value_of(field, _content(said) if said.startswith("@") else said))
    return values


def put(values: dict[str, Plain], way: Iterable[str], value: Plain) -> None:
    """Sets the field at a way, with the blocks on it."""
    *above, last = way
    block: Any = values
    for key in above:
        if not isinstance(block.setdefault(key, {}), dict):
            block[key] = {}
        block = block[key]
    block[last] = value


def merged(known: dict[str, Plain], stated: dict[str, Plain]) -> dict[str, Plain]:
    """What is known, with what was stated in its place; blocks are merged, and lists whose items have ids by those."""
    result = dict(known)
    for key, value in stated.items():
        before = result.get(key)
        if isinstance(before, dict) and isinstance(value, dict) and "none" not in value:
            result[key] = merged(before, value)
        elif _have_ids(before) and _have_ids(value):
            result[key] = _by_id(before, value)
        else:
            result[key] = value
    return result


def value_of(field: Field, said: str) -> Plain:
    """A text as it is for a field that holds text; otherwise what the strict reader makes of it."""
    if field.is_text:
        return said.strip("\n")
    text = "x:\n" + "".join(f"  {line}".rstrip() + "\n" for line in said.strip("\n").split("\n"))
    try:
        read = yaml_source.read(text.encode(), field.name).value
    except Unreadable as unreadable:
        reason = unreadable.refusals[0].message
        raise CannotJudge(Text(f"{field.name}：{reason.zh_tw}", f"{field.name}: {reason.en}")) from None
    return read["x"] if isinstance(read, dict) else read


def with_digests(value: Plain, folder: Path) -> Plain:
    """The value with the SHA-256 of each document that is named by `file:` alone, from the record's folder."""
    if isinstance(value, list):
        return [with_digests(each, folder) for each in value]
    if not isinstance(value, dict):
        return value
    below = {key: with_digests(each, folder) for key, each in value.items()}
    if isinstance(file := below.get("file"), str) and file.startswith("evidence/") and "sha256" not in below:
        digest: dict[str, Plain] = {"file": file, "sha256": digest_of(folder, file)}
        return digest | below
    return below


def digest_of(folder: Path, file: str) -> str:
    """Raises CannotJudge where there is no such document."""
    document = folder / file
    is_one = file.count("/") == 1 and document.is_file() and not document.is_symlink()
    if not is_one or document.parent.is_symlink():
        raise CannotJudge(Text(f"沒有這份文件：{file}", f"there is no document {file}"))
    return sha256(document.read_bytes()).hexdigest()


def _field(fields: Fields, way: tuple[str, ...]) -> Field:
    try:
        return fields.at(way)
    except KeyError as error:
        name = error.args[0]
        known = ", ".join(fields.names(way[:-1]))
        raise CannotJudge(
            Text(f"沒有欄位 {name}（有：{known}）", f"there is no field {name} (there are: {known})")
        ) from None


def _content(said: str) -> str:
    path = Path(said[1:])
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise CannotJudge(Text(f"無法讀取 {path}", f"{path} cannot be read")) from None


def _have_ids(value: Plain | None) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)


def _by_id(before: Any, value: Any) -> list[Plain]:
    stated = {each["id"]: each for each in value}
    known = [{**each, **stated.pop(each["id"], {})} for each in before]
    return [*known, *stated.values()]
