"""The page on the commands says what `--help` says."""

from __future__ import annotations

import pytest

from tests.docs.commands_page import page
from tests.docs.pages import DOCS


@pytest.mark.parametrize(("lang", "name"), [("zh-TW", "commands.md"), ("en", "commands.en.md")])
def test_it_is_what_help_says(lang: str, name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == page(lang), "write it anew: python -m tests.docs.commands_page"
