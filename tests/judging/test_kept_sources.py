"""What was sound is not read again while it stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.judging import Kept
from vendorbook.judging.kept_sources import Shelf, kept_sound
from vendorbook.model import Source
from vendorbook.model.places import no_places
from vendorbook.repository import Memory

FILES = {f"policies/waivers/{name}.yaml": b"of: " + of for name, of in [("a", b"owl"), ("b", b"elk"), ("c", b"owl")]}
A, B, C = FILES


class Reading:
    """Reads the files of a snapshot that say what they are of; the rest is not sound."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.snapshot = Memory(files)
        self.paths = list(files)
        self.was_read: list[str] = []
        self.kept = Kept(str(folder))

    def read(self, path: str) -> Source | None:
        self.was_read.append(path)
        word, _, of = self.snapshot.read(path).decode().partition(": ")
        return Source(path, {word: of}, no_places([1, 2, 3])) if word == "of" else None

    def sound(self, only: list[str] | None = None) -> list[str]:
        shelf = Shelf(self.kept, "a name", lambda source: source.root.text("of"))
        found = kept_sound(self.snapshot, self.paths, self.read, shelf, only)
        assert all(list(source.places) == [1, 2, 3] for source in found)
        return [f"{Path(source.path).stem} {source.root.text('of')}" for source in found]


def test_what_is_as_it_was_is_not_read_again(tmp_path: Path) -> None:
    first, again = Reading(tmp_path, FILES), Reading(tmp_path, FILES)

    assert first.sound() == again.sound() == ["a owl", "b elk", "c owl"]
    assert (first.was_read, again.was_read) == ([A, B, C], [])


def test_what_has_changed_is(tmp_path: Path) -> None:
    Reading(tmp_path, FILES).sound()
    changed = Reading(tmp_path, FILES | {B: b"of: fox"})

    assert changed.sound() == ["a owl", "b fox", "c owl"]
    assert changed.was_read == [B]


def test_what_is_not_sound_is_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        faulty = Reading(tmp_path, FILES | {B: b"no: elk"})
        assert faulty.sound() == ["a owl", "c owl"]
    assert faulty.was_read == [B]


def test_what_is_about_others_is_left_out(tmp_path: Path) -> None:
    Reading(tmp_path, FILES).sound()
    some = Reading(tmp_path, FILES)

    assert some.sound(["owl"]) == ["a owl", "c owl"]
    assert some.was_read == []


def test_what_may_be_about_anything_is_read_for_some_too_and_not_kept(tmp_path: Path) -> None:
    Reading(tmp_path, FILES).sound()
    for _ in range(2):
        changed = Reading(tmp_path, FILES | {B: b"of: owl"})
        assert changed.sound(["owl"]) == ["a owl", "b owl", "c owl"]
    assert changed.was_read == [B]


@pytest.mark.parametrize("spoilt", ["", "[1", '["a b c"]\n1', '["x"]\n[1, 2]', '["blob:1 owl a", "no"]\nnull\n2'])
def test_what_was_kept_and_is_damaged_is_read(spoilt: str, tmp_path: Path) -> None:
    first = Reading(tmp_path, FILES)
    first.sound()
    Path(first.kept._path("a name")).write_text(spoilt)
    again = Reading(tmp_path, FILES)

    assert again.sound(["owl", "elk"]) == ["a owl", "b elk", "c owl"]


def test_a_part_that_is_damaged_is_read(tmp_path: Path) -> None:
    first = Reading(tmp_path, FILES)
    first.sound()
    file = Path(first.kept._path("a name"))
    file.write_text(
        "\n".join(
            line.replace("elk", "") if n == 2 else line for n, line in enumerate(file.read_text().split("\n"))
        ).replace('{"of":""}', "{")
    )
    again = Reading(tmp_path, FILES)

    assert again.sound() == ["a owl", "b elk", "c owl"]
    assert again.was_read == [B]
