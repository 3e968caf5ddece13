"""What the strict reader accepts, readers of YAML 1.1 and of YAML 1.2 read alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.yaml_source.others import ours, pure_pyyaml, pyyaml, ruamel
from tests.yaml_source.reader_cases import TEXTS, VALUES
from tests.yaml_source.samples import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = [f"a: {word}\nb: [{word}]\n" for word in (*VALUES, *TEXTS)]


@pytest.mark.parametrize("text", [*SAMPLES, *WRITTEN])
def test_the_others_read_the_same(text: str) -> None:
    assert pyyaml(text) == pure_pyyaml(text) == ruamel(text) == ours(text)


def test_the_others_read_the_register_the_same() -> None:
    files = [path for folder in ("vendors", "policies") for path in sorted((ROOT / folder).rglob("*.yaml"))]
    texts = {path: path.read_text("utf-8") for path in files}

    assert texts
    assert [path for path, text in texts.items() if pyyaml(text) != ours(text)] == []
