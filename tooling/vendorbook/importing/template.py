"""An empty sheet to fill in: a heading a field, and a page that says what belongs below each."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from vendorbook.editing.fields import Fields
from vendorbook.importing.fields import KNOWN, Targets
from vendorbook.model import CannotJudge, Text
from vendorbook.schema_check import Schemas

_GUIDE = {
    "zh-TW": ("欄名", "欄位", "說明", "可填之值", "草稿必填"),
    "en": ("Heading", "Field", "What it is", "Values", "Required"),
}
_NAMES = {"zh-TW": ("委外清冊", "填寫說明"), "en": ("Engagements", "Guide")}


def write_template(path: Path, schemas: Schemas, lang: str) -> None:
    """Raises CannotJudge where the file is there already, or its name ends otherwise than in .xlsx or .csv."""
    made = {".xlsx": _xlsx, ".csv": _csv}.get(path.suffix.lower())
    if made is None:
        raise CannotJudge(Text("樣板須為 .xlsx 或 .csv", "a template ends in .xlsx or .csv"))
    data = made(schemas, lang)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise CannotJudge(Text(f"{path} 已存在，未寫入", f"{path} is there already; nothing was written")) from None


def headings(lang: str) -> list[str]:
    """One for each field, without the status: what is imported is a draft."""
    return [listed[lang == "en"] for name, listed in KNOWN.headings.items() if name != "status"]


def _csv(_: Schemas, lang: str) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerow(headings(lang))
    return text.getvalue().encode("utf-8-sig")


def _xlsx(schemas: Schemas, lang: str) -> bytes:
    try:
        from xlsxwriter import Workbook
    except ModuleNotFoundError:
        raise CannotJudge(
            Text(
                "需要套件 xlsxwriter：pip install 'vendorbook[import]'",
                "needs xlsxwriter: pip install 'vendorbook[import]'",
            )
        ) from None
    data = BytesIO()
    with Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        pages: list[list[Sequence[str]]] = [[headings(lang)], [_GUIDE[lang], *_guide(schemas, lang)]]
        for name, rows in zip(_NAMES[lang], pages, strict=True):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row, None if number else bold)
            sheet.set_column(0, len(rows[0]) - 1, 24)
    return data.getvalue()


def _guide(schemas: Schemas, lang: str) -> Iterator[tuple[str, ...]]:
    targets = Targets(schemas)
    fields = {kind: Fields(schemas, kind, lang) for kind in ("supplier", "engagement")}
    required = {(kind, each.way) for kind, of in fields.items() for each in of.required((), {})}
    for name, listed in KNOWN.headings.items():
        target = targets[name]
        if name != "status":
            about = fields[target.kind].at(target.way).description
            values = " | ".join(dict.fromkeys(target.choices.values()))
            made = name in ("id", "supplier.id")  # made from the names where none is given
            yield (
                listed[lang == "en"],
                name,
                about,
                values,
                "✓" if (target.kind, target.way) in required and not made else "",
            )
