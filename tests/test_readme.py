"""What README.md shows is what vendorbook prints."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from vendorbook.cli.boundary import status

SHOWN = re.findall(r"<!-- output: vendorbook (.+?) -->\n```text\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_an_output_in_the_readme_is_the_real_one(
    command: str, output: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status(command.split())

    assert capsys.readouterr().out == output


def test_the_readme_shows_a_finding() -> None:
    assert SHOWN
