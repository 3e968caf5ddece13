"""Help in both languages, or in the one that was asked for: by `--lang`, or by VENDORBOOK_LANG."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

import click

from vendorbook.model import LANGUAGES, Text

_BETWEEN = re.compile(r"(?:(?<=[）」])| )/\s")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_REMARK = re.compile(r"  \[[^\[\]]*\]$")
_STATUS = re.compile(r"\s*\d  ")
"""How a line begins that tells of an exit status, in both languages."""
_AS_WRITTEN = "\b\n"
"""What click has before a paragraph whose lines are to be left as they are."""

_OURS = MappingProxyType(
    {
        "Usage: ": "用法：",
        "Options": "選項",
        "Commands": "指令",
        "Show this message and exit.": "顯示說明後結束",
        "Show the version and exit.": "顯示版本後結束",
    }
)
"""The words of click's own."""


class Help(click.HelpFormatter):
    """Writes what is said in one language."""

    lang = ""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, self._word(prefix or "Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._word(heading))

    def write_text(self, text: str) -> None:
        super().write_text(said(text, self.lang))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, self._entry(text)) for name, text in rows], col_max, col_spacing)

    def _entry(self, text: str) -> str:
        """What is said of an option or a command; click's own remarks at its end are of no language."""
        remark = _REMARK.search(text)
        end = remark.start() if remark else len(text)
        return said(self._word(text[:end]), self.lang) + text[end:]

    def _word(self, text: str) -> str:
        return _OURS.get(text, text) if self.lang == LANGUAGES[0] else text


class InChinese(Help):
    lang = LANGUAGES[0]


class InEnglish(Help):
    lang = LANGUAGES[1]


class Both(str):
    """A message in both languages, in the one form that click takes messages in; `text` has them apart."""

    text: Text

    def __new__(cls, zh_tw: str, en: str) -> Both:
        between = "/ " if zh_tw.endswith(("）", "」")) else " / "
        made = super().__new__(cls, zh_tw if zh_tw == en else f"{zh_tw}{between}{en}")
        made.text = Text(zh_tw, en)
        return made

    def in_(self, lang: str) -> str:
        """One of the two, or both where no language is named."""
        return self.text.in_(lang) if lang else self


_HELPS: MappingProxyType[str, type[click.HelpFormatter]] = MappingProxyType(
    {"": click.HelpFormatter, LANGUAGES[0]: InChinese, LANGUAGES[1]: InEnglish}
)


def speak(lang: str) -> None:
    """From now on help is in a language; in both where none is named."""
    click.Context.formatter_class = _HELPS[lang]


def said(text: str, lang: str) -> str:
    """What a text says in one language: of each paragraph that is in both its half, of others those in it alone.

    The whole where nothing would be left.
    """
    if not lang:
        return text
    kept = [half for each in text.split("\n\n") if (half := _paragraph(each, lang))]
    return "\n\n".join(kept) or text


def _paragraph(text: str, lang: str) -> str:
    if text.startswith(_AS_WRITTEN):
        lines = list(_lines(text.removeprefix(_AS_WRITTEN).split("\n"), lang))
        return _AS_WRITTEN + "\n".join(lines) if lines else ""
    return _half(text, lang)


def _lines(lines: Sequence[str], lang: str) -> Iterator[str]:
    for line in lines:
        is_of_neither = line.startswith((" ", "KIND")) and not _CHINESE.search(line)
        status = _STATUS.match(line)
        before = status[0] if status else line[: len(line) - len(line.lstrip())]
        half = line if is_of_neither else _half(line, lang)
        if half:
            yield before + half.removeprefix(before)


def _half(text: str, lang: str) -> str:
    parts = _BETWEEN.split(text, maxsplit=1)
    if len(parts) == 2 and _CHINESE.search(parts[1]) and "\n" in text:
        return "\n".join(half for line in text.split("\n") if (half := _half(line, lang)))
    if len(parts) == 2 and _CHINESE.search(parts[0]):
        return Text(parts[0], parts[1] if _STATUS.match(text) else parts[1][:1].upper() + parts[1][1:]).in_(lang)
    return text if bool(_CHINESE.search(text)) == (lang == LANGUAGES[0]) else ""
