"""What the commands write: valid, all that is known filled in, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.conftest import At
from vendorbook import yaml_source
from vendorbook.editing import entries
from vendorbook.editing.desk import Desk
from vendorbook.editing.drafting import drafted
from vendorbook.editing.given import given, merged
from vendorbook.editing.new_records import engagement_known, supplier_known, write_record
from vendorbook.editing.parts import Parts
from vendorbook.model import CannotJudge, Node
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


@pytest.mark.parametrize("file", ["none.pdf", "../engagement.yaml", "../../../../secret", "link.pdf", "."])
def test_what_is_no_document_of_the_record_is_told_and_not_read(file: str, at: At) -> None:
    desk = at()
    (desk.root / "secret").write_text("x")
    (desk.root / f"vendors/{LINES}/evidence/link.pdf").symlink_to(desk.root / "secret")
    with pytest.raises(CannotJudge, match="there is no document"):
        logged(desk, LINES, "briefing", f"evidence=[{{file: evidence/{file}}}]")


def test_a_decision_on_a_supplier_goes_into_its_own_journal(at: At) -> None:
    path = logged(at(), "banyan-networks", "diversification")
    assert path == "vendors/banyan-networks/journal/2026-11-22-diversification.yaml"
