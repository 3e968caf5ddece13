"""CSV in every encoding that it comes in says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.importing.from_csv import decoded, read
from vendorbook.importing.grid import Grid

TEXT = "供應商名稱,合約迄日\r\n雲雀資訊,113/5/7\r\n"
ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "big5": TEXT.encode("cp950"),
    "utf-16": TEXT.encode("utf-16"),
    "mixed": TEXT.split("\n")[0].encode() + b"\n" + TEXT.split("\n", 1)[1].encode("cp950"),
}


def shown(grid: Grid) -> list[list[str]]:
    return [[cell.shown for cell in row] for row in grid.rows]


@pytest.mark.parametrize("name", ENCODED)
def test_the_same_in_every_encoding(name: str, tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_bytes(ENCODED[name])
    [grid] = read(file)
    assert shown(grid) == [["供應商名稱", "合約迄日"], ["雲雀資訊", "113/5/7"]]
    assert grid.told


def test_lines_of_another_encoding_are_told() -> None:
    _, [told] = decoded(ENCODED["mixed"])
    assert "2 " in told.en


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_are_apart_by_what_is_there(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(TEXT.replace(",", delimiter), "utf-8")
    assert shown(read(file)[0])[1] == ["雲雀資訊", "113/5/7"]


def test_what_cannot_be_decoded_does_not_pass_for_text() -> None:
    text, _ = decoded("雲雀".encode() + b"\xff\xff\n" + "雲".encode("cp950"))
    assert "\N{REPLACEMENT CHARACTER}" in text
