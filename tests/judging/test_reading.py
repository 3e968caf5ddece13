"""Evidence is opened when a check asks for it, and not before."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.judging import Rules
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.units import units
from vendorbook.repository import Memory

RECORD = "vendors/paper-crane/mobile-app"
BILL = "evidence/mobile-app-5.0.0.cdx.json"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"


class Watched(Memory):
    """A snapshot that remembers what was read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.opened: list[str] = []

    def read(self, path: str) -> bytes:
        self.opened.append(path)
        return super().read(path)


def reading(snapshot: Watched, rules: Rules) -> Reading:
    [unit] = [unit for unit in units(snapshot.files()) if unit.supplier == "paper-crane"]
    return Reader(snapshot, rules.book, date(2026, 11, 22)).read(unit)


def test_a_document_is_opened_only_when_asked_for(example: dict[str, bytes], rules: Rules) -> None:
    snapshot = Watched(example)
    engagement = next(each for each in reading(snapshot, rules).engagements if each.id.endswith("mobile-app"))

    assert [path for path in snapshot.opened if "/evidence/" in path] == []
    assert engagement.content_of(BILL) == example[f"{RECORD}/{BILL}"]
    assert [path for path in snapshot.opened if "/evidence/" in path] == [f"{RECORD}/{BILL}"]


@pytest.mark.parametrize("content", [None, POINTER], ids=["gone", "a pointer to a large file"])
def test_a_document_that_is_not_there_has_no_content_and_is_told_of_once(
    content: bytes | None, example: dict[str, bytes], rules: Rules
) -> None:
    del example[f"{RECORD}/{BILL}"]
    files = example | ({f"{RECORD}/{BILL}": content} if content else {})
    found = reading(Watched(files), rules)
    engagement = next(each for each in found.engagements if each.id.endswith("mobile-app"))

    assert engagement.content_of(BILL) is None
    assert found.findings == []
    assert engagement.digest_of(BILL) is None
    assert len(found.findings) == (1 if content else 0)
