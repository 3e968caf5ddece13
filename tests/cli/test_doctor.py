"""`doctor`: whether this machine and this clone can judge, and what to mend where they cannot."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import FIRM, OnDisk
from tests.helpers.repos import Repo

Run = Callable[..., Ran]


@pytest.fixture
def repo(register: OnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo = Repo(tmp_path / "register")
    repo.commit(dict(register.original))
    monkeypatch.chdir(repo.path)
    return repo


def wrong(ran: Ran) -> list[str]:
    return [line for line in ran.out.splitlines() if line.startswith("✗")]


@pytest.mark.parametrize(("lang", "said"), [("zh-TW", "✓ 政策: "), ("en", "✓ policies: ")])
def test_all_is_well(lang: str, said: str, repo: Repo, vendorbook: Run) -> None:
    ran = vendorbook("doctor", "--lang", lang)

    assert (ran.status, wrong(ran), ran.err) == (0, [], "")
    assert said in ran.out
    assert f"{repo.path} (1)" in ran.out
    assert repo.git("rev-parse", "HEAD") in ran.out


def test_a_shallow_clone(repo: Repo, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"README.md": "more\n"})
    repo.clone(tmp_path / "shallow", "--depth=1")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = vendorbook("doctor", "--lang", "en")

    assert ran.status == 2
    assert [line.split(":")[0] for line in wrong(ran)] == ["✗ whole git history"]


def test_outside_of_git(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("doctor", "--lang", "en")
    assert ran.status == 2
    assert [line.split(":")[0] for line in wrong(ran)] == ["✗ whole git history"]


def test_no_register(vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = vendorbook("doctor", "--lang", "en")
    assert ran.status == 2
    assert [line.split(":")[0] for line in wrong(ran)] == ["✗ register", "✗ whole git history", "✗ policies"]


def test_rules_at_fault_are_told_with_their_place(repo: Repo, vendorbook: Run) -> None:
    repo.write({FIRM: b"name: x\nname: y\n"})
    ran = vendorbook("doctor", "--lang", "en")
    assert ran.status == 2
    [line] = wrong(ran)
    assert f"{FIRM}:2:1" in line


def test_a_register_without_engagements(repo: Repo, vendorbook: Run) -> None:
    repo.git("rm", "-r", "--quiet", "vendors/paper-crane/website")
    ran = vendorbook("doctor", "--lang", "en")
    assert ran.status == 2
    assert [line.split(":")[0] for line in wrong(ran)] == ["✗ register"]


def test_no_git(repo: Repo, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = vendorbook("doctor", "--lang", "en")
    assert ran.status == 2
    assert "✗ git (2.38 or later)" in [line.split(":")[0] for line in wrong(ran)]


def test_a_git_that_is_too_old(repo: Repo, vendorbook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "bin/git"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho git version 2.20.1\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(old.parent))
    assert "✗ git (2.38 or later): 2.20" in wrong(vendorbook("doctor", "--lang", "en"))


def test_a_python_that_is_too_old(repo: Repo, vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    assert "✗ Python (3.11 or later)" in [line.split(":")[0] for line in wrong(vendorbook("doctor", "--lang", "en"))]


# -- schema bundle, which editors are given ------------------------------------------------------------


def test_one_schema_to_standard_output(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("schema", "bundle", "engagement")
    schema = json.loads(ran.out)

    assert ran.status == 0
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert _references(schema)
    assert all(reference.startswith("#") for reference in _references(schema))


def test_every_schema_into_a_folder(register: OnDisk, vendorbook: Run, tmp_path: Path) -> None:
    ran = vendorbook("schema", "bundle", "--output", str(tmp_path / "new/schemas"))
    written = sorted(place for place in (tmp_path / "new/schemas").rglob("*") if place.is_file())

    assert ran.status == 0
    assert sorted(map(Path, ran.out.splitlines())) == written
    names = {place.relative_to(tmp_path / "new/schemas").as_posix() for place in written}
    assert {"engagement.schema.json", "supplier.schema.json", "journal/audit.schema.json"} <= names
    for place in written:
        json.loads(place.read_text("utf-8"))


def test_some_schemas_into_a_folder(register: OnDisk, vendorbook: Run, tmp_path: Path) -> None:
    vendorbook("schema", "bundle", "firm", "journal/audit", "--output", str(tmp_path))
    written = {place.relative_to(tmp_path).as_posix() for place in tmp_path.rglob("*.json")}
    assert written == {"firm.schema.json", "journal/audit.schema.json"}


def _references(schema: object) -> list[str]:
    if isinstance(schema, list):
        return [each for item in schema for each in _references(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
    return own + [each for value in schema.values() for each in _references(value)]
