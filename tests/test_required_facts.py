"""Take any single required fact out of the compliant register, and its obligation is found, where it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from tests.conftest import AS_OF
from tests.facts_of_articles_3_to_5 import TAKEN_FROM as ARTICLES_3_TO_5
from tests.facts_of_articles_6_to_8 import TAKEN_FROM as ARTICLES_6_TO_8
from tests.facts_of_articles_6_to_8 import asked_for, found_at
from vendorbook.judging import Rules
from vendorbook.judging.applying import apply, plan_of
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import units
from vendorbook.model import Finding, Node, Source
from vendorbook.model.places import below, size
from vendorbook.register import Engagement, Facts, Register
from vendorbook.repository import Memory

CASES = [
    (where, obligation, path)
    for table in (ARTICLES_3_TO_5, ARTICLES_6_TO_8)
    for where, asked in table.items()
    for obligation, paths in asked.items()
    for path in paths
]


class Bench:
    """The example register, read once, with the means to judge one changed engagement of it."""

    def __init__(self, files: dict[str, bytes], rules: Rules) -> None:
        self.book = rules.book
        snapshot = Memory(files)
        found = units(snapshot.files())
        worker = Worker(snapshot, self.book, AS_OF)
        self.register: Register = whole([worker.first(unit) for unit in found])
        reader = Reader(snapshot, self.book, AS_OF)
        self.readings: list[Reading] = [reader.read(unit) for unit in found]

    def engagements(self) -> Iterator[tuple[Reading, Engagement]]:
        for reading in self.readings:
            for engagement in reading.engagements:
                yield reading, engagement

    def findings(self, reading: Reading, engagement: Engagement, obligation: str) -> list[Finding]:
        """What the policies of an obligation find."""
        policies = {name: each for name, each in self.book.policies.items() if obligation in each.obligations}
        plans = [plan_of(self.book._replace(policies=policies), whole_register=needs) for needs in (False, True)]
        alone = reading._replace(engagements=(engagement,), supplier=engagement.supplier)
        context = self.book.context(AS_OF, self.register)
        judged = [apply(alone, plan, self.book, context) for plan in plans]
        return [finding for judgement in judged for finding in judgement.findings]


@pytest.fixture(scope="module")
def bench(example_files: dict[str, bytes], rules: Rules) -> Bench:
    return Bench(example_files, rules)


@pytest.mark.parametrize(("where", "obligation", "path"), CASES, ids=lambda value: str(value))
def test_a_fact_taken_out_is_missed_where_it_was(bench: Bench, where: str, obligation: str, path: str) -> None:
    tried = 0
    for reading, engagement in bench.engagements():
        before = {finding.fingerprint for finding in bench.findings(reading, engagement, obligation)}
        for fact, changed in changes(bench, engagement, where, path):
            if not is_asked_for(bench, engagement, obligation, fact):
                continue
            tried += 1
            found = [each for each in bench.findings(reading, changed, obligation) if each.fingerprint not in before]
            place = found_at(fact)
            assert place is not None
            expected = (obligation, place.location)
            named = [(name, each.location) for each in found for name in each.obligations]
            assert expected in named, f"{fact.source.path}#{fact.pointer}: {named}"
    assert tried, "no record of the example has this fact"


def changes(bench: Bench, engagement: Engagement, where: str, path: str) -> Iterator[tuple[Node, Engagement]]:
    """Each place of a fact in a record, with the engagement as it is without it."""
    if where == "engagement":
        for fact in engagement.root.find(path):
            root = without(fact).root
            yield fact, engagement._replace(root=root, facts=Facts.of(root, bench.book.systems, AS_OF))
        return
    if where == "supplier":
        supplier = engagement.supplier
        for fact in supplier.root.find(path) if supplier.root else ():
            yield fact, engagement._replace(supplier=supplier._replace(root=without(fact).root))
        return
    for entry in engagement.entries(where):
        for fact in entry.root.find(path):
            changed = entry._replace(root=at(without(fact).root, entry.root))
            journal = tuple(changed if each is entry else each for each in engagement.journal)
            yield fact, engagement._replace(journal=journal)


def is_asked_for(bench: Bench, engagement: Engagement, obligation: str, fact: Node) -> bool:
    """Whether a policy of the obligation is for this engagement, and the fact is one that its place has to have."""
    if engagement.status == "draft" or (engagement.status == "selecting" and not _is_owed_while_selecting(fact)):
        return False
    asked = {
        "A3.4": fact.key != "candidates" or engagement.root.at("selection.single_candidate_reason") is None,
        # What a system's tier was in an earlier scope is not known: only assessments of this scope owe the block.
        "A3.1.6": engagement.facts.core_or_cross_institution
        and (fact.key != "continuity" or _is_of_the_present_scope(engagement, fact)),
        "A3.2a": any(risk.text("level") != "low" for risk in up(fact) if risk.get("level")),
        "A3.3": engagement.facts.core and engagement.status in ("active", "ending"),
        "A3.4.2": engagement.facts.cloud,
        "A3.5": any(candidate.plain("received_assets") is True for candidate in up(fact)),
        # What the parent guidance would have in a contract can only be had from one that still runs.
        "A4.1.1.8": "reaches" not in fact.way or (engagement.status != "ended" and _is_an_authority(fact)),
        "A4.1.1.14": fact.key != "on_authority_notice" or engagement.status != "ended",
        "A4.1.2.2": engagement.facts.subcontracts or fact.way[0] == "scope",
        "A4.1.3": engagement.facts.develops_maintains_or_monitors,
        "A4.1.4": engagement.facts.cloud,
        "A5.4": engagement.status in ("active", "ending") and not _is_of_a_withdrawn_grant(engagement, fact),
        "A4.1.5.2": engagement.facts.delivers and (fact.key != "go_live_on" or _is_exposed(engagement, fact)),
        "A4.1.5.3": engagement.facts.delivers,
        "A4.1.5.5": engagement.facts.handles_firm_data,
        "A4.1.5.7": engagement.facts.application_or_trading_host and _is_of_its_host(engagement, fact),
        "A4.1.5.8": engagement.facts.quotes_without_mutual_backup,
        **asked_for(engagement, fact),
    }
    return asked.get(obligation, True)


def _is_owed_while_selecting(fact: Node) -> bool:
    """The assessments, the scope but for subcontractors, the selection so far; the rest comes with the contract."""
    if fact.way[:2] in [("selection", "candidates"), ("selection", "criteria")]:
        return True
    owed_later = ("selection", "contract", "access", "oversight")
    return fact.way[0] not in owed_later and fact.way[:2] != ("scope", "subcontractors")


def _is_an_authority(fact: Node) -> bool:
    return fact.key == "reaches" or fact.value in ("competent-authority", "central-bank")


def _is_of_the_present_scope(engagement: Engagement, fact: Node) -> bool:
    newest = engagement.entries("risk-assessment")[-1]
    return fact.source is newest.root.source


def _is_exposed(engagement: Engagement, fact: Node) -> bool:
    """Only what is on the internet has to say when it went there."""
    by_scope = engagement.root.plain("scope.internet_exposed") is True
    return by_scope or fact.source.root.plain("internet_exposed") is True


def _is_of_its_host(engagement: Engagement, fact: Node) -> bool:
    """An application owes the full test; what else there is, a trading host alone."""
    owed_by_any = (["go_live"], ["go_live", "clause"], ["go_live", "full_test"])
    return engagement.root.plain("scope.trading_host") is True or list(fact.way[2:]) in owed_by_any


def _is_of_a_withdrawn_grant(engagement: Engagement, fact: Node) -> bool:
    """A review may mention a grant that was withdrawn before it, and need not."""
    day = fact.source.root.text("date")
    withdrawn = [grant.text("id") for grant in engagement.root.find("access.grants[]")
                 if "" < grant.text("revoked_on") <= day]  # fmt: skip
    return fact.text("grant") in withdrawn


def up(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def at(root: Node, like: Node) -> Node:
    """The value of another file at the same way."""
    for step in like.way:
        root = next(each for each in (root.fields() or root.items()) if each.key == step)
    return root


def without(fact: Node) -> Source:
    """The file without one value; everything else keeps its place."""
    source = fact.source
    value, places = deepcopy(source.value), source.places[:]
    inner, index = value, 0
    for step in fact.way:
        outer, (key_index, index, inner) = inner, below(inner, index, step)
    start = index if key_index < 0 else key_index
    del places[start : index + size(inner)]
    if isinstance(outer, dict):
        del outer[str(fact.key)]
    elif isinstance(outer, list):
        del outer[int(fact.key)]
    return Source(source.path, value, places)
