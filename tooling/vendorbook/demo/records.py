"""The example register as it was on a day: its files, with what had not happened yet taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vendorbook.demo.dated import as_of_its_dates
from vendorbook.demo.passages import Passage, with_passages
from vendorbook.repository.layout import record_of

_DAY = r"(\d{4}-\d\d-\d\d)"
_ENTERED = re.compile(rf"\b(?:date|approved_on|closed_on|done_on|reviewed_on|go_live_on|completed_on): {_DAY}")
_DOCUMENT = re.compile(r"\bfile: (evidence/[^,}\s]+)")


class Records:
    """Files by the part of the register that they belong to: a record, or a file or folder of the rules."""

    def __init__(self, files: Mapping[str, bytes], passages: Iterable[Passage]) -> None:
        self._files = files
        self._passages: dict[str, list[Passage]] = {}
        for each in passages:
            self._passages.setdefault(each.file, []).append(each)

    def as_of(self, part: str, day: date) -> dict[str, bytes]:
        """The files of a part as they were at the end of a day.

        `part` is a supplier (`kite-systems`), an engagement (`kite-systems/order-routing`), or a path in `policies/`.
        A document is there from the day on which a file first names it.
        """
        texts = {path: text for path in self._of(part) if (text := self._text(path, day)) is not None}
        named = {_beside(path, name) for path, text in texts.items() for name in _DOCUMENT.findall(text)}
        documents = {path: self._files[path] for path in self._of(part) if path in named}
        return {path: text.encode() for path, text in texts.items()} | documents

    def _of(self, part: str) -> Iterator[str]:
        if part.startswith("policies/"):
            return (path for path in self._files if path == part or path.startswith(f"{part}/"))
        return (path for path in self._files if record_of(path) == part)

    def _text(self, path: str, day: date) -> str | None:
        """A YAML file as it was; None where it was not there yet, and for documents."""
        if not path.endswith(".yaml"):
            return None
        text = self._files[path].decode()
        if "/journal/" in path or path.startswith("policies/waivers/"):
            return text if max(map(date.fromisoformat, _ENTERED.findall(text))) <= day else None
        text = with_passages(text, self._passages.get(path, ()), day)
        return as_of_its_dates(text, day) if path.endswith("/engagement.yaml") else text


def _beside(path: str, document: str) -> str:
    """The path of a document that a file names from the folder of its record."""
    folder = path.split("/journal/")[0] if "/journal/" in path else path.rpartition("/")[0]
    return f"{folder}/{document}"
