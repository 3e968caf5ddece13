"""The whole register read for its figures, or a refusal that says what stands in the way."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import AS_OF

from vendorbook.judging import Rules
from vendorbook.judging.concentration import concentration
from vendorbook.judging.outsourcing import Outsourcing, outsourcing
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import units
from vendorbook.model import CannotJudge, Location, Place, Text
from vendorbook.repository import Memory

LINES = "vendors/banyan-networks/exchange-lines/engagement.yaml"


@pytest.fixture(scope="module")
def found(example_files: dict[str, bytes], rules: Rules) -> Outsourcing:
    return outsourcing(Memory(example_files), rules, AS_OF)


def test_it_is_the_register_that_policies_are_judged_by(
    found: Outsourcing, example_files: dict[str, bytes], rules: Rules
) -> None:
    snapshot = Memory(example_files)
    worker = Worker(snapshot, rules.book, AS_OF)
    judged = whole([worker.first(unit) for unit in units(snapshot.files())])

    assert (found.register.rows, found.register.decisions) == (judged.rows, judged.decisions)


def test_the_example_leans_on_one_of_its_suppliers_twice(found: Outsourcing, rules: Rules) -> None:
    [banyan] = [each for each in concentration(found, rules.book.firm, AS_OF).leaning if each.id == "banyan"]

    assert banyan.ranks["lantern-quotes/real-time-quotes"] == 2
    assert banyan.ranks["banyan-networks/exchange-lines"] == 0


def test_the_example_shows_a_share_accepted_by_a_decision_and_a_cost_converted(
    found: Outsourcing, rules: Rules
) -> None:
    told = concentration(found, rules.book.firm, AS_OF)

    assert [each.id for each in told.groups if each.shares["core-systems"].state == "accepted"] == ["kite-systems"]
    assert [(rate.currency, rate.as_of) for rate in told.rates] == [("USD", "2026-06-30")]
    assert told.uncounted == ()


def test_what_happened_later_is_not_known_yet(example_files: dict[str, bytes], rules: Rules) -> None:
    day = date(2026, 2, 11)
    told = concentration(outsourcing(Memory(example_files), rules, day), rules.book.firm, day)

    assert [each.id for each in told.groups if each.shares["core-systems"].state == "above"] == ["kite-systems"]
    markets = [each.market for each in told.groups if each.market]
    assert markets
    assert max(each.assessed_on for each in markets) <= day


BROKEN = {
    # what is added to which file, whose last line is then told
    "it cannot be read": (LINES, b"note: ~\n"),
    "it does not match its schema": (LINES, b"colour: red\n"),
    "a journal's entry": ("vendors/banyan-networks/exchange-lines/journal/2026-06-22-audit.yaml", b"colour: red\n"),
    "the supplier's own record": ("vendors/banyan-networks/supplier.yaml", b"colour: red\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_no_figures_are_told_of_a_part(name: str, example: dict[str, bytes], rules: Rules) -> None:
    path, added = BROKEN[name]
    line = example[path].count(b"\n") + 1
    example[path] += added

    with pytest.raises(CannotJudge) as trouble:
        outsourcing(Memory(example), rules, AS_OF)
    assert [place.location[:2] for place in trouble.value.places] == [(path, line)]


def test_a_record_that_is_not_there_is_missed(example: dict[str, bytes], rules: Rules) -> None:
    del example[LINES]
    with pytest.raises(CannotJudge) as trouble:
        outsourcing(Memory(example), rules, AS_OF)
    assert [place.location.path for place in trouble.value.places] == [LINES]


REFUSED = {
    "vendors/banyan-networks": True,
    "vendors/banyan-networks/exchange-lines/engagement.yml": True,
    "vendors/evidence": True,
    "vendors/banyan-networks/evidence/link": False,
    "vendors/banyan-networks/exchange-lines/evidence/link": False,
    "schemas/link.json": False,
}


class Refusing(Memory):
    """A snapshot with an entry that was not read."""

    def __init__(self, files: dict[str, bytes], path: str) -> None:
        super().__init__(files)
        self.path = path

    def refused(self) -> list[Place]:
        return [Place(Location(self.path, 1, 1), Text("符號連結", "a symbolic link"))]


@pytest.mark.parametrize("path", REFUSED)
def test_what_was_refused_may_have_been_a_record(path: str, example_files: dict[str, bytes], rules: Rules) -> None:
    snapshot = Refusing(example_files, path)
    if not REFUSED[path]:
        assert outsourcing(snapshot, rules, AS_OF).register.rows
        return
    with pytest.raises(CannotJudge) as trouble:
        outsourcing(snapshot, rules, AS_OF)
    assert [place.location.path for place in trouble.value.places] == [path]
