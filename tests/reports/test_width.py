"""Text in columns, wide characters included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.reports.width import cut, in_columns, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("orders", 6, "orders"),
        ("orders", 5, "orde…"),
        ("風箏系統", 8, "風箏系統"),
        ("風箏系統", 7, "風箏系…"),
        # Half a wide character is none.
        ("風箏系統", 6, "風箏…"),
        ("風箏", 1, "…"),
        ("", 0, ""),
    ],
)
def test_what_is_too_wide_is_cut(text: str, columns: int, shown: str) -> None:
    assert cut(text, columns) == shown


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert in_columns([("id", "名稱", "n"), ("kite", "x", ""), ("a", "風箏", "12")]) == [
        "id    名稱  n",
        "kite  x",
        "a     風箏  12",
    ]


def test_the_widest_column_is_cut_where_a_table_must_fit() -> None:
    assert in_columns([("a", "風箏系統股份", "12%"), ("bb", "x", "3%")], 14) == ["a   風箏…  12%", "bb  x      3%"]


TEXT = st.text(st.sampled_from("ab /風箏，。（）"), max_size=60)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=5), st.integers(12, 60))
def test_a_table_never_is_wider_than_it_may_be(rows: list[tuple[str, ...]], most: int) -> None:
    assert all(width(line) <= most for line in in_columns(rows, most))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("all others within", ["  all others", "    within"]),
        ("風箏系統股份有限公司", ["  風箏系統股", "    份有限公", "    司"]),
        ("風箏系統股，份", ["  風箏系統", "    股，份"]),
        ("ab 風箏系（統", ["  ab 風箏系", "    （統"]),
        ("short", ["  short"]),
        ("", [""]),
    ],
)
def test_lines_end_where_they_may(text: str, lines: list[str]) -> None:
    assert wrapped(text, 12, "  ") == lines


@given(TEXT, st.integers(16, 60))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    assert "".join("".join(wrapped(text, columns, "  ")).split()) == "".join(text.split())


@given(st.lists(st.text(st.sampled_from("ab/風箏，"), max_size=8)).map(" ".join))
def test_no_line_is_wider_than_it_may_be(text: str) -> None:
    assert all(width(line) <= 40 for line in wrapped(text, 40, "  "))
