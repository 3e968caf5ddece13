"""What the commands write: valid, all that is known filled in, in the reader's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import git
from tests.editing.conftest import RECORD, At
from vendorbook import yaml_source
from vendorbook.checks.lib.stated import says_something
from vendorbook.editing import access, assessing, ending, entries
from vendorbook.editing.desk import Desk
from vendorbook.editing.drafting import drafted
from vendorbook.editing.given import given, merged
from vendorbook.editing.new_records import engagement_known, supplier_known, write_record
from vendorbook.editing.parts import Parts
from vendorbook.model import CannotJudge, Node
from vendorbook.register import scope_digest
from vendorbook.schema_check import kind_of

LINES = "banyan-networks/exchange-lines"


def read(desk: Desk, path: str) -> Node:
    """The file, which must be valid."""
    source = yaml_source.read((desk.root / path).read_bytes(), path)
    assert desk.book.schemas.problems(source, str(kind_of(path))) == []
    return source.root


def logged(desk: Desk, record: str, kind: str, *settings: str, suffix: str = "") -> str:
    said = given(desk.fields(f"journal/{kind}"), settings)
    return entries.write(desk, record, kind, merged(entries.known(desk, record, kind, said), said), suffix)


# -- new -----------------------------------------------------------------------------------------------


def test_a_supplier(at: At) -> None:
    desk = at()
    said = given(desk.fields("supplier"), ["name={zh-TW: 藍鷺, en: Blue Heron}", "registration_number=00000099"])
    path = write_record(desk, "vendors/blue-heron/supplier.yaml", supplier_known("blue-heron"), said)
    root = read(desk, path)
    assert (root.text("id"), root.text("country"), root.text("registration_number")) == ("blue-heron", "TW", "00000099")
    assert (
        (desk.root / path)
        .read_text()
        .startswith("# yaml-language-server: $schema=../../schemas/supplier.schema.json\n")
    )


@pytest.mark.parametrize("id", ["Blue_Heron", "../blue", "aux", "a/b/c", "x" * 65, "", "-a", "é"])
def test_a_name_that_cannot_be_a_folder_s_is_refused(id: str, at: At) -> None:
    desk = at()
    before = sorted(desk.root.rglob("*"))
    with pytest.raises(CannotJudge):
        write_record(desk, f"vendors/{id}/supplier.yaml", supplier_known(id), {"name": {"zh-TW": "a", "en": "a"}})
    with pytest.raises(CannotJudge):
        engagement_known(desk, f"banyan-networks/{id}")
    assert sorted(desk.root.rglob("*")) == before


def test_no_engagement_is_called_as_a_folder_of_its_supplier_s(at: At) -> None:
    with pytest.raises(CannotJudge):
        engagement_known(at(), "banyan-networks/journal")


def test_an_engagement_needs_its_supplier(at: At) -> None:
    with pytest.raises(CannotJudge, match="no nobody"):
        engagement_known(at(), "nobody/lines")


def test_nothing_is_written_where_the_schema_would_not_take_it(at: At) -> None:
    desk = at()
    with pytest.raises(CannotJudge) as told:
        write_record(desk, "vendors/blue-heron/supplier.yaml", supplier_known("blue-heron"), {"country": "Taiwan"})
    assert "country" in " ".join(each.message.en for each in told.value.places)
    assert not (desk.root / "vendors/blue-heron").exists()


@pytest.mark.parametrize(
    ("setting", "why"), [("nmae=x", "no field nmae"), ("note", "FIELD=VALUE"), ("group=[", "group")]
)
def test_a_setting_that_cannot_be_is_told(setting: str, why: str, at: At) -> None:
    with pytest.raises(CannotJudge, match=why):
        given(at().fields("supplier"), [setting])


# -- every kind of file --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_a_file_of_any_kind_says_in_comments_what_is_left(lang: str, at: At) -> None:
    desk = at(lang=lang)
    for kind in ("supplier", "engagement", "waiver", *(f"journal/{kind}" for kind in entries.BY_HAND)):
        fields = desk.fields(kind)
        text = drafted(fields, f"{kind}.yaml", {"id": "x"} if kind[:7] != "journal" else {"kind": kind[8:]})
        named = {
            line.removeprefix("# ").partition(":")[0] for line in text.split("\n")[1:] if not line.startswith("#  ")
        }
        assert set(fields.names(())) <= named, kind
        assert ("：" in text) == (lang == "zh-TW")


@pytest.mark.parametrize("kind", entries.BY_HAND)
def test_what_the_comments_offer_becomes_the_field_once_their_mark_is_gone(kind: str, at: At) -> None:
    """`# rules: # …` without its first `#` is `rules:`, where the value still has to be written."""
    desk = at()
    fields = desk.fields(f"journal/{kind}")
    text = drafted(fields, "x.yaml", {"kind": kind})
    bare = "\n".join(line.removeprefix("# ") for line in text.split("\n")[1:])
    filled = "\n".join(
        line if line.endswith(":") else line.replace(": # ", ": x # ", 1) if _is_leaf(bare, n) else line
        for n, line in enumerate(bare.split("\n"))
    )
    assert set(Parts(filled, "x.yaml").source.value) == set(fields.names(()))  # type: ignore[arg-type]


def _is_leaf(text: str, number: int) -> bool:
    lines = text.split("\n")
    following = lines[number + 1] if number + 1 < len(lines) else ""
    own = len(lines[number]) - len(lines[number].lstrip(" -"))
    return len(following) - len(following.lstrip(" -")) <= own


# -- log -----------------------------------------------------------------------------------------------


def test_an_entry_of_today_by_who_is_at_work(at: At) -> None:
    desk = at()
    path = logged(desk, LINES, "briefing", "rules=[委外資安規範 2.1]", "received_by=[甲, 乙]")
    assert path == "vendors/banyan-networks/exchange-lines/journal/2026-11-22-briefing.yaml"
    assert read(desk, path).value == {
        "kind": "briefing",
        "date": "2026-11-22",
        "given_by": "s-0107",
        "rules": ["委外資安規範 2.1"],
        "received_by": ["甲", "乙"],
    }


def test_the_second_of_a_day_and_kind_is_numbered_and_a_suffix_names_it(at: At) -> None:
    desk = at()
    paths = [
        logged(desk, LINES, "briefing"),
        logged(desk, LINES, "briefing"),
        logged(desk, LINES, "briefing", suffix="night"),
    ]
    names = [Path(path).name.removeprefix("2026-11-22-briefing") for path in paths]
    assert names == [".yaml", "-2.yaml", "-night.yaml"]


def test_an_earlier_day(at: At) -> None:
    assert "/2026-10-01-briefing" in logged(at(), LINES, "briefing", "date=2026-10-01")


def test_a_review_lists_every_grant_in_effect(at: At) -> None:
    desk = at()
    root = read(desk, logged(desk, LINES, "access-review"))
    assert root.values("outcomes[].grant") == ["line-monitoring", "gateway-change", "gateway-room"]


def test_a_report_lists_every_level_agreed(at: At) -> None:
    desk = at()
    root = read(desk, logged(desk, LINES, "service-report"))
    assert root.values("levels[].id") == ["two-lines-up", "each-line", "switch-time"]


def test_a_correction_holds_the_whole_of_the_entry(at: At) -> None:
    desk = at()
    settings = ("corrects=journal/2026-08-06-access-review", "reason=誤登: 日期", "entry.reviewer=s-0112")
    root = read(desk, logged(desk, LINES, "correction", *settings))
    before = read(desk, f"vendors/{LINES}/journal/2026-08-06-access-review.yaml")
    assert isinstance(before.value, dict)
    assert root.plain("entry") == before.value | {"reviewer": "s-0112"}
    assert root.text("reason") == "誤登: 日期"


def test_a_document_gets_its_digest(at: At) -> None:
    desk = at()
    root = read(desk, logged(desk, LINES, "briefing", "evidence=[{file: evidence/undertakings.pdf, title: x}]"))
    [item] = root.find("evidence[]")
    assert list(item.value) == ["file", "sha256", "title"]  # type: ignore[arg-type]
    assert item.text("sha256") == "21e80ee7835724a072bc4d314be7c2f931764a9fd1de19fb32eebc3e0bcb6325"


def test_a_document_that_is_not_there_is_told(at: At) -> None:
    with pytest.raises(CannotJudge, match="there is no document"):
        logged(at(), LINES, "briefing", "evidence=[{file: evidence/none.pdf}]")


def test_a_decision_on_a_supplier_goes_into_its_own_journal(at: At) -> None:
    path = logged(at(), "banyan-networks", "diversification")
    assert path == "vendors/banyan-networks/journal/2026-11-22-diversification.yaml"


# -- assess --------------------------------------------------------------------------------------------


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


# -- access and the end --------------------------------------------------------------------------------


def diff(desk: Desk, example_files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """The lines of the record that went, and those that came."""
    before, after = example_files[RECORD].decode().split("\n"), (desk.root / RECORD).read_text("utf-8").split("\n")
    return [each for each in before if each not in after], [each for each in after if each not in before]


def test_a_grant_is_added_at_the_end_and_nothing_else_changes(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    access.grant(desk, LINES, "spare-gate", {"holder": "備品組", "kind": "physical"})
    grant = list(read(desk, RECORD).find("access.grants[]"))[-1]
    assert grant.value == {
        "id": "spare-gate",
        "holder": "備品組",
        "kind": "physical",
        "requested_by": "s-0107",
        "requested_on": "2026-11-22",
        "effective_on": "2026-11-22",
        "expires_on": "2027-12-31",
    }
    gone, come = diff(desk, example_files)
    assert gone == []
    assert come[0] == "    - id: spare-gate"
    with pytest.raises(CannotJudge, match="already"):
        access.grant(desk, LINES, "spare-gate", {})


def test_the_first_grant_takes_the_place_of_none(at: At) -> None:
    desk = at()
    access.grant(desk, "cicada-voice/call-recording", "x", {"holder": "a"})
    assert read(desk, "vendors/cicada-voice/call-recording/engagement.yaml").values("access.grants[].id") == ["x"]


def test_access_is_granted_where_there_is_no_block_for_it(at: At) -> None:
    desk = at()
    access.grant(desk, "paper-crane/website", "x", {"holder": "a"})
    assert read(desk, "vendors/paper-crane/website/engagement.yaml").values("access.grants[].id") == ["x"]


def test_a_grant_is_closed_once(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    access.revoke(desk, LINES, "gateway-change", "2026-11-20")
    assert diff(desk, example_files) == ([], ["      revoked_on: 2026-11-20"])
    assert read(desk, RECORD).values("access.grants[].revoked_on") == ["2026-11-20"]
    with pytest.raises(CannotJudge, match="2026-11-20"):
        access.revoke(desk, LINES, "gateway-change", "2026-11-21")
    with pytest.raises(CannotJudge, match="no grant nobody"):
        access.revoke(desk, LINES, "nobody", "2026-11-21")


def test_a_grant_in_brackets_is_closed_within_them(at: At, example_files: dict[str, bytes]) -> None:
    text = example_files[RECORD].decode()
    start, end = text.index("  grants:\n"), text.index("\noversight:")
    desk = at({RECORD: f"{text[:start]}  grants:\n    - {{id: a, holder: b}} # c\n    # d\n{text[end:]}"})
    access.revoke(desk, LINES, "a", "2026-11-20")
    assert "    - {id: a, holder: b, revoked_on: 2026-11-20} # c\n    # d\n" in (desk.root / RECORD).read_text("utf-8")


def test_the_end(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    ending.end(desk, LINES, "ending", {"kind": "termination", "reason": "另覓供應商"})
    root = read(desk, RECORD)
    assert root.text("status") == "ending"
    assert root.plain("exit") == {"kind": "termination", "reason": "另覓供應商", "decided_on": "2026-11-22"}
    gone, come = diff(desk, example_files)
    assert gone == ["status: active"]
    assert come == [
        "status: ending",
        "exit:",
        "  kind: termination",
        "  reason: 另覓供應商",
        "  decided_on: 2026-11-22",
    ]


def test_it_is_gone_on_with_and_never_back(at: At) -> None:
    desk = at()
    ending.end(desk, LINES, "ending", {"kind": "expiry"})
    later = Desk(desk.root, desk.rules, date(2027, 1, 5), "en", "s-0107")
    ending.end(later, LINES, "ended", {"ended_on": "2027-01-04", "kind": "expiry"})
    assert read(desk, RECORD).plain("exit") == {"kind": "expiry", "decided_on": "2026-11-22", "ended_on": "2027-01-04"}
    with pytest.raises(CannotJudge, match="says expiry"):
        ending.end(later, LINES, "ended", {"kind": "rescission"})
    with pytest.raises(CannotJudge, match="cannot go back"):
        ending.end(later, LINES, "ending", {})
