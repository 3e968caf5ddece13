"""What is mended without deciding anything, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import git
from tests.editing.conftest import RECORD, At
from tests.helpers.repos import write
from vendorbook.editing.desk import Desk
from vendorbook.editing.fixing import fixed
from vendorbook.editing.what_stays import Committed
from vendorbook.model import Unreadable

SUPPLIER = "vendors/blue-heron/supplier.yaml"
SOUND = 'id: blue-heron\nname: {zh-TW: 藍鷺, en: Blue Heron}\nregistration_number: "00000099"\ncountry: TW\n'


def mended(desk: Desk, path: str, text: str | bytes) -> str:
    data = text.encode() if isinstance(text, str) else text
    one = fixed(desk, Committed(desk.root))
    after = one(path, data)
    assert one(path, after) == after
    return after.decode()


def issued(day: str) -> str:
    return f"certificates:\n  - {{id: a, issued_on: {day}}}\n"


CASES = {
    "a word that YAML versions read differently": ("note: no\n", 'note: "no"\n'),
    "a text that begins with 0": ("note: 0123\n", 'note: "0123"\n'),
    "a comment stays beside it": ("note: on # c\n", 'note: "on" # c\n'),
    "a date with slashes": (issued("2025/3/5"), issued("2025-03-05")),
    "a date of the Republic": (issued("民國114年3月5日"), issued("2025-03-05")),
    "its short form": (issued("114/3/5"), issued("2025-03-05")),
    "in full width": (issued("１１４／３／５"), issued("2025-03-05")),
    "an id in capitals": ("certificates:\n  - {id: ISO_27001}\n", "certificates:\n  - {id: iso-27001}\n"),
    "a key out of place": ("note: x\ncertificates: {none: w}\n", "certificates: {none: w}\nnote: x\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_mended(name: str, at: At) -> None:
    before, after = CASES[name]
    assert mended(at(), SUPPLIER, SOUND + before) == SOUND + after


NOT_KNOWN = {
    "a year that could be either": "certificates:\n  - {id: a, issued_on: 24/3/5}\n",
    "no such day": "certificates:\n  - {id: a, issued_on: 2025/2/30}\n",
    "a name that is no id": "certificates:\n  - {id: 資安}\n",
}


@pytest.mark.parametrize("name", NOT_KNOWN)
def test_what_is_not_plain_is_left_for_the_writer(name: str, at: At) -> None:
    assert mended(at(), SUPPLIER, SOUND + NOT_KNOWN[name]) == SOUND + NOT_KNOWN[name]


@pytest.mark.parametrize("wrong", ["note: ~\n", "note: no\nlei: &x a\n", "note: a\nnote: b\n", "a: [\n"])
def test_what_cannot_be_made_readable_is_told(wrong: str, at: At) -> None:
    with pytest.raises(Unreadable):
        mended(at(), SUPPLIER, SOUND + wrong)


def test_a_number_is_quoted_as_it_is_written(at: At, example_files: dict[str, bytes]) -> None:
    before = example_files[RECORD].decode()
    spoilt = before.replace('clause: "1.3"', "clause: 1.30").replace('clause: "5.2"', "clause: 5")
    expected = before.replace('clause: "1.3"', 'clause: "1.30"').replace('clause: "5.2"', 'clause: "5"')
    assert mended(at(), RECORD, spoilt) == expected


def test_a_truth_value_where_the_schema_wants_one(at: At, example_files: dict[str, bytes]) -> None:
    before = example_files[RECORD].decode()
    spoilt = before.replace("received_assets: true", "received_assets: yes")
    assert mended(at(), RECORD, spoilt) == before


def test_the_scope_is_never_touched(at: At, example_files: dict[str, bytes]) -> None:
    before = example_files[RECORD].decode()
    capitals = before.replace("- id: main-route", "- id: Main_Route")
    assert mended(at(), RECORD, capitals) == capitals
    with pytest.raises(Unreadable):
        mended(at(), RECORD, before.replace("trading_host: false", "trading_host: no"))


def test_a_waiver_an_assessment_and_committed_entries_stay(at: At) -> None:
    desk = at()
    git(desk.root, "init", "-q")
    git(desk.root, "add", "-A")
    git(desk.root, "commit", "-q", "-m", "x")
    committed = Committed(desk.root)
    folder = "vendors/banyan-networks/exchange-lines/journal"
    assert committed.why_it_stays("policies/waivers/exchange-lines-certificate-renewal.yaml")
    assert committed.why_it_stays(f"{folder}/2027-01-01-risk-assessment.yaml")
    assert committed.why_it_stays(f"{folder}/2026-08-06-access-review.yaml")
    assert committed.why_it_stays(f"{folder}/2027-01-01-access-review.yaml") is None
    assert committed.why_it_stays(RECORD) is None


def _with_certificate(evidence: str) -> str:
    return f"{SOUND}certificates:\n  - id: a\n    evidence:\n      - {evidence}\n"


def test_the_digest_of_a_new_document_is_filled_in_and_corrected(at: At, tmp_path: Path) -> None:
    desk = at({"vendors/blue-heron/evidence/a.txt": "a\n"})
    right = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    wanted = _with_certificate(f"{{file: evidence/a.txt, sha256: {right}}}")
    assert mended(desk, SUPPLIER, _with_certificate("{file: evidence/a.txt}")) == wanted
    assert mended(desk, SUPPLIER, _with_certificate(f"{{file: evidence/a.txt, sha256: {'ab' * 32}}}")) == wanted


def test_that_of_a_committed_document_is_not(at: At) -> None:
    desk = at({"vendors/blue-heron/evidence/a.txt": "a\n", SUPPLIER: SOUND})
    git(desk.root, "init", "-q")
    git(desk.root, "add", "-A")
    git(desk.root, "commit", "-q", "-m", "x")
    write(desk.root, {"vendors/blue-heron/evidence/a.txt": "exchanged\n"})
    text = _with_certificate(f"{{file: evidence/a.txt, sha256: {'ab' * 32}}}")
    assert mended(desk, SUPPLIER, text) == text


def test_the_whole_example_needs_no_mending(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    one = fixed(desk, Committed(desk.root))
    order_only = []
    for path, data in example_files.items():
        if path.endswith((".yaml",)) and path.startswith("vendors/") and "/journal/" not in path:
            after = one(path, data)
            assert sorted(after.split(b"\n")) == sorted(data.split(b"\n")), path
            order_only += [path] if after != data else []
    assert len(order_only) < 5
