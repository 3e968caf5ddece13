"""A new assessment: all that can be worked out is in it, and no answer."""

from __future__ import annotations

from typing import Any

from tests.conftest import git
from tests.editing.conftest import RECORD, At
from tests.editing.test_records import LINES, read
from vendorbook.checks.lib.stated import says_something
from vendorbook.editing import assessing
from vendorbook.editing.given import given
from vendorbook.editing.parts import Parts
from vendorbook.register import scope_digest


def test_an_assessment_of_the_same_scope(at: At) -> None:
    desk = at()
    root = read(desk, assessing.assess(desk, LINES, {}))
    record = desk.engagement(LINES).root
    scope = record.get("scope")
    assert scope
    assert root.text("trigger") == "periodic"
    assert root.text("scope_digest") == scope_digest(scope)
    assert root.text("supersedes") == "journal/2026-05-25-risk-assessment"
    assert root.text("led_by") == record.text("project_owner")
    assert root.plain("locations") == record.plain("scope.locations")
    assert root.plain("concentration.firm") == {"percent": 17.5, "basis": "annual-spend", "as_of": "2026-11-22"}
    assert (root.text("continuity.rto"), root.text("continuity.rpo")) == ("PT1H", "PT5M")
    edition = assessing.current_edition(desk)
    assert edition
    assert root.values("checklist.items[].id") == edition.values("items[].id")
    assert root.text("checklist.edition") == edition.text("id")
    assert not any(says_something(each.plain("answer")) for each in root.find("checklist.items[]"))


def test_of_a_changed_scope_with_what_differs_since(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    git(desk.root, "init", "-q")
    git(desk.root, "add", "-A")
    git(desk.root, "commit", "-q", "-m", "x")
    text = (
        example_files[RECORD]
        .decode()
        .replace("trading_host: false", "trading_host: true")
        .replace("id: no-copy", "id: copy")
    )
    (desk.root / RECORD).write_text(text, encoding="utf-8")
    path = assessing.assess(desk, LINES, {})
    assert read(desk, path).text("trigger") == "change-of-service"
    comments = [
        each.text for each in Parts((desk.root / path).read_text("utf-8"), path).comments if each.about == ("trigger",)
    ]
    assert comments[0] == "# 與 journal/2026-05-25-risk-assessment 相較，範圍之異動："
    assert comments[1:3] == ["#   - trading_host: false", "#   + trading_host: true"]
    assert [each.split("{")[0] for each in comments[3:]] == ["#   - locations.no-copy: ", "#   + locations.copy: "]


def test_where_git_does_not_know_the_scope_it_says_so(at: At, example_files: dict[str, bytes]) -> None:
    desk = at({RECORD: example_files[RECORD].replace(b"trading_host: false", b"trading_host: true")}, lang="en")
    path = assessing.assess(desk, LINES, {})
    assert "which the git history does not show" in (desk.root / path).read_text("utf-8")


def test_the_first_of_all(at: At) -> None:
    desk = at()
    root = read(desk, assessing.assess(desk, "paper-crane/website", {}))
    assert root.text("trigger") == "initial"
    assert root.plain("supersedes") is None


def test_the_share_of_a_draft_counts_it_as_it_will_count(at: At, example_files: dict[str, bytes]) -> None:
    """A draft is none of the register's yet; once it is, the same figure would be a finding otherwise."""
    own = "vendors/paper-crane/website/engagement.yaml"
    supplier = b"id: blue-heron\nname: {zh-TW: a, en: a}\ncountry: TW\n"
    desk = at(
        {"vendors/blue-heron/supplier.yaml": supplier, "vendors/blue-heron/website/engagement.yaml": example_files[own]}
    )
    root = read(desk, assessing.assess(desk, "blue-heron/website", {}))
    percent: Any = root.plain("concentration.firm.percent")
    assert root.text("concentration.firm.basis") == "engagements"
    assert percent > 0


def test_answers_given_go_to_their_rows(at: At) -> None:
    desk = at()
    said = given(
        desk.fields("journal/risk-assessment"), ["checklist.items=[{id: locations, answer: met}]", "residual_risk=low"]
    )
    root = read(desk, assessing.assess(desk, LINES, said))
    assert {each.text("id") for each in root.find("checklist.items[]") if each.text("answer")} == {"locations"}
    assert len(root.values("checklist.items[].id")) > 30
