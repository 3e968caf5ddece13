"""What a validator objects to, free of the validator's own types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vendorbook.model import Plain, Text
from vendorbook.schema_check import walking
from vendorbook.schema_check.schema_file import Schema
from vendorbook.schema_check.wording import shown, uncapitalised


@dataclass(frozen=True)
class Fault:
    """A keyword that a value does not satisfy.

    `way` leads to the value, `part` is the piece of the schema that holds the keyword,
    `wanted` is what the keyword says. `of_key`: `value` is a key that is at fault.
    """

    keyword: str
    wanted: object
    value: Plain
    way: tuple[str | int, ...]
    part: Schema
    whole: Schema
    of_key: bool = False

    @cached_property
    def name(self) -> Text:
        """The value by its title and key; a list's item by the list and its number."""
        length = max((index + 1 for index, step in enumerate(self.way) if isinstance(step, str)), default=0)
        if not length:
            return Text("此檔", "this file")
        name = called(self.whole, self.way[:length])
        name = Text(name.zh_tw if name.zh_tw.startswith("「") else f"{name.zh_tw} ", name.en)
        if length == len(self.way):
            return name
        number = int(self.way[length]) + 1
        return Text(f"{name.zh_tw}第 {number} 項", f"item {number} of {name.en}")

    @cached_property
    def is_confidential(self) -> bool:
        return walking.confidential(self.whole, self.way)

    @cached_property
    def quoted(self) -> str:
        """The value for a message; empty when it is confidential, blank, or a list or block."""
        if self.is_confidential or isinstance(self.value, (dict, list)):
            return ""
        text = shown(self.value)
        return f"`{text}`" if text else ""

    @property
    def form(self) -> Text | None:
        """What the schema says that people should write here."""
        if "errorMessage" not in self.part:
            return None
        return Text(self.part["errorMessage"], self.part["x-en"]["errorMessage"])

    @property
    def allowed(self) -> dict[str, Text]:
        """The values of an `enum`, each with what it means."""
        values = [str(value) for value in self.part.get("enum", [])]
        zh_tw = self.part.get("enumDescriptions", [""] * len(values))
        en = self.part.get("x-en", {}).get("enumDescriptions", [""] * len(values))
        return {value: Text(*texts) for value, *texts in zip(values, zh_tw, en, strict=True)}


def called(whole: Schema, way: tuple[str | int, ...]) -> Text:
    """A field by its title and its key."""
    title, key = walking.title(whole, way), f"`{way[-1]}`"
    if title is None:
        return Text(key, key)
    says_the_same = title.en.lower().replace(" ", "_") == way[-1]
    return Text(f"「{title.zh_tw}」（{key}）", key if says_the_same else f"{uncapitalised(title.en)} ({key})")
