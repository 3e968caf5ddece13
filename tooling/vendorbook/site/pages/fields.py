"""The field dictionary: every field of every file, from the schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vendorbook.model import Text
from vendorbook.schema_check import Schema
from vendorbook.site.rendering import Page, Rendering

_DEEPEST = 8


class Row(NamedTuple):
    file: str
    path: str
    title: str
    form: str
    choices: list[str]
    required: bool
    secret: bool
    about: str


def pages(of: Rendering) -> Iterator[Page]:
    yield of.page("fields.html", "fields", of.say("nav.fields"), rows=list(rows(of)))


def rows(of: Rendering) -> Iterator[Row]:
    for kind in of.site.book.schemas.kinds:
        if kind not in ("policy", "obligations"):
            schema = of.site.book.schemas.bundle(kind)
            file = of.site.words.title(kind, ()).in_(of.lang)
            yield from _Walk(schema, file, of.lang).fields(schema, "", 0, secret=False)


class _Walk(NamedTuple):
    """Goes down one schema."""

    schema: Schema
    file: str
    lang: str

    def fields(self, part: Schema, path: str, depth: int, *, secret: bool) -> Iterator[Row]:
        part = self._target(part)
        for key, below in part.get("properties", {}).items():
            yield from self._field(below, f"{path}.{key}".lstrip("."), depth, key in part.get("required", ()), secret)
        if isinstance(part.get("items"), dict) and depth < _DEEPEST:
            yield from self.fields(part["items"], f"{path}[]", depth + 1, secret=secret)

    def _field(self, below: Schema, path: str, depth: int, required: bool, secret: bool) -> Iterator[Row]:
        target = self._target(below)
        whole = {**target, **below, "x-en": {**target.get("x-en", {}), **below.get("x-en", {})}}
        hidden = secret or whole.get("x-confidential") is True
        english = whole["x-en"]
        choices = self._said(whole.get("enumDescriptions", ()), english.get("enumDescriptions", ()))
        yield Row(
            file=self.file,
            path=path,
            title=Text(whole.get("title", ""), english.get("title", "")).in_(self.lang),
            form=self._form(whole),
            choices=choices,
            required=required,
            secret=hidden,
            about=Text(whole.get("description", ""), english.get("description", "")).in_(self.lang),
        )
        if depth < _DEEPEST:
            yield from self.fields(below, path, depth + 1, secret=hidden)

    def _said(self, zh_tw: Any, en: Any) -> list[str]:
        return list(en if self.lang == "en" and en else zh_tw)

    def _form(self, whole: Schema) -> str:
        form = whole.get("format") or whole.get("type") or ("enum" if "enum" in whole else "object")
        return "/".join(form) if isinstance(form, list) else str(form)

    def _target(self, part: Schema) -> Schema:
        seen = part
        while "$ref" in seen and "properties" not in seen:
            name = seen["$ref"]
            seen = self.schema if name == "#" else self.schema["$defs"][name.removeprefix("#/$defs/")]
        return seen
