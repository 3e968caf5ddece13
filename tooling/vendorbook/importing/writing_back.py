"""A value of a record as it stands in a cell: in a form that is read as that very value again, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.importing import items, values
from vendorbook.importing.fields import Shape, Target
from vendorbook.importing.grid import Cell, Value
from vendorbook.importing.meaning import Words
from vendorbook.importing.quoting import quoted
from vendorbook.importing.reading import is_error
from vendorbook.model import Plain, as_date

LONGEST = 32_767
"""Characters that Excel takes in a cell, in UTF-16."""

_FLAGS = {"zh-TW": {True: "是", False: "否"}, "en": {True: "yes", False: "no"}}
_NONE = {"zh-TW": "無（{}）", "en": "none ({})"}
_BETWEEN = {"zh-TW": "、", "en": ", "}
_DIGITS = 15
"""Those of a number that every spreadsheet keeps."""


class WritingBack:
    """Writes values in a language, for whoever reads them with these words."""

    def __init__(self, words: Words, lang: str) -> None:
        self._words = words
        self._lang = lang

    def cell(self, target: Target, value: Plain) -> Value:
        """None where no form of it is read as the same value."""
        return next((each for each in self._forms(target, value) if self._is_read(target, each, value)), None)

    def _is_read(self, target: Target, form: Value, value: Plain) -> bool:
        """With the type that a workbook gives it, and as text, which is all that CSV has."""
        text = str(form)
        if isinstance(form, float) and float(f"{form:.{_DIGITS}g}") != form:
            return False
        if not text.strip() or is_error(text) or len(text.encode("utf-16-le")) > 2 * LONGEST:
            return False
        return all(_is_same(values.read(target, Cell(each), self._words).value, value) for each in (form, text))

    def _forms(self, target: Target, value: Plain) -> Iterator[Value]:
        """From the one that people like best to the one that carries most."""
        match value:
            case {"none": str(why)}:
                yield from (_NONE[self._lang].format(each) for each in (why, quoted(why)))
            case list():
                yield from self._of_list(target, value)
            case bool():
                yield _FLAGS[self._lang][value]
            case int() | float():
                yield from (value, f"{value:.{_DIGITS}f}".rstrip("0").rstrip("."))
            case str():
                yield from self._of_text(target, value)

    def _of_text(self, target: Target, value: str) -> Iterator[Value]:
        if target.shape is Shape.DAY:
            yield as_date(value) or value
        if target.shape is Shape.CHOICE:
            yield self._word(target, value)
        yield from (value, quoted(value))

    def _of_list(self, target: Target, value: list[Plain]) -> Iterator[Value]:
        blocks = [each for each in value if isinstance(each, dict)]
        parts = [str(each.get("name", each.get("type", ""))) for each in blocks] if blocks else list(map(str, value))
        for words in ([self._word(target, each) for each in parts], parts):
            yield _BETWEEN[self._lang].join(words)
        if blocks and all(name in target.items for each in blocks for name in each):
            yield "\n".join(items.written(target, each, self._lang, self._form) for each in blocks)

    def _form(self, target: Target, value: Plain) -> Value:
        """As `cell`; for what no form is read as, nothing: the whole is read otherwise then, and left out."""
        form = self.cell(target, value)
        return "" if form is None else form

    def _word(self, target: Target, value: str) -> str:
        return target.words[value].in_(self._lang) if value in target.words else value


def _is_same(one: Plain | None, other: Plain) -> bool:
    """Also of one type: `True` is no 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)
