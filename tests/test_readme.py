"""What README.md shows is what vendorbook prints."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.docs.pages import Block, Page, shows
from vendorbook.cli.boundary import status

SHOWN = list(Page.of(ROOT / "README.md").in_role("output"))


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.about)
def test_an_output_in_the_readme_is_the_real_one(
    block: Block, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status(block.about.removeprefix("vendorbook ").split())
    printed = capsys.readouterr().out

    assert shows(block.text, printed), printed


def test_the_readme_shows_a_finding() -> None:
    assert SHOWN
