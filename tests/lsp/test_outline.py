"""The way to a place, also where there is no YAML yet."""

from __future__ import annotations

import pytest

from vendorbook.lsp.lines import Lines
from vendorbook.lsp.outline import spot, word_at

TEXT = """\
id: x
title: {zh-TW: 委託, en: Dev}
scope:
  services:
    # a remark: no field
    - {id: change-requests, type: development, description: 依}

  systems: [order-routing, trading-host]
access:
  grants:
    - id: g1
      approvals:
      - approved_by: s-0107
        on: "2026-01-01"
"""

WAYS = {
    "id": (("id",), "id", True),
    "x\n": (("id",), "x", False),
    "zh-TW": (("title", "zh-TW"), "zh-TW", True),
    "委託": (("title", "zh-TW"), "委託", False),
    "Dev": (("title", "en"), "Dev", False),
    "type": (("scope", "services", 0, "type"), "type", True),
    "development": (("scope", "services", 0, "type"), "development", False),
    "trading-host": (("scope", "systems", 0), "trading-host", False),
    "approvals": (("access", "grants", 0, "approvals"), "approvals", True),
    "s-0107": (("access", "grants", 0, "approvals", 0, "approved_by"), "s-0107", False),
    "2026-01-01": (("access", "grants", 0, "approvals", 0, "on"), "2026-01-01", False),
}


@pytest.mark.parametrize("part", WAYS)
def test_the_way_to_a_word(part: str) -> None:
    before = TEXT[: TEXT.index(part)]
    rows = TEXT.split("\n")
    at, word = word_at(rows, before.count("\n"), len(before.rpartition("\n")[2]) + 1)
    assert (at.way, word, at.is_key) == WAYS[part]


TYPED = {
    "scope:\n  systems: [a, ": (("scope", "systems", 0), "", False),
    "scope:\n  systems: [a, b": (("scope", "systems", 0), "b", False),
    "scope:\n  ": (("scope",), "", True),
    "scope:\n  systems:\n    - ": (("scope", "systems", 0), "", True),
    "scope:\n  systems:\n  - or": (("scope", "systems", 0), "or", True),
    "a: b\n": ((), "", True),
    "scope:\n  x: 1\n  cl": (("scope",), "cl", True),
    "a:\n  - {id: b, ty": (("a", 0), "ty", True),
    "a:\n  - {id: [{b: c": (("a", 0, "id", 0, "b"), "c", False),
    "a: 'it''s {no}: bracket' # [": (("a",), "'it''s {no}: bracket' # [", False),
    "a: ]]]}": (("a",), "]]]}", False),
}


@pytest.mark.parametrize("text", TYPED)
def test_the_way_to_what_is_being_typed(text: str) -> None:
    rows = text.split("\n")
    at = spot(rows, len(rows) - 1, len(rows[-1]))
    assert (at.way, at.typed, at.is_key) == TYPED[text]


def test_a_place_is_where_an_editor_has_it() -> None:
    """The reader's lines end in LF, an editor's in CR too; the two count other columns beyond U+FFFF."""
    lines = Lines("a: 𠮷\rb: 1\nc: 𠮷𠮷 x\n", lambda text: len(text.encode("utf-16-le")) // 2)
    found = lines.range_at(2, 4)
    assert (found.start.line, found.start.character, found.end.character) == (2, 3, 9)
    assert lines.range_at(1, 6).start.line == 1
    assert lines.place_of(found.end) == (2, 7)
    assert lines.range_at(99, 99).start.line == 3
