"""What somebody is editing is judged alone and quickly, and comes to what the whole run finds there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from tests.conftest import AS_OF

from vendorbook.cli.focus import focus_of
from vendorbook.judging import Kept, Rules, judge, judge_again
from vendorbook.judging.elsewhere import elsewhere
from vendorbook.judging.focused import judge_focused
from vendorbook.model import Finding
from vendorbook.repository import WorkTree, disk, rules_of

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


def run_whole(root: Path) -> None:
    tree = WorkTree(root)
    judge_again(tree, Rules(rules_of(tree)), AS_OF, Kept(str(root)))


@pytest.fixture
def edited(on_disk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example register on disk, after a whole run, with files that count as settled at once."""
    monkeypatch.setattr(disk, "SETTLED", 0)
    run_whole(on_disk)
    return on_disk


@pytest.mark.rules_afresh
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


def test_where_nothing_is_in_the_focus_there_is_none_either(edited: Path) -> None:
    tree = WorkTree(edited, ["vendors/nobody/nothing"])

    assert judge_focused(tree, Rules(rules_of(tree)), AS_OF, Kept(str(edited)), ["nobody"]) is None


def test_where_too_much_has_changed_there_is_none_either(edited: Path) -> None:
    for number in range(9):
        shutil.copytree(edited / "vendors/stone-bridge", edited / f"vendors/stone-bridge-{number}")
    tree = WorkTree(edited, [FOLDER])

    assert judge_focused(tree, Rules(rules_of(tree)), AS_OF, Kept(str(edited)), ["kite-systems"]) is None


def test_other_suppliers_are_not_looked_at_and_other_engagements_by_their_record(edited: Path) -> None:
    seen = [path for path in WorkTree(edited, [FOLDER]).files() if path.startswith("vendors/")]

    assert ASSESSMENT in seen
    assert [path for path in seen if not path.startswith(f"{FOLDER}/")] == [
        "vendors/kite-systems/journal/2026-02-12-diversification.yaml",
        "vendors/kite-systems/settlement-core/engagement.yaml",
        "vendors/kite-systems/supplier.yaml",
    ]


# -- what is known of the others -----------------------------------------------------------------------

DECISION = "vendors/kite-systems/journal/2026-02-12-diversification.yaml"


def touched(root: Path, suppliers: Collection[str] = ()) -> list[str]:
    """The suppliers, but for some, of which nothing is known any more."""
    tree = WorkTree(root)
    kept = Kept(str(root)).load(f"elsewhere {Rules(rules_of(tree)).name_of(tree, AS_OF)}")
    return sorted(elsewhere(str(root), suppliers, kept).touched)


def put_behind_a_link(root: Path, path: str) -> None:
    """The files stay what they were, with their times and inodes."""
    (root / path).rename(root / "moved")
    (root / path).symlink_to(root / "moved")


def add_engagement(root: Path, folder: str) -> None:
    (root / folder).mkdir(exist_ok=True)
    shutil.copy(root / OTHER, root / folder / "engagement.yaml")


TOUCHES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    # what happens to the register: who has to be read
    "a record": (lambda root: edit(root, OTHER, "amount: 5400000", "amount: 99400000"), ["stone-bridge"]),
    "a record that is none": (lambda root: edit(root, OTHER, "amount: 5400000", "amount: much"), ["stone-bridge"]),
    "a record is gone": (lambda root: (root / OTHER).unlink(), ["stone-bridge"]),
    "a record is a program": (lambda root: (root / OTHER).chmod(0o755), ["stone-bridge"]),
    "a supplier's record": (lambda root: edit(root, "vendors/old-ferry/supplier.yaml", "name", "nick"), ["old-ferry"]),
    "a decision": (lambda root: edit(root, DECISION, "approved_on: 2026", "approved_on: 2025"), ["kite-systems"]),
    "a decision more": (
        lambda root: shutil.copy(root / DECISION, root / DECISION.replace("02-12", "03-12")),
        ["kite-systems"],
    ),
    "an engagement more": (lambda root: add_engagement(root, "vendors/old-ferry/colocation"), ["old-ferry"]),
    "an engagement is gone": (lambda root: shutil.rmtree((root / OTHER).parent), ["stone-bridge"]),
    "an engagement behind a link": (
        lambda root: put_behind_a_link(root, "vendors/stone-bridge/colocation"),
        ["stone-bridge"],
    ),
    "a supplier more": (lambda root: shutil.copytree(root / "vendors/old-ferry", root / "vendors/ferry"), ["ferry"]),
    "a supplier is gone": (lambda root: shutil.rmtree(root / "vendors/stone-bridge"), []),
    "a supplier behind a link": (lambda root: put_behind_a_link(root, "vendors/stone-bridge"), []),
    "nothing that counts": (lambda root: edit(root, ASSESSMENT, "percent: 38.1", "percent: 38.2"), []),
}


@pytest.mark.parametrize("name", TOUCHES)
def test_whoever_was_touched_is_read_again(name: str, edited: Path) -> None:
    touch, expected = TOUCHES[name]
    before = touched(edited)
    touch(edited)

    assert before == []
    assert touched(edited) == expected


@pytest.mark.parametrize("name", TOUCHES)
def test_and_counts_as_it_does_for_the_whole_run(name: str, edited: Path) -> None:
    edit(edited, RECORD, "amount: 6800000", "amount: 9800000")
    TOUCHES[name][0](edited)

    assert below(focused(edited, FOLDER), FOLDER) == below(whole(edited), FOLDER)


def test_a_folder_that_was_empty_is_looked_into(on_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SETTLED", 0)
    (on_disk / "vendors/old-ferry/colocation").mkdir()
    run_whole(on_disk)
    add_engagement(on_disk, "vendors/old-ferry/colocation")

    assert touched(on_disk) == ["old-ferry"]


def test_nobody_is_known_by_files_that_may_change_unnoticed(on_disk: Path) -> None:
    run_whole(on_disk)

    assert len(touched(on_disk)) > 5


@pytest.mark.parametrize("content", [b"[]", b"{", b'{"old-ferry": 3}', b'{"old-ferry": [1, [2], 3]}', b"\xff"])
def test_what_was_kept_and_is_damaged_tells_nothing(content: bytes, edited: Path) -> None:
    for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.json"):
        file.write_bytes(content)

    assert "old-ferry" in touched(edited)


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
