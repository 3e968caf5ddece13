"""From an empty folder to an engagement that is compliant, by commands alone: no digest is worked out by hand.

The engagement is one of the example's, on a day soon after it began. What people decide comes from files and options;
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
ASSESSED, BRIEFED, TODAY = "2024-11-11", "2024-12-24", "2025-01-15"
MOST = 15
DECISION: dict[str, Any] = {
    "decision": "接受集中：登錄簿剛建立，僅此一件",
    "covers": ["engagements", "core-systems", "annual-spend"],
    "reason": "其他委外案陸續登錄",
    "measures": ["二路管道分屬不同路由", "每半年檢討"],
    "approval": {"approved_on": BRIEFED, "approved_by": "s-0101"},
    "expires_on": "2025-12-31",
}


class Engineer:
    """Somebody who types commands into a folder, and the files that people have handed over."""

    def __init__(self, folder: Path) -> None:
        self.register = folder / "register"
        self.papers = folder / "papers"
        self.commands = 2  # `git init`, and `cp` of the documents
        (self.register / "vendors").mkdir(parents=True)
        self.papers.mkdir()

    def types(self, *command: str, day: str) -> Ran:
        self.commands += 1
        ran = run_installed(self.register, *command, "--as-of", day, "--lang", "en")
        assert ran.status == 0, ran
        return ran

    def commits(self) -> None:
        self.commands += 2
        git(self.register, "add", "-A")
        git(self.register, "commit", "-q", "-m", "Lines to the exchange")

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
def engineer(tmp_path: Path) -> Engineer:
    """In a register with nothing but the firm's own profile, people and systems; the rules come with the tool."""
    somebody = Engineer(tmp_path)
    for name in ("firm", "people", "systems"):
        (somebody.register / "policies").mkdir(exist_ok=True)
        shutil.copy(ROOT / f"policies/{name}.yaml", somebody.register / "policies")
    shutil.copytree(ROOT / FOLDER / "evidence", somebody.register / FOLDER / "evidence")
    shutil.copytree(ROOT / "vendors/banyan-networks/evidence", somebody.register / "vendors/banyan-networks/evidence")
    git(somebody.register, "init", "-q", "-b", "main")
    git(somebody.register, "config", "user.email", "wei.cantian@paper-boat.example")
    return somebody


def _settings(engineer: Engineer, values: dict[str, Any], names: tuple[str, ...]) -> list[str]:
    return [word for name in names for word in ("--set", f"{name}={engineer.is_handed(name, values[name])}")]


def test_fifteen_commands_from_an_empty_folder_to_a_compliant_engagement(engineer: Engineer) -> None:
    supplier, record = example("vendors/banyan-networks/supplier.yaml"), example(f"{FOLDER}/engagement.yaml")
    assessment = example(f"{FOLDER}/journal/2024-11-11-risk-assessment.yaml")
    briefing = example(f"{FOLDER}/journal/2024-12-24-briefing.yaml")
    grants, by = record["access"].pop("grants"), ("--by", "s-0109")

    profile = _settings(engineer, supplier, ("name", "group", "head_office", "certificates"))
    engineer.types("new", "supplier", "banyan-networks", "--registration-number", "00000012", *profile, day=ASSESSED)
    blocks = _settings(engineer, record, ("title", "scope", "selection", "contract", "access", "oversight"))
    engineer.types("new", "engagement", ID, "--set", "status=active", *blocks, *by, day=ASSESSED)
    found = ("impact", "security_costs", "supplier_controls", "continuity", "risks", "residual_risk", "approval")
    judged = _settings(engineer, assessment, found)
    judged += ["--set", f"checklist.items={engineer.is_handed('answers', assessment['checklist']['items'])}"]
    judged += ["--set", f"concentration.market={engineer.is_handed('market', assessment['concentration']['market'])}"]
    team = [word for staff in assessment["assessors"] for word in ("--assessor", staff)]
    engineer.types("assess", ID, *team, *judged, *by, day=ASSESSED)
    told = _settings(engineer, briefing, ("rules", "received_by"))
    engineer.types("log", ID, "briefing", *told, *by, day=BRIEFED)
    for grant in grants:
        stated = {key: each for key, each in grant.items() if key not in ("id", "revoked_on")}
        settings = _settings(engineer, stated, tuple(stated))
        engineer.types("access", "grant", ID, grant["id"], *settings, *by, day=TODAY)
    item = "journal/2024-11-11-risk-assessment#own-wavelength"
    done = ("--set", "done_on=2024-12-20", "--set", "description=專屬波長已開通")
    engineer.types("log", ID, "follow-up", "--closes", item, *done, *by, day=BRIEFED)
    decision = _settings(engineer, DECISION, tuple(DECISION))
    engineer.types("log", "banyan-networks", "diversification", *decision, *by, day=BRIEFED)
    engineer.commits()
    ran = engineer.types("check", "--format", "one_line", day=TODAY)

    assert engineer.commands < MOST
    assert ran.out.splitlines()[-1].startswith("0 errors, 0 warnings")
    assert run_installed(engineer.register, "fmt", "--check") == (0, "", "")  # written as `fmt` would lay it out
    written = example_of(engineer, f"{FOLDER}/engagement.yaml")
    assert _sorted(written) == _sorted({**record, "access": {**record["access"], "grants": grants}})


def example_of(engineer: Engineer, path: str) -> Any:
    return yaml_source.read((engineer.register / path).read_bytes(), path).value


def _sorted(value: Any) -> Any:
    """The same whatever the order of keys."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(each) for each in value] if isinstance(value, list) else value
