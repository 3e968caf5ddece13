"""A text in both languages of the product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LANGUAGES = ("zh-TW", "en")


class Text(NamedTuple):
    """One statement, said in Traditional Chinese and in English."""

    zh_tw: str
    en: str

    @classmethod
    def of(cls, both: Mapping[str, str]) -> Text:
        """From the form that YAML and JSON use: a mapping with the keys `zh-TW` and `en`."""
        return cls(both["zh-TW"], both["en"])

    def in_(self, language: str) -> str:
        return self.en if language == "en" else self.zh_tw

    def both(self) -> dict[str, str]:
        """The form that YAML and JSON use."""
        return {"zh-TW": self.zh_tw, "en": self.en}

    def filled(self, values: Mapping[str, object]) -> Text:
        """The text with each `{name}` replaced; a value that is a Text is said in the same language."""
        return Text(self.zh_tw.format_map(_said(values, "zh-TW")), self.en.format_map(_said(values, "en")))


def _said(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: value.in_(language) if isinstance(value, Text) else value for name, value in values.items()}
