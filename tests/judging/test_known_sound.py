"""A file that matched its schema is not held against it again for as long as it stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import AS_OF
from tests.judging.test_focused import ASSESSMENT, FOLDER, RECORD, below, edit, focused, run_whole, whole

from vendorbook.judging import Kept, Rules
from vendorbook.judging.known_sound import keep, known_sound
from vendorbook.judging.units import Unit
from vendorbook.model import Source
from vendorbook.repository import Memory, WorkTree, disk, rules_of
from vendorbook.schema_check import Schemas
from vendorbook.schema_check.problem import Problem

pytestmark = pytest.mark.rules_afresh

NOT_ITS_NAME = f"{FOLDER}/journal/2025-06-10-audit.yaml"


@pytest.fixture
def edited(on_disk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example register after a whole run, in which one record was edited; its files count as settled at once."""
    monkeypatch.setattr(disk, "SETTLED", 0)
    run_whole(on_disk)
    edit(on_disk, RECORD, "amount: 6800000", "amount: 6800001")
    return on_disk


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are held against their schemas."""
    paths: list[str] = []
    problems = Schemas.problems

    def counting(self: Schemas, source: Source, kind: str) -> list[Problem]:
        paths.append(source.path)
        return problems(self, source, kind)

    monkeypatch.setattr(Schemas, "problems", counting)
    return paths


def of_vendors(paths: list[str]) -> list[str]:
    return [path for path in paths if path.startswith("vendors/")]


def test_only_what_was_edited_is_held_against_its_schema(edited: Path, held: list[str]) -> None:
    focused(edited, FOLDER)

    assert of_vendors(held) == [RECORD]


def test_a_file_beside_it_that_was_edited_too_is_as_well(edited: Path, held: list[str]) -> None:
    edit(edited, ASSESSMENT, "kind: risk-assessment", "kind: risk")

    assert below(focused(edited, FOLDER), FOLDER) == below(whole(edited), FOLDER) != []
    assert {RECORD, ASSESSMENT} <= set(held)


def test_a_file_is_known_by_its_path_as_well(example: dict[str, bytes], tmp_path: Path) -> None:
    """The same content is sound under one name and not under another."""
    kept, book = Kept(str(tmp_path)), Rules(rules_of(Memory(example))).book
    snapshot = Memory({**example, NOT_ITS_NAME: example[ASSESSMENT]})
    keep(kept, "a day", [Unit("kite-systems", {ASSESSMENT: snapshot.files()[ASSESSMENT]})], ["kite-systems"])
    sources = known_sound(kept, "a day", ["kite-systems"])

    assert sources.checked(snapshot, ASSESSMENT, book)[1] == []
    assert sources.checked(snapshot, NOT_ITS_NAME, book)[1] != []


SPOILED: dict[str, Callable[[Path], object]] = {
    "nothing was kept": lambda file: file.unlink(),
    "what was kept is none": lambda file: file.write_text("[1, 2"),
    "what was kept is another's": lambda file: file.write_text('["kite-systems"]\n{"a": 1}'),
    "what was kept is nothing": lambda file: file.write_text('["kite-systems"]\nnull'),
}


@pytest.mark.parametrize("name", SPOILED)
def test_where_nothing_is_known_all_are(name: str, edited: Path, held: list[str]) -> None:
    tree = WorkTree(edited)
    SPOILED[name](Path(Kept(str(edited))._path(f"sound {Rules(rules_of(tree)).name_of(tree, AS_OF)}")))

    focused(edited, FOLDER)

    assert {RECORD, ASSESSMENT} < set(of_vendors(held))
