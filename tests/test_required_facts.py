"""Take any single required fact out of the compliant register, and its obligation is found, where it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from tests.conftest import AS_OF
from vendorbook.judging import Rules
from vendorbook.judging.applying import apply
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import units
from vendorbook.model import Finding, Node, Source
from vendorbook.model.places import below, size
from vendorbook.register import Engagement, Facts, Register
from vendorbook.repository import Memory

RATED = ("rating", "finding")
GRANT = "access.grants[]."
TAKEN_FROM = {
    # where: obligation: the facts that it asks for (a path ending in `[]` takes out each item of a list)
    "engagement": {
        "A3.1.4": ("contract.annual_cost", "contract.annual_cost.amount", "contract.annual_cost.currency"),
        "A3.1.5": ("scope.locations", "scope.locations[].country", "scope.locations[].site", "scope.locations[].of"),
        "A3.3": ("oversight.security_staff", "oversight.security_staff.firm", "oversight.security_staff.supplier"),
        "A3.4": ("selection", "selection.candidates", "selection.criteria", "selection.result", "selection.evidence",
                 "selection.result.decided_on", "selection.result.selected"),
        "A3.4.1": tuple(f"selection.capability.{of}{fact}" for of in ("financial", "professional", "track_record")
                        for fact in ("", ".rating", ".finding", ".evidence")),
        "A3.4.2": ("selection.cloud_security",),
        "A3.4.3": ("selection.security_management",),
        "A3.5": ("selection.candidates[].nda", "selection.candidates[].nda.signed_on",
                 "selection.candidates[].nda.evidence", "selection.candidates[].first_exchange_on"),
        "A3.6.1": ("selection.proposal", "selection.proposal.requirement", "selection.proposal.requirement.reference"),
        "A3.6.2": ("selection.proposal.security_policy", "selection.proposal.protection_baseline",
                   "selection.proposal.service_levels"),
        "A3.6.3": ("selection.proposal.project_management",),
        "A5.1b": tuple(GRANT + fact for fact in ("requested_on", "requested_by", "approvals", "effective_on", "assets",
                                                 "approvals[].approved_on", "approvals[].approved_by")),
        "A5.2a": tuple(GRANT + fact for fact in ("holder", "kind", "purpose", "privileges", "expires_on")),
        "A5.3.1": tuple(f"access.undertakings.protection{fact}"
                        for fact in ("", ".agreement", ".statute", ".given_on", ".evidence")),
        "A5.3.2": tuple(f"access.undertakings.use_within_application{fact}" for fact in ("", ".given_on", ".evidence")),
    },
    "risk-assessment": {
        "A3.1": ("assessors", "approval", "approval.approved_on", "approval.approved_by", "approval.reported_on",
                 "residual_risk"),
        "A3.1.1": ("impact", "impact.information_assets", "impact.processes", "impact.operating_environment"),
        "A3.1.2": ("security_costs", "security_costs[].work", "security_costs[].cost", "security_costs[].cost.amount",
                   "security_costs[].cost.currency"),
        "A3.1.3": tuple(f"supplier_controls.{of}{fact}" for of in ("data_management", "access_control",
                        "equipment_management") for fact in ("", ".rating", ".finding")),
        "A3.1.4": ("concentration", "concentration.firm", "concentration.firm.percent", "concentration.firm.basis",
                   "concentration.firm.as_of", "concentration.market", "concentration.market.basis",
                   "concentration.market.as_of", "concentration.market.statement"),
        "A3.1.5": ("locations", "locations[].country", "locations[].site", "locations[].of"),
        "A3.1.6": ("continuity", "continuity.rto", "continuity.rpo", "continuity.notify_within_hours",
                   "continuity.requirements"),
        "A3.2a": ("risks[].controls", "risks[].controls[].owner", "risks[].controls[].due_on",
                  "risks[].controls[].status"),
        "A3.2c": ("checklist", "checklist.completed_on", "checklist.items", "checklist.items[]",
                  "checklist.edition", "checklist.items[].answer"),
    },
    "briefing": {"A5.1a": ("rules", "received_by")},
    "access-review": {
        "A5.4": ("reviewer", "outcomes", "outcomes[]", "outcomes[].outcome", "covers",
                 *(f"covers.{of}{fact}" for of in ("place_of_work", "network_and_hosts", "computers",
                                                   "machine_room", "temporary_passes")
                   for fact in ("", ".result", ".finding"))),
    },
}  # fmt: skip
CASES = [
    (where, obligation, path)
    for where, asked in TAKEN_FROM.items()
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

    def findings(self, reading: Reading, engagement: Engagement) -> list[Finding]:
        alone = reading._replace(engagements=(engagement,))
        context = self.book.context(AS_OF, self.register)
        judged = [apply(alone, self.book, context, whole_register=needs) for needs in (False, True)]
        return [finding for judgement in judged for finding in judgement.findings]


@pytest.fixture(scope="module")
def bench(example_files: dict[str, bytes], rules: Rules) -> Bench:
    return Bench(example_files, rules)


@pytest.mark.parametrize(("where", "obligation", "path"), CASES, ids=lambda value: str(value))
def test_a_fact_taken_out_is_missed_where_it_was(bench: Bench, where: str, obligation: str, path: str) -> None:
    tried = 0
    for reading, engagement in bench.engagements():
        before = {finding.fingerprint for finding in bench.findings(reading, engagement)}
        for fact, changed in changes(bench, engagement, where, path):
            if not is_asked_for(bench, engagement, obligation, fact):
                continue
            tried += 1
            found = [each for each in bench.findings(reading, changed) if each.fingerprint not in before]
            assert fact.parent is not None
            expected = (obligation, fact.parent.location)
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
        "A5.4": engagement.status in ("active", "ending") and not _is_of_a_withdrawn_grant(engagement, fact),
    }
    return asked.get(obligation, True)


def _is_owed_while_selecting(fact: Node) -> bool:
    """The assessments, the scope, and the selection so far; the rest comes with the result and the contract."""
    return fact.way[0] not in ("selection", "access", "oversight") or fact.way[1:2] in [("candidates",), ("criteria",)]


def _is_of_the_present_scope(engagement: Engagement, fact: Node) -> bool:
    newest = engagement.entries("risk-assessment")[-1]
    return fact.source is newest.root.source


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
