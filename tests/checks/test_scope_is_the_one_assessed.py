"""Whoever finds that the scope has changed can copy its digest, and sees which assessment waits for its approval."""

from __future__ import annotations

from tests.checks.records import context, engagement, entry

from vendorbook.checks.scope_is_the_one_assessed import scope_is_the_one_assessed
from vendorbook.model import Violation
from vendorbook.register import scope_digest

ASSESSED = entry("2024-01-15-risk-assessment", "scope_digest: sha256:1111\napproval: {approved_on: 2024-01-22}\n")
WAITING = entry("2026-05-20-risk-assessment", "scope_digest: sha256:2222\napproval: {reported_on: 2026-05-21}\n")


def found(*journal: object) -> Violation:
    record = engagement("scope: {systems: [mail]}\n")._replace(journal=journal)
    [violation] = scope_is_the_one_assessed(record, None, context())
    return violation


def test_it_says_the_digest_as_it_would_be() -> None:
    violation = found(ASSESSED)

    assert violation.at.pointer == "/scope"
    assert violation.values == {
        "assessment": "journal/2024-01-15-risk-assessment",
        "named": "sha256:1111",
        "digest": scope_digest(violation.at),
    }
    assert [(node.pointer, name) for node, name in violation.related] == [("/scope_digest", "named")]


def test_it_shows_what_waits_for_its_approval() -> None:
    named, waiting = found(ASSESSED, WAITING).related

    assert (named[1], waiting[1]) == ("named", "waiting")
    assert waiting[0].location.path.endswith("2026-05-20-risk-assessment.yaml")
    assert waiting[0].pointer == "/approval"
