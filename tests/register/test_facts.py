"""The conditions under which obligations apply, from the record and the firm's inventory."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.register import Facts
from vendorbook.yaml_source import read

SYSTEMS = {"orders": read(b"id: orders\ntier: core\n", "s").root, "site": read(b"id: site\ntier: non-core\n", "s").root}
AS_OF = date(2026, 6, 1)


def facts(text: str) -> Facts:
    return Facts.of(read(text.encode(), "vendors/a/b/engagement.yaml").root, SYSTEMS, AS_OF)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("scope: {systems: [site, orders]}\n", "core", True),
        ("scope: {systems: [site]}\n", "core", False),
        ("scope: {systems: [unknown]}\n", "core", False),
        ("scope: {cross_institution: true}\n", "core_or_cross_institution", True),
        ("scope: {cloud_model: paas}\n", "cloud", True),
        ("scope: {cloud_model: none}\n", "cloud", False),
        ("scope: {cloud_model: none, services: [{id: a, type: cloud}]}\n", "cloud", True),
        ("scope: {activities: [hosting, monitoring]}\n", "develops_maintains_or_monitors", True),
        ("scope: {activities: [maintenance]}\n", "develops_maintains_or_monitors", True),
        ("scope: {activities: [development]}\n", "develops_maintains_or_monitors", True),
        ("scope: {activities: [hosting, security-monitoring, consulting]}\n", "develops_maintains_or_monitors", False),
        ("scope: {subcontractors: {none: 無}}\n", "subcontracts", False),
        ("scope: {subcontractors: [{id: s}]}\n", "subcontracts", True),
        ("scope: {subcontractors: [{id: s}]}\n", "may_subcontract", True),
        ("scope: {subcontractors: {none: 無}}\n", "may_subcontract", False),
        ("scope: {cloud_model: none}\n", "may_subcontract", True),
        ("access: {grants: {none: 無}}\n", "has_grants", False),
        ("access: {grants: [{id: g}]}\n", "has_grants", True),
        ("contract: {ends_on: 2026-05-31}\n", "contract_ended", True),
        ("contract: {ends_on: 2026-06-01}\n", "contract_ended", False),
        ("contract: {ends_on: 2027-01-01}\nexit: {ended_on: 2026-05-01}\n", "contract_ended", True),
        ("contract: {ends_on: {none: 不定期}}\n", "contract_ended", False),
        ("contract: {starts_on: 2024-02-01, ends_on: 2025-01-31}\n", "term_of_a_year", True),
        ("contract: {starts_on: 2024-02-01, ends_on: 2025-01-30}\n", "term_of_a_year", False),
        ("contract: {starts_on: 2024-02-01, ends_on: {none: 不定期}}\n", "term_of_a_year", True),
        ("selection: {candidates: [{id: a, received_assets: true}]}\n", "exchanged_assets", True),
        ("selection: {candidates: [{id: a, received_assets: false}]}\n", "exchanged_assets", False),
        ("scope: {delivers: [program, application]}\n", "application_or_trading_host", True),
        ("scope: {delivers: [program, system], trading_host: false}\n", "application_or_trading_host", False),
        ("scope: {delivers: {none: 無}, trading_host: true}\n", "application_or_trading_host", True),
        ("scope: {real_time_quotes: true}\n", "quotes_without_mutual_backup", True),
        ("scope: {real_time_quotes: true, quotes_backed_up_by: owl/quotes}\n", "quotes_without_mutual_backup", False),
        ("scope: {real_time_quotes: false}\n", "quotes_without_mutual_backup", False),
        ("status: ended\n", "ended", True),
        ("status: ending\n", "ended", False),
        ("status: ended\nexit: {ended_on: 2026-05-31}\n", "ended", True),
        ("status: ended\nexit: {ended_on: 2026-06-01}\n", "ended", False),
        ("status: ending\nexit: {ended_on: 2026-05-31}\n", "ended", True),
        ("status: ended\ncontract: {ends_on: 2026-06-30}\n", "ended", False),
        ("status: active\ncontract: {ends_on: 2026-05-31}\n", "ended", False),
        ("exit: {transition: {to: firm}}\n", "moves", True),
        ("exit: {transition: {not_applicable: 停用}}\n", "moves", False),
        ("exit: {ended_on: 2026-05-31}\n", "moves", False),
        ("exit: {dispositions: [{kind: returned}, {kind: destroyed}]}\n", "destroyed", True),
        ("exit: {dispositions: [{kind: returned}]}\n", "destroyed", False),
    ],
)
def test_a_fact_follows_from_the_record(text: str, name: str, expected: bool) -> None:
    assert getattr(facts(text), name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status: active\ncontract: {ends_on: 2026-05-31}\n", None),
        ("status: ended\ncontract: {ends_on: 2026-05-31}\n", date(2026, 5, 31)),
        ("status: ended\ncontract: {ends_on: 2026-05-31}\nexit: {ended_on: 2026-03-31}\n", date(2026, 3, 31)),
        ("status: ending\ncontract: {ends_on: 2026-12-31}\nexit: {ended_on: 2026-10-31}\n", date(2026, 10, 31)),
        ("status: ended\n", None),
    ],
)
def test_the_last_day_is_the_one_that_is_known_to_be_the_last(text: str, expected: date | None) -> None:
    """A running contract past its term has been renewed."""
    assert facts(text).ended_on == expected
