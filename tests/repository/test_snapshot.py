"""What every snapshot's files offer because they are in the order of their paths."""

from __future__ import annotations

import pytest

from vendorbook.repository.snapshot import below

FILES = dict.fromkeys(
    [
        "policies/waivers-of-old/a.yaml",
        "policies/waivers/a.yaml",
        "policies/waivers/more/b.yaml",
        "policies/waivers0.yaml",
        "schemas/a.schema.json",
    ],
    "blob:",
)


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("policies/waivers/", ["policies/waivers/a.yaml", "policies/waivers/more/b.yaml"]),
        ("policies/", list(FILES)[:4]),
        ("schemas/", list(FILES)[4:]),
        ("vendors/", []),
        ("archive/", []),
    ],
)
def test_what_is_below_a_folder(folder: str, found: list[str]) -> None:
    assert list(FILES) == sorted(FILES)
    assert below(FILES, folder) == found
