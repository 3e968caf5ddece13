"""Which schema is for which file."""

from __future__ import annotations

import pytest

from vendorbook.schema_check import kind_of
from vendorbook.schema_check.paths import JOURNAL_KINDS, unknown_kind

KINDS = {
    "vendors/kite/supplier.yaml": "supplier",
    "vendors/kite/order/engagement.yaml": "engagement",
    "vendors/kite/order/journal/2026-01-05-audit.yaml": "journal/audit",
    "vendors/kite/order/journal/2026-01-05-audit-2.yaml": "journal/audit",
    "vendors/kite/order/journal/2026-01-05-risk-assessment-after-change.yaml": "journal/risk-assessment",
    "vendors/kite/journal/2026-01-05-diversification.yaml": "journal/diversification",
    "vendors/kite/order/journal/2026-01-05-auditing.yaml": "journal",
    "vendors/kite/order/journal/2026-01-05-adit.yaml": "journal",
    "vendors/kite/order/journal/audit.yaml": "journal",
    "vendors/kite/order/journal/2026-01-05-audit-.yaml": "journal",
    "vendors//journal/2026-01-05-audit.yaml": None,
    "policies//own.yaml": None,
    "vendors/kite/journal/notes.yaml": "journal",
    "policies/firm.yaml": "firm",
    "policies/systems.yaml": "systems",
    "policies/people.yaml": "people",
    "policies/checklist.yaml": "checklist",
    "policies/trail.yaml": "trail",
    "policies/waivers/for-a-while.yaml": "waiver",
    "policies/rules/twsa.yaml": "obligations",
    "policies/article-5/access-is-reviewed.yaml": "policy",
    "policies/history/scope.yaml": "policy",
    "policies/house/deeper/own.yaml": "policy",
    "policies/firmm.yaml": None,
    "vendors/kite/engagement.yaml": None,
    "vendors/kite/order/supplier.yaml": None,
    "vendors/kite/order/notes.yaml": None,
    "vendors/kite/order/evidence/engagement.yaml": None,
    "vendors/kite/order/engagement.yml": None,
    "schemas/engagement.schema.json": None,
    "README.md": None,
}


@pytest.mark.parametrize("path", KINDS)
def test_a_path_tells_the_kind(path: str) -> None:
    assert kind_of(path) == KINDS[path]


@pytest.mark.parametrize("kind", JOURNAL_KINDS)
def test_every_kind_of_entry_is_known_by_its_name(kind: str) -> None:
    assert kind_of(f"vendors/kite/order/journal/2026-01-05-{kind}.yaml") == f"journal/{kind}"


def test_an_unknown_kind_of_entry_is_told_with_the_one_that_may_be_meant() -> None:
    told = unknown_kind("vendors/kite/order/journal/2026-01-05-adit.yaml")

    assert "是否為 `audit`？" in told.zh_tw
    assert "did you mean `audit`? Known: `access-review`, " in told.en
