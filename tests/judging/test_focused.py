"""What somebody is editing is judged alone and quickly, and comes to what the whole run finds there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import AS_OF

from vendorbook.cli.focus import focus_of
from vendorbook.judging import Kept, Rules, judge, judge_again
from vendorbook.judging.focused import judge_focused
from vendorbook.model import Finding
from vendorbook.repository import WorkTree, rules_of

FOLDER = "vendors/kite-systems/order-routing"
RECORD = f"{FOLDER}/engagement.yaml"
ASSESSMENT = f"{FOLDER}/journal/2025-06-10-risk-assessment.yaml"
OTHER = "vendors/stone-bridge/colocation/engagement.yaml"

WAIVED = "vendors/night-owl/soc-monitoring"
WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new, 1))


def whole(root: Path) -> list[Finding]:
    tree = WorkTree(root)
    return list(judge(tree, Rules(rules_of(tree)), AS_OF).findings)


def focused(root: Path, folder: str) -> list[Finding]:
    tree = WorkTree(root, [folder])
    verdict = judge_focused(tree, Rules(rules_of(tree)), AS_OF, Kept(str(root)), [folder.split("/")[1]])
    assert verdict is not None
    return list(verdict.findings)


def below(findings: list[Finding], folder: str) -> list[Finding]:
    return [finding for finding in findings if finding.location.path.startswith(folder + "/")]


@pytest.fixture
def edited(on_disk: Path) -> Path:
    """The example register on disk, after a whole run."""
    tree = WorkTree(on_disk)
    judge_again(tree, Rules(rules_of(tree)), AS_OF, Kept(str(on_disk)))
    return on_disk


def test_a_fault_in_what_is_edited_is_found_as_by_the_whole_run(edited: Path) -> None:
    edit(edited, RECORD, "professional:", "proficient:")

    assert below(focused(edited, FOLDER), FOLDER) == below(whole(edited), FOLDER) != []


def test_the_whole_register_counts_although_it_is_not_looked_at_closely(edited: Path) -> None:
    edit(edited, OTHER, "amount: 5400000", "amount: 99400000")

    found = below(focused(edited, FOLDER), FOLDER)

    assert found == below(whole(edited), FOLDER)
    assert "concentration-agrees-with-the-register" in [finding.policy for finding in found]


def test_a_record_that_came_or_went_since_counts_as_well(edited: Path) -> None:
    shutil.rmtree((edited / OTHER).parent)

    assert below(focused(edited, FOLDER), FOLDER) == below(whole(edited), FOLDER) != []


def test_a_waiver_covers_as_it_did_until_its_file_changes(edited: Path) -> None:
    covered = below(focused(edited, WAIVED), WAIVED)
    edit(edited, WAIVER, "pointer: /risks/0/controls/0", "pointer: /risks/0/controls/1")
    changed = below(focused(edited, WAIVED), WAIVED)
    (edited / WAIVER).unlink()
    gone = below(focused(edited, WAIVED), WAIVED)

    assert [finding.waiver for finding in covered] == ["soc-log-channel-certificates"]
    assert [finding.waiver for finding in changed] == [finding.waiver for finding in gone] == [None]


def test_without_an_earlier_run_there_is_no_quick_way(on_disk: Path) -> None:
    tree = WorkTree(on_disk, [FOLDER])

    assert judge_focused(tree, Rules(rules_of(tree)), AS_OF, Kept(str(on_disk)), ["kite-systems"]) is None


def test_only_records_are_looked_at_elsewhere(edited: Path) -> None:
    elsewhere = [
        path
        for path in WorkTree(edited, [FOLDER]).files()
        if not path.startswith(("vendors/kite", "policies", "schemas"))
    ]

    assert OTHER in elsewhere
    assert all(path.endswith(("engagement.yaml", "supplier.yaml")) for path in elsewhere)


@pytest.mark.parametrize(
    ("paths", "focus"),
    [
        ([RECORD], [FOLDER]),
        ([ASSESSMENT, RECORD], [FOLDER]),
        ([FOLDER], ["vendors/kite-systems"]),
        (["vendors/kite-systems/supplier.yaml"], ["vendors/kite-systems"]),
        (["vendors/kite-systems/journal/x.yaml", OTHER], ["vendors/kite-systems", "vendors/stone-bridge/colocation"]),
        (["vendors"], []),
        (["policies/firm.yaml"], []),
        ([RECORD, "policies/firm.yaml"], []),
        ([f"vendors/s{number}/e/engagement.yaml" for number in range(9)], []),
    ],
)
def test_the_focus_of_paths(
    paths: list[str], focus: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert focus_of(paths, tmp_path) == focus
