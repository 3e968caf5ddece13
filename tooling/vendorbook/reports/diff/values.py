"""Values in words and as data, with the names that they stand for and without what must not leave the firm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from vendorbook.model import Node, Plain, Text
from vendorbook.reports.diff.account import Value
from vendorbook.reports.inert import shortened
from vendorbook.schema_check import Schemas

SchemaWay = tuple[str | int, ...]

_SYSTEMS = frozenset({"systems", "assets"})
_SUPPLIERS = frozenset({"selected", "quotes_backed_up_by"})
_LONGEST = 200
_LONGEST_DATA = 2000
_MOST_LISTED = 8
_TRUTH = {True: Text("是", "yes"), False: Text("否", "no")}
NOT_SHOWN = Text("（不公開）", "(not shown)")


class Values:
    """How values of records are told. `supplier` gives a supplier's name by its id, or None."""

    def __init__(self, schemas: Schemas, systems: Mapping[str, Node], supplier: Callable[[str], Text | None]) -> None:
        self._schemas = schemas
        self._systems = systems
        self._supplier = supplier
        self._concealed: dict[tuple[str, SchemaWay], int | None] = {}
        self._has_confidential = cache(lambda kind: bool(schemas.confidential_names(kind)))

    def concealed_at(self, kind: str, way: SchemaWay) -> int | None:
        """How much of a way leads to the outermost value that must not be quoted; None where all may be."""
        if not way:
            return None
        if (kind, way) not in self._concealed:
            above = self.concealed_at(kind, way[:-1])
            own = len(way) if above is None and self._conceals(kind, way) else None
            self._concealed[kind, way] = own if above is None else above
        return self._concealed[kind, way]

    def _conceals(self, kind: str, way: SchemaWay) -> bool:
        """Whether a value is confidential, or its schema does not know it and so cannot tell."""
        if kind not in self._schemas.kinds or self._schemas.confidential(kind, way):
            return True
        return self._has_confidential(kind) and not self._schemas.knows(kind, way)

    def value(self, node: Node, kind: str, way: SchemaWay) -> Value:
        """A value that may be quoted; what is concealed within it is not."""
        said = self._said(node.value, kind, way)
        short = Text(shortened(said.zh_tw, _LONGEST), shortened(said.en, _LONGEST))
        return Value(self._data(node.value, kind, way), short)

    def _data(self, value: Plain, kind: str, way: SchemaWay) -> Plain | None:
        if self.concealed_at(kind, way) is not None:
            return None
        if isinstance(value, dict):
            return {key: self._data(below, kind, (*way, key)) for key, below in value.items()}  # type: ignore[misc]
        if isinstance(value, list):
            return [self._data(below, kind, (*way, 0)) for below in value]  # type: ignore[misc]
        return shortened(value, _LONGEST_DATA) if isinstance(value, str) else value

    def _said(self, value: Plain, kind: str, way: SchemaWay) -> Text:
        if self.concealed_at(kind, way) is not None:
            return NOT_SHOWN
        if isinstance(value, dict):
            return self._fields(value, kind, way)
        if isinstance(value, list):
            return self._items(value, kind, way)
        if isinstance(value, bool):
            return _TRUTH[value]
        return self._named(value, kind, way)

    def _fields(self, value: Mapping[str, Plain], kind: str, way: SchemaWay) -> Text:
        parts = []
        for key, below in value.items():
            name, said = self.title(kind, (*way, key)), self._said(below, kind, (*way, key))
            parts.append(Text(f"{name.zh_tw}：{said.zh_tw}", f"{name.en}: {said.en}"))
        return listed(parts, "；", "; ")

    def _items(self, value: list[Plain], kind: str, way: SchemaWay) -> Text:
        """Items in words where they are single values; of blocks, how many and which."""
        if any(isinstance(each, dict | list) for each in value):
            ids = [each["id"] for each in value if isinstance(each, dict) and isinstance(each.get("id"), str)]
            shown = "、".join(map(str, ids[:_MOST_LISTED])) + ("…" if len(ids) > _MOST_LISTED else "")
            en = f"{len(value)} item{'s' if len(value) != 1 else ''}" + (
                f": {shown.replace('、', ', ')}" if ids else ""
            )
            return Text(f"{len(value)} 項" + (f"：{shown}" if ids else ""), en)
        return listed([self._said(each, kind, (*way, 0)) for each in value[:50]], "、", ", ")

    def _named(self, value: str | int | float, kind: str, way: SchemaWay) -> Text:
        """A word of the schema, or the name of what an id stands for, each with what is written."""
        plain = str(value)
        word = self._schemas.word(kind, way, value) or self._known(plain, way)
        if word is None:
            return Text(plain, plain)
        zh_tw = word.zh_tw if word.zh_tw == plain else f"{word.zh_tw}（{plain}）"
        return Text(zh_tw, word.en if word.en == plain else f"{word.en} ({plain})")

    def _known(self, id: str, way: SchemaWay) -> Text | None:
        field = next((step for step in reversed(way) if isinstance(step, str)), "")
        if field in _SYSTEMS and id in self._systems:
            return self._system(self._systems[id])
        if field in _SUPPLIERS and self.concealed_at("supplier", ("name",)) is None:
            return self._supplier(id)
        return None

    def _system(self, system: Node) -> Text | None:
        if self.concealed_at("systems", ("systems", 0, "name")) is not None:
            return None
        return name_of(system.get("name"))

    def kind(self, kind: str) -> Text:
        """What the schema calls a kind of file; its name where it has no schema."""
        name = kind.rpartition("/")[2]
        return self._schemas.title_at(kind, ()) or Text(name, name)

    def title(self, kind: str, way: SchemaWay) -> Text:
        """What the schema calls a field; its key where it has no title."""
        key = str(way[-1])
        return self._schemas.title_at(kind, way) or Text(key, key)


def name_of(names: Node | None) -> Text | None:
    """A name in both languages."""
    zh_tw, en = (names.text("zh-TW"), names.text("en")) if names else ("", "")
    return Text(zh_tw or en, en or zh_tw) if zh_tw or en else None


def listed(parts: list[Text], zh_tw: str, en: str) -> Text:
    """Parts in a row, with what stands between them in each language."""
    return Text(zh_tw.join(each.zh_tw for each in parts), en.join(each.en for each in parts))
