"""The schemas of one moment, and what they say of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from vendorbook.model import CannotJudge, Location, Plain, Source, Text
from vendorbook.schema_check import walking
from vendorbook.schema_check.judging import judge
from vendorbook.schema_check.paths import NO_KIND, unknown_kind
from vendorbook.schema_check.schema_file import Schema, fault, find, parse, place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from vendorbook.schema_check.bundling import Bundler
    from vendorbook.schema_check.problem import Problem

FOLDER = "schemas/"
_SUFFIX = ".schema.json"
_META = "meta"
_PARTS = ("common", "meta", "engagement/", "assessment/")
"""Schemas of parts of files, and of schemas; no file of a register is of such a kind."""


class Schemas:
    """The schemas among files by their path from the register's root. Each is read only when a file needs it.

    `bare` are what `bare_bundles` gave for the same files before: sound, and ready to judge by.
    """

    def __init__(self, files: Mapping[str, bytes], bare: Mapping[str, Schema] = MappingProxyType({})) -> None:
        self._bare = bare
        self._files = files
        self._parsed: dict[str, Schema] = {}
        self._bundles: dict[str, Schema] = {}
        self._judges: dict[str, Draft202012Validator] = {}

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of file that there is a schema for."""
        paths = (path for path in self._files if path.startswith(FOLDER) and path.endswith(_SUFFIX))
        names = sorted(path.removeprefix(FOLDER).removesuffix(_SUFFIX) for path in paths)
        return tuple(name for name in names if not name.startswith(_PARTS))

    def problems(self, source: Source, kind: str) -> list[Problem]:
        """All that a file lacks to be of its kind, in the order of the file; empty when it is valid.

        Raises CannotJudge when there is no schema for the kind, or the schema is wrong.
        """
        if kind == NO_KIND:
            from vendorbook.schema_check.problem import Problem

            return [Problem(source.root, unknown_kind(source.path))]
        if self.accepts(source.value, kind):
            return []
        from vendorbook.schema_check.explaining import explained

        return explained(source, self.bundle(kind))

    def accepts(self, value: Plain, kind: str) -> bool:
        """The verdict alone. Raises CannotJudge as `problems` does."""
        return self._judge(kind).is_valid(value)

    def bundle(self, kind: str) -> Schema:
        """The schema of a kind, with all that it refers to in it. Raises CannotJudge as `problems` does."""
        if kind not in self._bundles:
            self._bundles[kind] = self._bundled(kind)
        return self._bundles[kind]

    def bare_bundles(self) -> dict[str, Schema]:
        """The bundle of every kind without its texts: all that judging needs. Raises CannotJudge as `problems` does."""
        return {kind: self._bundled(kind, bare=True) for kind in self.kinds}

    def title_of(self, kind: str, path: str) -> Text | None:
        """What the schema calls the field at a dotted path (`contract.signed_on`), or None."""
        if not self._has(kind):
            return None
        return walking.title(self.bundle(kind), [step.removesuffix("[]") for step in path.split(".")])

    def title_at(self, kind: str, way: Sequence[str | int]) -> Text | None:
        """As `title_of`, at a node's way: a key may hold a dot."""
        return walking.title(self.bundle(kind), way) if self._has(kind) else None

    def word(self, kind: str, way: Sequence[str | int], value: object) -> Text | None:
        """What the schema calls one of the few values that may stand at a way, or None."""
        return walking.word(self.bundle(kind), way, value) if self._has(kind) else None

    def knows(self, kind: str, way: Sequence[str | int]) -> bool:
        """Whether the schema of the kind says anything of a value at a way."""
        return self._has(kind) and any(True for _ in walking.at(self.bundle(kind), way))

    def confidential(self, kind: str, way: Sequence[str | int]) -> bool:
        """Whether the value at a node's way must not leave the firm."""
        return self._has(kind) and walking.confidential(self.bundle(kind), way)

    def confidential_names(self, kind: str) -> set[str]:
        """The names of the fields, wherever in a file of the kind, that must not leave the firm."""
        return walking.confidential_names(self.bundle(kind)) if self._has(kind) else set()

    def _has(self, kind: str) -> bool:
        return _path(kind) in self._files

    def _judge(self, kind: str) -> Draft202012Validator:
        if kind not in self._judges:
            schema = self._bare.get(kind) or self._bundled(kind, bare=True)
            try:
                self._judges[kind] = judge(schema)
            except ValueError as error:
                reason = str(error).partition("\n")[0]
                raise fault(
                    Location(_path(kind), 1, 1), f"無法使用：{reason}", f"it cannot be used: {reason}"
                ) from None
        return self._judges[kind]

    @cached_property
    def _bundler(self) -> Bundler:
        from vendorbook.schema_check.bundling import Bundler

        return Bundler(self._opened)

    def _bundled(self, kind: str, *, bare: bool = False) -> Schema:
        if not self._has(kind):
            raise CannotJudge(Text(f"沒有這個綱要：{_path(kind)}", f"there is no schema {_path(kind)}"))
        from vendorbook.schema_check.bundling import BadReference

        try:
            return self._bundler.bundle(_path(kind), bare=bare)
        except BadReference as error:
            told = error.reference
            way = find(self._opened(error.path), "$ref", told)
            raise fault(
                place(error.path, self._files[error.path], way),
                f"`$ref` 不指向本資料夾的綱要：{told}",
                f"a `$ref` to no schema of this folder: {told}",
            ) from None

    def _opened(self, path: str) -> Schema:
        if path not in self._parsed:
            if not path.startswith(FOLDER):
                raise KeyError(path)
            schema = parse(path, self._files[path])
            if path != _path(_META):
                self._follows_our_rules(path, schema)
            self._parsed[path] = schema
        return self._parsed[path]

    def _follows_our_rules(self, path: str, schema: Schema) -> None:
        """A misspelt keyword would be ignored by every validator; the meta-schema makes it an error."""
        if self._judge(_META).is_valid(schema):
            return
        from vendorbook.schema_check.explaining import first_fault

        way, message = first_fault(schema, self.bundle(_META))
        raise fault(place(path, self._files[path], way), message.zh_tw, message.en)


def _path(kind: str) -> str:
    return f"{FOLDER}{kind}{_SUFFIX}"
