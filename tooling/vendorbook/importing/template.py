"""The sheet that is imported without a mapping: a heading a field, and a page that says what belongs below each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorbook.editing.fields import Fields
from vendorbook.importing.fields import KNOWN, Shape, Target, Targets
from vendorbook.importing.grid import Value
from vendorbook.schema_check import Schemas

_GUIDE = {
    "zh-TW": ("欄名", "欄位", "說明", "可填之值", "草稿必填"),
    "en": ("Heading", "Field", "What it is", "Values", "Required"),
}
_NAMES = {"zh-TW": ("委外清冊", "填寫說明"), "en": ("Engagements", "Guide")}
_SEVERAL = {"zh-TW": "名稱=值；名稱=值，每項一行", "en": "name=value；name=value, a line each"}


class Page(NamedTuple):
    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]


def fields() -> list[str]:
    """Those of the template, in the order of its columns: without the status, which no draft takes from a sheet."""
    return [name for name in KNOWN.headings if name != "status"]


def heading(name: str, lang: str) -> str:
    return KNOWN.headings[name][lang == "en"]


def pages(schemas: Schemas, lang: str, rows: Sequence[Sequence[Value]] = ()) -> list[Page]:
    """The sheet with these rows, a cell for each of `fields`; and the guide."""
    sheet, guide = _NAMES[lang]
    return [
        Page(sheet, [heading(name, lang) for name in fields()], rows),
        Page(guide, _GUIDE[lang], list(_guide(schemas, lang))),
    ]


def _guide(schemas: Schemas, lang: str) -> Iterator[tuple[str, ...]]:
    targets = Targets(schemas)
    known = {kind: Fields(schemas, kind, lang) for kind in ("supplier", "engagement")}
    required = {(kind, each.way) for kind, of in known.items() for each in of.required((), {})}
    for name in fields():
        target = targets[name]
        made = name in ("id", "supplier.id")  # made from the names where none is given
        mark = "✓" if (target.kind, target.way) in required and not made else ""
        yield heading(name, lang), name, known[target.kind].at(target.way).description, _values(target, lang), mark


def _values(target: Target, lang: str) -> str:
    listed = [f"{code}（{word.in_(lang)}）" for code, word in target.words.items()]
    if target.shape in (Shape.TYPES, Shape.NAMED):
        titles = "、".join(each.title.in_(lang) for each in target.items.values())
        listed.append(f"{_SEVERAL[lang]}：{titles}")
    return " | ".join(listed)
