"""From an empty folder to an engagement that is compliant and merged, by commands alone: no digest by hand.

The engagement is one of the example's, on a day before it begins. What people decide comes from files and options;
all that can be worked out is the tool's: digests of documents and of the scope, days, who is at work, shares.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran, run_installed
from tests.conftest import ROOT, git
from vendorbook import yaml_source
from vendorbook.editing.house import dumped, node_of

ID = "banyan-networks/exchange-lines"
FOLDER = f"vendors/{ID}"
ASSESSED, BRIEFED, TODAY = "2024-11-11", "2024-12-24", "2024-12-26"
MOST = 14


class Engineer:
    """Somebody who types commands, and the files that people have handed over; every command counts."""

    def __init__(self, folder: Path) -> None:
        self.main, self.branch, self.papers = (folder / name for name in ("main", "branch", "papers"))
        self.commands = 0
        self.papers.mkdir()

    def types(self, *command: str, day: str, where: Path | None = None) -> Ran:
        self.commands += 1
        when = ("--as-of", day) if day else ()
        ran = run_installed(where or self.branch, *command, "--lang", "en", *when)
        assert ran.status == 0, ran
        return ran

    def types_git(self, *command: str, where: Path | None = None) -> str:
        self.commands += 1
        return git(where or self.branch, "-c", "user.email=wei.cantian@paper-boat.example", *command)

    def copies(self, papers: Path) -> None:
        self.commands += 1
        shutil.copytree(papers, self.main, dirs_exist_ok=True)

    def is_handed(self, name: str, value: Any) -> str:
        """What people decided: a paper, or what one types at once; it names documents, but no digest."""
        if not isinstance(value, dict | list):
            return str(value).lower() if isinstance(value, bool) else str(value)
        text = dumped(node_of(_without_digests(value)))
        assert "sha256" not in text
        (self.papers / f"{name}.yaml").write_text(text, encoding="utf-8")
        return f"@{self.papers / name}.yaml"


def _without_digests(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_digests(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _without_digests(each) for key, each in value.items() if key not in ("sha256", "scope_digest")}


def example(path: str) -> dict[str, Any]:
    value = yaml_source.read((ROOT / path).read_bytes(), path).value
    assert isinstance(value, dict)
    return value


@pytest.fixture
def engineer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engineer:
    """In an empty folder, on the day."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", f"{TODAY}T10:00:00+08:00")
    return Engineer(tmp_path)


@pytest.fixture
def handed_over(tmp_path: Path) -> Path:
    """The firm's own profile, people and systems, and documents; the rules come with the tool."""
    papers = tmp_path / "handed-over"
    (papers / "policies").mkdir(parents=True)
    for name in ("firm", "people", "systems", "trail"):
        shutil.copy(ROOT / f"policies/{name}.yaml", papers / "policies")
    for folder in (FOLDER, "vendors/banyan-networks"):
        shutil.copytree(ROOT / folder / "evidence", papers / folder / "evidence")
    return papers


def _settings(engineer: Engineer, values: dict[str, Any], names: tuple[str, ...], option: str = "--set") -> list[str]:
    return [word for name in names for word in (option, f"{name}={engineer.is_handed(name, values[name])}")]


def test_fourteen_commands_from_an_empty_folder_to_a_merged_engagement(engineer: Engineer, handed_over: Path) -> None:
    supplier, record = example("vendors/banyan-networks/supplier.yaml"), as_agreed()
    assessment = example(f"{FOLDER}/journal/2024-11-11-risk-assessment.yaml")
    briefing = example(f"{FOLDER}/journal/2024-12-24-briefing.yaml")
    main, by = engineer.main, ("--by", "s-0109")

    engineer.types_git("init", "-q", "-b", "main", str(main), where=main.parent)
    engineer.copies(handed_over)
    engineer.types_git("add", "-A", where=main)
    engineer.types_git("commit", "-q", "-m", "The register begins", where=main)
    engineer.types_git("worktree", "add", "-q", "-b", "lines", str(engineer.branch), where=main)

    profile = ("registration_number", "name", "group", "head_office", "certificates")
    blocks = _settings(engineer, supplier, profile, "--supplier")
    blocks += _settings(engineer, record, ("title", "scope", "selection", "contract", "access", "oversight"))
    engineer.types("new", "engagement", ID, "--set", "status=active", *blocks, *by, day=ASSESSED)
    found = ("impact", "security_costs", "supplier_controls", "continuity", "risks", "residual_risk", "approval")
    judged = _settings(engineer, assessment, found)
    judged += ["--set", f"checklist.items={engineer.is_handed('answers', assessment['checklist']['items'])}"]
    judged += ["--set", f"concentration.market={engineer.is_handed('market', assessment['concentration']['market'])}"]
    team = [word for staff in assessment["assessors"] for word in ("--assessor", staff)]
    engineer.types("assess", ID, *team, *judged, *by, day=ASSESSED)
    told = _settings(engineer, briefing, ("rules", "received_by"))
    engineer.types("log", ID, "briefing", *told, *by, day=BRIEFED)

    engineer.types_git("add", "-A")
    engineer.types_git("commit", "-q", "-m", "Lines to the exchange")
    engineer.types("gate", "--base", "main", "--head", "lines", day=TODAY, where=main)
    engineer.types_git(
        "merge", "-q", "--no-ff", "-m", "Merge pull request #1 from paper-boat/lines", "lines", where=main
    )
    checked = engineer.types("check", "--format", "one_line", day=TODAY, where=main)
    verified = engineer.types("trail", "verify", day="", where=main)

    assert engineer.commands <= MOST
    assert checked.out.startswith("nothing found")
    assert "#1" in verified.out
    assert "proved: T1 1" in verified.out  # what it is: in form, by the rules; nobody else has approved it
    assert run_installed(main, "fmt", "--check", "vendors") == (0, "", "")  # written as `fmt` would lay it out
    assert _sorted(example_of(engineer, f"{FOLDER}/engagement.yaml")) == _sorted(record)
    written = example_of(engineer, "vendors/banyan-networks/supplier.yaml")
    assert {name: written[name] for name in profile} == {name: supplier[name] for name in profile}


def as_agreed() -> dict[str, Any]:
    """The example's engagement on the day: before it begins, with the access that is approved by then."""
    record = example(f"{FOLDER}/engagement.yaml")
    record["access"]["grants"] = [each for each in record["access"]["grants"] if each["requested_on"] <= TODAY]
    for each in [member for side in record["oversight"]["security_staff"].values() for member in side]:
        each["from"] = min(each["from"], BRIEFED)
    return record


def example_of(engineer: Engineer, path: str) -> Any:
    return yaml_source.read((engineer.main / path).read_bytes(), path).value


def _sorted(value: Any) -> Any:
    """The same whatever the order of keys."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(each) for each in value] if isinstance(value, list) else value
