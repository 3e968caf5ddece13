"""Which schemas and policies judge a register, where it is, and what the tool brings along."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, write
from vendorbook.model import CannotJudge
from vendorbook.repository import Memory, find_root, rules_of
from vendorbook.repository.packaged import Packaged

ROOT = Path(__file__).resolve().parents[2]
OWN = {
    "schemas/engagement.schema.json": "own schema",
    "policies/firm.yaml": "own firm",
    "policies/checklist.yaml": "own checklist",
    "policies/house/two-eyes.yaml": "own policy",
    "vendors/kite/supplier.yaml": "id: kite",
}


def test_a_register_with_rules_of_its_own_is_judged_by_them_alone() -> None:
    rules = rules_of(Memory(OWN | {"policies/rules/twsa.yaml": "own rules"}))
    assert set(rules) == {path for path in OWN if path[0] != "v"} | {"policies/rules/twsa.yaml"}
    assert rules["schemas/engagement.schema.json"].read() == b"own schema"


def test_any_other_register_is_judged_by_the_tools_with_its_own_added() -> None:
    rules, tools = rules_of(Memory(OWN)), Packaged()
    assert set(rules) == set(tools.files()) | {path for path in OWN if path.startswith("policies/")}
    assert rules["policies/firm.yaml"].read() == b"own firm"
    assert rules["policies/house/two-eyes.yaml"].read() == b"own policy"
    assert rules["policies/checklist.yaml"].read() == b"own checklist"
    assert rules["policies/rules/twsa.yaml"].read() == tools.read("policies/rules/twsa.yaml")
    assert list(rules) == sorted(rules)


def test_copies_of_schemas_for_editors_do_not_judge() -> None:
    assert b"own schema" not in {file.read() for path, file in rules_of(Memory(OWN)).items() if "schema" in path}


def test_what_a_firm_says_of_itself_does_not_come_with_the_tool() -> None:
    assert not [path for path in Packaged().files() if path.startswith(("policies/firm", "policies/people"))]
    others = ("policies/systems", "policies/trail", "policies/waivers")
    assert not [path for path in Packaged().files() if path.startswith(others)]


def test_the_wheel_carries_what_a_checkout_offers() -> None:
    """A folder of policies that nobody told the build of would be missing once installed."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    included = build["targets"]["wheel"]["force-include"]
    others = ("demo", "starting")  # what a demonstration and a new register are made of, which judges nothing
    also = {place for place, inside in included.items() for of in others if inside == f"vendorbook/data/{of}/{place}"}
    included = {place: inside for place, inside in included.items() if place not in also}
    assert all(inside == f"vendorbook/data/{place}" for place, inside in included.items())
    left_out = [
        path
        for path in Packaged().files()
        if not any(path == place or path.startswith(f"{place}/") for place in included)
    ]
    assert left_out == []


def test_an_installation_without_its_data(tmp_path: Path) -> None:
    with pytest.raises(CannotJudge, match="install vendorbook again"):
        Packaged(tmp_path).files()


def test_packaged_files_read_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, REGISTER | {"policies/rules/twsa.yaml": "rules", "policies/rules/__pycache__/x.pyc": b"\0"})
    packaged = Packaged(tmp_path)
    assert list(packaged.files()) == [
        "policies/article-5/access-reviewed.yaml",
        "policies/rules/twsa.yaml",
        "schemas/engagement.schema.json",
        "schemas/journal/audit.schema.json",
    ]
    assert packaged.read("policies/rules/twsa.yaml") == b"rules"
    assert packaged.sha256("policies/rules/twsa.yaml") == Memory({"policies/rules/twsa.yaml": "rules"}).sha256(
        "policies/rules/twsa.yaml"
    )
    assert packaged.refused() == []


def test_the_register_is_found_from_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, REGISTER)
    monkeypatch.chdir(tmp_path / "vendors/kite/orders")
    assert find_root() == tmp_path
    assert find_root("journal") == tmp_path
    assert find_root(tmp_path / "policies") == tmp_path


def test_no_register_above(tmp_path: Path) -> None:
    (tmp_path / "vendors").write_text("a file")
    with pytest.raises(CannotJudge) as caught:
        find_root(tmp_path)
    assert "holds vendors/" in caught.value.message.en
    assert "--root" in caught.value.message.zh_tw
