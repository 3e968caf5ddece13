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

    assert _whatever_the_number_of_policies(capsys.readouterr().out) == _whatever_the_number_of_policies(output)


def _whatever_the_number_of_policies(output: str) -> str:
    """Adding a policy edits no other file, the README included."""
    return re.sub(r"[0-9]+ 項政策", "… 項政策", output)


def test_the_readme_shows_a_finding() -> None:
    assert SHOWN
