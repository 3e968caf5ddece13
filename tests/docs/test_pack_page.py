"""The page on packs names all that is in one, and nothing that is not."""

from __future__ import annotations

import re

import pytest

from tests.docs.known import IN_A_PACK
from tests.docs.pages import DOCS, Page
from vendorbook.model import LANGUAGES
from vendorbook.pack import instructions

PAGES = [Page.of(DOCS / name) for name in ("pack.md", "pack.en.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_it_names_every_part_of_a_pack(page: Page) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", page.prose, re.MULTILINE)
    named = [row for row in rows if not row.startswith("--")]
    assert sorted(named) == sorted([*IN_A_PACK, "verify.py", "VERIFY.en.md"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instructions_in_a_pack_name_parts_of_it(language: str) -> None:
    template = (instructions.TEMPLATES / f"VERIFY.{language}.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|", template, re.MULTILINE)
    assert rows
    assert set(rows) <= set(IN_A_PACK)
