"""What is kept in parts: each is there as it was, and is read only when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.judging.kept import Kept, Parts

PARTS = {"few": [1, "二", True], "many\nlines": {"a": "b\nc"}, "none": []}


def test_every_part_comes_back(tmp_path: Path) -> None:
    kept = Kept(str(tmp_path))
    kept.save_parts("some", PARTS)

    assert dict(kept.load_parts("some") or {}) == PARTS


def test_what_was_not_kept_is_none(tmp_path: Path) -> None:
    assert Kept(str(tmp_path)).load_parts("some") is None


def test_a_part_that_cannot_be_read_is_not_there_and_spoils_no_other() -> None:
    parts = Parts(b'["good","bad"]\n3\n{')

    assert parts["good"] == 3
    assert parts.get("bad") is None


@pytest.mark.parametrize("content", [b"", b"{", b"3", b'["one"]', b'["one"]\n1\n2', b"[[]]\n1", b"\xff"])
def test_what_is_damaged_is_none(content: bytes, tmp_path: Path) -> None:
    kept = Kept(str(tmp_path))
    kept.save_parts("some", PARTS)
    for file in Path(kept._folder).iterdir():
        file.write_bytes(content)

    assert kept.load_parts("some") is None
