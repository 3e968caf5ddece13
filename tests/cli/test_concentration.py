"""`concentration`: how much hangs on each supplier group, on any day and at any commit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran
from tests.cli.small import OnDisk
from tests.helpers.repos import Repo
from vendorbook.cli.boundary import status

Run = Callable[..., Ran]
DAY = ("--as-of", "2026-11-22")
LINES = "vendors/banyan-networks/exchange-lines/engagement.yaml"
WAREHOUSE = "vendors/heron-cloud/data-warehouse/engagement.yaml"


@pytest.fixture
def whole(
    tmp_path_factory: pytest.TempPathFactory, example: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> OnDisk:
    """The example register as the folder one stands in, for a test to change."""
    disk = OnDisk(tmp_path_factory.mktemp("whole"), example)
    disk.restore()
    monkeypatch.chdir(disk.root)
    return disk


def told(ran: Ran) -> Any:
    assert (ran.status, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert data["format"] == "vendorbook/concentration/v1"
    return data


# -- what is told --------------------------------------------------------------------------------------


def test_it_has_the_shape_that_programs_rely_on(example_root: Path, vendorbook: Run) -> None:
    data = told(vendorbook("concentration", *DAY, "--format", "json"))
    group, leant_on = data["groups"][0], data["subcontractors"][0]

    assert list(data) == [
        "format", "as_of", "commit", "currency", "engagements", "measures", "groups", "subcontractors", "uncounted",
        "exchange_rates",
    ]  # fmt: skip
    measures = ["engagements", "core-systems", "annual-spend", "subcontractor-chains"]
    assert list(data["measures"]) == list(group["shares"]) == measures
    assert all(list(each) == ["total", "groups", "hhi", "threshold"] for each in data["measures"].values())
    assert list(group) == ["group", "name", "suppliers", "shares", "market"]
    assert list(group["shares"]["core-systems"]) == ["amount", "percent", "part", "state", "accepted_until"]
    assert list(group["market"]) == ["percent", "basis", "as_of", "engagement", "assessed_on", "path"]
    assert (example_root / group["market"]["path"]).is_file()
    assert list(leant_on) == ["subcontractor", "name", "percent", "supplier_groups", "engagements"]
    assert leant_on["engagements"][0].keys() == {"engagement", "rank"}
    assert data["exchange_rates"][0].keys() == {"currency", "per_unit", "as_of", "source"}


@pytest.mark.parametrize("day", ["2022-02-17", "2024-06-30", "2026-02-11", "2026-11-22"])
def test_parts_sum_to_100_and_their_squares_to_the_index(day: str, example_root: Path, vendorbook: Run) -> None:
    data = told(vendorbook("concentration", "--as-of", day, "--format", "json"))
    for name in ("engagements", "core-systems", "annual-spend"):
        measure, parts = data["measures"][name], [each["shares"][name]["part"] for each in data["groups"]]
        if measure["total"]:
            assert sum(parts) == pytest.approx(100, abs=0.01)
            assert sum(part**2 for part in parts) == pytest.approx(measure["hhi"], abs=1)
        assert sum(part > 0 for part in parts) == measure["groups"]


def test_shares_are_those_that_check_judges_by(example_root: Path, vendorbook: Run) -> None:
    """On the day before the decision that accepts them, what is above its threshold is what check finds."""
    day = ("--as-of", "2026-02-09", "--format", "json")
    found = json.loads(vendorbook("check", *day).out)["findings"]
    said = {each["message"]["en"].split("%")[0] for each in found if "within-thresholds" in each["policy"]}
    groups = told(vendorbook("concentration", *day))["groups"]
    shares = [(each["group"], share) for each in groups for share in each["shares"].values()]
    above = [(group, f" {share['percent']:.1f}") for group, share in shares if share["state"] == "above"]

    assert len(above) == len(said) > 0
    assert all(any(text.startswith(group) and text.endswith(percent) for text in said) for group, percent in above)


def test_past_days_count_what_was_in_force_then(example_root: Path, vendorbook: Run) -> None:
    def groups(day: str) -> set[str]:
        data = told(vendorbook("concentration", "--as-of", day, "--format", "json"))
        return {each["group"] for each in data["groups"]}

    assert "old-ferry" in groups("2026-03-31")
    assert "old-ferry" not in groups("2026-04-01")
    assert "night-owl" not in groups("2025-06-30")
    assert "night-owl" in groups("2025-07-01")


def test_a_reader_is_told_how_the_past_was_counted_and_what_the_index_is(example_root: Path, vendorbook: Run) -> None:
    for lang, past in (("zh-TW", "過去日期之集中度"), ("en", "A past day counts")):
        for form in ("text", "markdown"):
            lines = vendorbook("concentration", *DAY, "--lang", lang, "--format", form).out.splitlines()
            assert past in lines[-1]
            assert any("HHI" in line and "10,000" in line for line in lines)


# -- what cannot be told -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_share_of_a_part_of_the_register_is_told(form: str, whole: OnDisk, vendorbook: Run) -> None:
    whole.write({LINES: whole.original[LINES] + b"colour: red\n"})
    ran = vendorbook("concentration", *DAY, "--format", form, "--lang", "en")
    line = whole.original[LINES].count(b"\n") + 1

    assert (ran.status, ran.out) == (2, "")
    assert f"{LINES}:{line}:1: " in ran.err
    assert vendorbook("check", *DAY).status == 1


def test_a_cost_in_a_currency_without_a_rate_is_named_and_not_counted_as_nothing(
    whole: OnDisk, vendorbook: Run
) -> None:
    whole.write({WAREHOUSE: whole.original[WAREHOUSE].replace(b"currency: USD", b"currency: SGD")})
    data = told(vendorbook("concentration", *DAY, "--format", "json"))
    text = vendorbook("concentration", *DAY, "--lang", "en").out
    found = json.loads(vendorbook("check", *DAY, "--format", "json").out)["findings"]

    assert data["uncounted"] == [{"engagement": "heron-cloud/data-warehouse", "currency": "SGD"}]
    assert [data["measures"]["annual-spend"][each] for each in ("total", "groups", "hhi")] == [None] * 3
    assert not any("annual-spend" in each["shares"] for each in data["groups"])
    assert "heron-cloud/data-warehouse (no exchange rate for SGD)" in text
    assert [each["path"] for each in found if each["policy"] == "annual-cost-can-be-counted"] == [WAREHOUSE]
    assert [each["policy"] for each in found if each["severity"] == "error" and each["waiver"] is None] == [
        "annual-cost-can-be-counted"
    ]


def test_what_is_above_a_threshold_is_for_check_to_fail_on(example_root: Path, vendorbook: Run) -> None:
    assert "逾門檻：kite-systems" in vendorbook("concentration", "--as-of", "2026-02-11").out
    assert vendorbook("concentration", "--as-of", "2026-02-11").status == 0


def test_nothing_in_force_is_said_to_be_nothing(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("concentration", *DAY, "--lang", "en")
    assert ran == (0, "concentration as of 2026-11-22: 0 engagements in force, 0 supplier groups\n", "")


# -- which register, which form ------------------------------------------------------------------------


def test_the_register_as_it_was_at_a_commit_by_the_rates_of_then(
    tmp_path: Path, example: dict[str, bytes], vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repo(tmp_path / "register")
    first = repo.commit(example)
    firm = example["policies/firm.yaml"]
    second = repo.commit({"policies/firm.yaml": firm.replace(b"per_unit: 31.5", b"per_unit: 63")})
    monkeypatch.chdir(repo.path)

    def heron(*options: str) -> tuple[str, float]:
        data = told(vendorbook("concentration", *DAY, "--format", "json", *options))
        shares = next(each["shares"] for each in data["groups"] if each["group"] == "heron-cloud")
        return data["commit"], shares["annual-spend"]["percent"]

    before, after = heron("--at", first), heron("--at", second)
    assert (before[0], after[0]) == (first, second)
    assert before[1] < after[1] == heron()[1] == heron("--staged")[1]


def test_several_files_are_written_beside_what_is_printed(example_root: Path, vendorbook: Run, tmp_path: Path) -> None:
    forms = ("text", "json", "markdown")
    outputs = [part for form in forms for part in ("--output", f"{form}={tmp_path / form}")]
    ran = vendorbook("concentration", *DAY, "--format", "markdown", *outputs)

    assert ran.status == 0
    for form in forms:
        wanted = vendorbook("concentration", *DAY, "--format", form).out
        assert (tmp_path / form).read_text(encoding="utf-8") == wanted


def test_colour_where_it_is_asked_for(example_root: Path, vendorbook: Run, capsys: pytest.CaptureFixture[str]) -> None:
    plain = vendorbook("concentration", *DAY).out
    assert status(["concentration", *DAY, "--color", "always"]) == 0
    coloured = capsys.readouterr().out

    assert "\x1b[1;33m  經決議容許至 2027-02-11" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
