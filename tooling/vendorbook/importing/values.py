"""What stands in a cell, as a value of the field that it is about; or why it cannot be one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from vendorbook.importing import days
from vendorbook.importing.fields import KNOWN, Shape, Target
from vendorbook.importing.from_csv import UNREAD
from vendorbook.importing.grid import Cell
from vendorbook.importing.items import are_items, items
from vendorbook.importing.meaning import Read, Words
from vendorbook.importing.naming import free, kebab, same
from vendorbook.importing.quoting import clean, seen, unquoted
from vendorbook.model import Plain, Text

_PARTS = re.compile(r"[、,，;；/／|\n]+")  # what people put between several
_NONE = re.compile(r"(?:無|沒有|none)\s*[（(:：,，]\s*(?P<why>.+?)\s*[)）]?", re.IGNORECASE | re.DOTALL)
_MONEY = re.compile(
    r"(?P<before>[^0-9\s.,-]+)?\s*(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<times>百萬|千萬|萬|億|千)?\s*(?:元整|元|圓)?"
    r"\s*(?:/年)?\s*(?P<after>[A-Za-z$]+|[\u4e00-\u9fff]+)?"
)
_TIMES = {"千": 1_000, "萬": 10_000, "百萬": 1_000_000, "千萬": 10_000_000, "億": 100_000_000}


_SEVERAL = (Shape.CHOICES, Shape.TYPES, Shape.SYSTEMS)
"""What takes several values, in each of which a firm's word may stand."""


def read(target: Target, cell: Cell, words: Words) -> Read:
    """The value of a cell that is not blank."""
    if cell.trouble is not None:
        return Read(trouble=cell.trouble)
    if UNREAD in str(cell.value):
        return Read(trouble=Text("有無法解碼的字元", "it holds characters that cannot be decoded"))
    own = words.own.get(target.name, {}).get(same(cell.shown))
    if own is not None and (isinstance(own, dict | list) or target.shape not in _SEVERAL):
        return Read(own)
    return _stated_none(target, cell) or _READERS[target.shape](target, cell, words)


def _day(_: Target, cell: Cell, __: Words) -> Read:
    if (said := days.day(cell.value)) is not None:
        return Read(said)
    return Read(
        trouble=Text(
            "不是確定的日期（可寫 2024-05-07、113/5/7、民國113年5月7日）",
            "not a certain day (write 2024-05-07, or 113/5/7 of the Minguo calendar)",
        )
    )


def _number(target: Target, cell: Cell, _: Words) -> Read:
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return Read(_whole(cell.value))
    found = _MONEY.fullmatch(unicodedata.normalize("NFKC", cell.shown))
    currencies = [_currency_of(each) for each in (found["before"], found["after"]) if each] if found else []
    if found is None or len(set(currencies)) > 1:
        return Read(trouble=Text("不是數字", "not a number"))
    if None in currencies:
        word = found["after"] if currencies[-1] is None and found["after"] else found["before"]
        return Read(trouble=Text(f"不認得的幣別：{word}", f"{word} is no currency that is known"))
    value = _whole(float(Decimal(found["number"].replace(",", "")) * _TIMES.get(found["times"] or "", 1)))
    other = target.name.removesuffix("amount") + "currency"
    stated = currencies[0] if currencies and target.name.endswith(".amount") else None
    return Read(value, also={other: stated} if stated else {})


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _currency_of(word: str) -> str | None:
    text = unicodedata.normalize("NFKC", word).strip()
    meant = KNOWN.words.get(same(text), text.upper())
    return meant if re.fullmatch("[A-Z]{3}", meant) else None


def _flag(_: Target, cell: Cell, __: Words) -> Read:
    if isinstance(cell.value, bool):
        return Read(cell.value)
    meant = KNOWN.words.get(same(cell.shown), "")
    if meant in ("yes", "no"):
        return Read(meant == "yes")
    return Read(trouble=Text("不是「是」或「否」", "neither yes nor no"))


def _choice(target: Target, cell: Cell, _: Words) -> Read:
    chosen = target.choices.get(same(cell.shown))
    return Read(chosen) if chosen is not None else Read(trouble=_no_choice(target, cell.shown))


def _several(target: Target, cell: Cell, words: Words) -> Read:
    if are_items(target, cell.shown):
        return items(target, cell.shown, lambda field, part: read(field, part, words))
    parts = _parts(cell)
    own = words.own.get(target.name, {})
    chosen = {part: own.get(same(part), target.choices.get(same(part))) for part in parts}
    if (unknown := next((part for part, value in chosen.items() if not isinstance(value, str)), None)) is not None:
        return Read(trouble=_no_choice(target, unknown))
    values: list[Plain] = list(dict.fromkeys(str(value) for value in chosen.values()))
    return Read([{"id": each, "type": each} for each in values] if target.shape is Shape.TYPES else values)


def _systems(target: Target, cell: Cell, words: Words) -> Read:
    own = {word: (str(id),) for word, id in words.own.get(target.name, {}).items()}
    return _looked_up(
        _parts(cell), {**words.systems, **own}, Text("policies/systems.yaml 沒有", "policies/systems.yaml has no")
    )


def _person(_: Target, cell: Cell, words: Words) -> Read:
    found = _looked_up([cell.shown], words.people, Text("policies/people.yaml 沒有", "policies/people.yaml has no"))
    return Read(found.value[0]) if isinstance(found.value, list) else found


def _looked_up(parts: list[str], known: Mapping[str, tuple[str, ...]], where: Text) -> Read:
    values: list[Plain] = []
    for part in parts:
        ids = known.get(same(part), ())
        if len(ids) > 1:
            return Read(trouble=Text(f"不只一位：{part}（{', '.join(ids)}）", f"{part} is several: {', '.join(ids)}"))
        if not ids:
            return Read(trouble=Text(f"{where.zh_tw} {part}", f"{where.en} {part}"))
        values += [id for id in ids if id not in values]
    return Read(values)


def _named(target: Target, cell: Cell, words: Words) -> Read:
    if are_items(target, cell.shown):
        return items(target, cell.shown, lambda field, part: read(field, part, words))
    named: list[Plain] = []
    ids: set[str] = set()
    text = clean(cell.shown)
    for part in _PARTS.split(text.replace(", ", "、")) if "," not in cell.shown else [text]:
        if name := part.strip():
            id = free(kebab(name) or f"{str(target.way[-1]).removesuffix('s')}-{len(named) + 1}", ids)
            ids.add(id)
            named.append({"id": id, "name": name})
    return Read(named)


def _stated_none(target: Target, cell: Cell) -> Read | None:
    """`無（原因）` is none with its reason; without one it says too little."""
    if not target.may_be_none:
        return None
    if found := _NONE.fullmatch(seen(cell.shown)):
        why = unquoted(found["why"])
        return Read({"none": clean(found["why"]) if why is None else why})
    if same(cell.shown) in ("無", "沒有", "none", "n/a", "-"):
        return Read(trouble=Text("「無」須載明原因，寫成：無（原因）", "`none` needs its reason, written 無（原因）"))
    return None


def _code(length: int) -> Callable[[Target, Cell, Words], Read]:
    def read(_: Target, cell: Cell, __: Words) -> Read:
        text = unicodedata.normalize("NFKC", cell.shown).strip()
        meant = KNOWN.words.get(same(text), text.upper())
        if re.fullmatch(rf"[A-Z]{{{length}}}", meant):
            return Read(meant)
        return Read(trouble=Text(f"須為 {length} 碼代碼", f"must be a code of {length} letters"))

    return read


_CODES = ("registration_number", "number", "lei", "phone", "email", "id")


def _text(target: Target, cell: Cell, _: Words) -> Read:
    if (stated := unquoted(cell.shown)) is not None:
        return Read(stated)
    text = clean(cell.shown)
    return Read(unicodedata.normalize("NFKC", text) if target.way[-1] in _CODES else text)


def _parts(cell: Cell) -> list[str]:
    return [part.strip() for part in _PARTS.split(unicodedata.normalize("NFC", cell.shown)) if part.strip()]


def _no_choice(target: Target, said: str) -> Text:
    listed = ", ".join(dict.fromkeys(target.choices.values()))
    return Text(f"{said} 不在可選之值中（{listed}）", f"{said} is none of {listed}")


def _block(_: Target, __: Cell, ___: Words) -> Read:
    return Read(trouble=Text("此欄位不是單一的值，請對照到其下的欄位", "not a single value: map to a field below it"))


_READERS: Mapping[Shape, Callable[[Target, Cell, Words], Read]] = {
    Shape.DAY: _day,
    Shape.NUMBER: _number,
    Shape.FLAG: _flag,
    Shape.CHOICE: _choice,
    Shape.CHOICES: _several,
    Shape.TYPES: _several,
    Shape.SYSTEMS: _systems,
    Shape.NAMED: _named,
    Shape.PERSON: _person,
    Shape.COUNTRY: _code(2),
    Shape.CURRENCY: _code(3),
    Shape.TEXT: _text,
    Shape.BLOCK: _block,
}
