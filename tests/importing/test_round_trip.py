"""Whatever a record may say in the template's fields comes back from every kind of sheet as it was."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorbook.judging import Rules

for _needed in ("openpyxl", "odfdo", "xlsxwriter"):
    pytest.importorskip(_needed, reason="NOBODY LOOKED AT SHEETS: importing them needs pip install '.[import]'")

from vendorbook.exports.template_file import template_file  # noqa: E402
from vendorbook.importing import headings, naming, reading, rows, template  # noqa: E402
from vendorbook.importing.building import at_way, put  # noqa: E402
from vendorbook.importing.fields import Targets  # noqa: E402
from vendorbook.importing.mapping import Mapping  # noqa: E402
from vendorbook.importing.meaning import words_of  # noqa: E402
from vendorbook.importing.register_rows import rows_of  # noqa: E402
from vendorbook.importing.there import There  # noqa: E402
from vendorbook.importing.told import Account  # noqa: E402
from vendorbook.repository.layout import FOLDER  # noqa: E402
from vendorbook.yaml_source.characters import trouble_in  # noqa: E402

ODD = "\"'=+-@＝＋－＠;；、,，/／|()（）無：: \u3000#\n\\_x%＃１ａ雲〇é"
"""What is between values, begins formulas, stands around reasons, or is written in two ways."""

_characters = st.sampled_from(ODD) | st.characters(min_codepoint=32, max_codepoint=0xFFFF, exclude_categories=["C"])


def _text(pattern: str, longest: int) -> st.SearchStrategy[str]:
    made = st.text(_characters, min_size=1, max_size=longest) | st.sampled_from(HARD)
    whole = made.map(lambda text: unicodedata.normalize("NFC", text))
    return whole.filter(
        lambda text: trouble_in(text) is None and text[0] not in " \n\u3000" and text.strip() != ""
    ).filter(lambda text: "\n" not in text or pattern == "text")


HARD = ("=1+1", "'=1", "''", '"', '""', '"a"b', "#REF!", "none", "無", "無（x）", "a  b", "a\u3000b ", "代號=x",
        "2024-05-07", "TRUE", "00012", "１２", ";" * 300, "@" * 300, "x；名稱=y", "Err:502", "a\nb",
        "a\n\n b", "（）)")  # fmt: skip
LINE, TEXT = _text("line", 40), _text("text", 60)
DAYS = st.dates().filter(lambda day: 1000 <= day.year < 3000).map(lambda day: day.isoformat())
IDS = st.text("az09-", min_size=1, max_size=64).filter(lambda id_: id_ == id_.strip("-"))
_FOLDERS = st.lists(st.text("az09", min_size=1, max_size=20), min_size=1, max_size=6).map("-".join)
RECORDS = _FOLDERS.filter(lambda id_: FOLDER.fullmatch(id_) and id_ not in ("journal", "evidence"))
"""What a record may be called: some are so long that no name would be made into them."""

NONE = TEXT.map(lambda why: {"none": why})
COUNTRIES = st.sampled_from(("TW", "US", "SG", "ZZ"))
NUMBERS = (
    st.integers(0, 10**12) | st.floats(0, 1e12, allow_nan=False).map(lambda number: round(number, 4)) | st.just(0.00001)
)


def _block(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    id = fields.pop("id")
    return st.fixed_dictionaries({"id": id}, optional=fields)


SUBCONTRACTORS = _block(id=IDS, name=LINE, rank=st.integers(1, 20), service=TEXT, country=COUNTRIES, site=LINE,
                        disclosed_on=DAYS, starts_on=DAYS, ends_on=DAYS)  # fmt: skip
TYPES = st.sampled_from(("development", "operations", "cloud"))
SERVICES = st.fixed_dictionaries({"id": IDS, "type": TYPES}, optional={"description": TEXT})


def _of(rules: Rules) -> st.SearchStrategy[dict[str, Any]]:
    """Values by field: any of what each may be."""
    targets = Targets(rules.book.schemas)
    by_shape = {"day": DAYS, "number": NUMBERS, "flag": st.booleans(), "text": LINE, "country": COUNTRIES,
                "currency": st.sampled_from(("TWD", "USD", "XAU")), "types": st.lists(SERVICES, min_size=1, max_size=3),
                "named": NONE | st.lists(SUBCONTRACTORS, min_size=1, max_size=3),
                "person": st.sampled_from(sorted(rules.book.people)),
                "systems": st.lists(st.sampled_from(sorted(rules.book.systems)), min_size=1, unique=True)}  # fmt: skip
    made: dict[str, st.SearchStrategy[Any]] = {}
    for name in template.fields():
        target = targets[name]
        codes = sorted(set(target.choices.values()))
        several = st.lists(st.sampled_from(codes), min_size=1, unique=True) if codes else st.nothing()
        one = st.sampled_from(codes) if codes else st.nothing()
        strategy = ({"choices": several, "choice": one} | by_shape)[target.shape.value]
        made[name] = strategy | NONE if target.may_be_none else strategy
    made |= {"id": RECORDS, "supplier.id": RECORDS}
    return st.fixed_dictionaries({name: made.pop(name) for name in ("id", "supplier.id")}, optional=made).map(_forwards)


def _forwards(said: dict[str, Any]) -> dict[str, Any]:
    """A contract that ends before it starts is told, and neither day used."""
    starts, ends = (said.get(f"contract.{name}") for name in ("starts_on", "ends_on"))
    if isinstance(starts, str) and isinstance(ends, str) and ends < starts:
        said |= {"contract.starts_on": ends, "contract.ends_on": starts}
    return said


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@pytest.mark.parametrize(("kind", "lang"), [("csv", "zh-TW"), ("csv", "en"), ("xlsx", "zh-TW"), ("ods", "en")])
def test_what_a_record_says_is_read_again(kind: str, lang: str, rules: Rules, sheets: Path) -> None:
    targets, words = Targets(rules.book.schemas), words_of(rules.book, {})
    file = sheets / f"{lang}.{kind}"

    @given(_of(rules))
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def goes_through(said: dict[str, Any]) -> None:
        values: dict[str, dict[str, Any]] = {"supplier": {}, "engagement": {}}
        for name, value in said.items():
            put(values[targets[name].kind], targets[name].way, value)
        record = f"{said['supplier.id']}/{said['id']}"
        there = There({said["supplier.id"]: values["supplier"]}, {record: values["engagement"]}, ())
        made = rows_of(there, rules.book, lang, confidential=True)
        assert made.left_out == []
        file.write_bytes(template_file(file.suffix, template.pages(rules.book.schemas, lang, made.rows)))
        grid = reading.read(file, kind)[0]
        heading = headings.find(grid, Mapping())
        assert heading is not None
        account = Account()
        [row] = rows.Rows(grid, heading, targets, words, account).read()
        assert account.unused == []
        assert {name: at_way(values[targets[name].kind], targets[name].way) for name in said} == row.said

    goes_through()


@given(RECORDS)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_an_id_stays_as_it_is(id: str) -> None:
    assert naming.free(naming.as_id(id), ()) == id
