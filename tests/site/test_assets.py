"""What was taken from others is what it is said to be, and goes with its licence."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT
from vendorbook.site.assets import SCRIPTS, VENDORED

FOLDERS = (VENDORED, ROOT / "tests/site/vendored")
TAKEN = [(folder, name) for folder in FOLDERS for name in json.loads((folder / "manifest.json").read_text("utf-8"))]


@pytest.mark.parametrize(("folder", "name"), TAKEN, ids=lambda part: str(part).rsplit("/", 1)[-1])
def test_a_file_is_what_the_manifest_says(folder: Path, name: str) -> None:
    said = json.loads((folder / "manifest.json").read_text("utf-8"))[name]

    assert sha256((folder / name).read_bytes()).hexdigest() == said["sha256"]
    assert said["licence"] in ("Apache-2.0", "MPL-2.0")
    assert said["from"].endswith(name)
    assert all((folder / each).stat().st_size for each in said["with"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_nothing_is_there_that_the_manifest_does_not_name(folder: Path) -> None:
    said = json.loads((folder / "manifest.json").read_text("utf-8"))
    named = {"manifest.json", *said, *(each for one in said.values() for each in one["with"])}

    assert {path.name for path in folder.iterdir()} == named


def test_our_own_scripts_and_styles_ask_nobody() -> None:
    for name in (*SCRIPTS[1:], "site.css"):
        text = (VENDORED.parent / "assets" / name).read_text("utf-8")
        assert "http" not in text
        assert "@import" not in text
        assert "fetch(" not in text
        assert "innerHTML" not in text
        assert "eval(" not in text
