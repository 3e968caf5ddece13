"""Article 4, paragraph 1, items 1 to 4: what the contract says, broken."""

from __future__ import annotations

from collections.abc import Iterator

from tests.proof.breakage import Breakage, Found, Kind, broken

ORDERS = "kite-systems/order-routing/engagement.yaml"
WAREHOUSE = "heron-cloud/data-warehouse/engagement.yaml"
LINES = "banyan-networks/branch-network/engagement.yaml"
BASIC = "basic-item-is-included-or-reasoned-away"

# Each basic item as it stands in the contract: it can be left out altogether, or stand there without its number.
ITEMS = {
    "A4.1.1.1": 'term: {clause: "2.1"}',
    "A4.1.1.2": 'scope_of_service: {clause: "1.2 及附件一"}',
    "A4.1.1.3": 'delivery_date: {clause: "3.4"}',
    "A4.1.1.5": 'change_of_service: {clause: "4.3"}',
    "A4.1.1.6": 'acceptance: {clause: "3.6"}',
    "A4.1.1.9": 'assignment_and_subcontracting: {clause: "12.1"}',
    "A4.1.1.11": 'penalties_and_damages: {clause: "11.2"}',
    "A4.1.1.12": 'dispute_resolution: {clause: "15.3"}',
    "A4.1.1.13": 'breach: {clause: "11.1"}',
    "A4.1.1.15": 'post_termination: {clause: "13.4"}',
    "A4.1.1.16": 'warranty: {clause: "3.8"}',
    "A4.1.1.17": 'rights_and_responsibilities: {clause: "5.1"}',
}


def _basic_items() -> Iterator[Breakage]:
    for obligation, item in ITEMS.items():
        yield broken(obligation, Kind.REMOVED, ORDERS, f"    {item}\n", "", BASIC, "  clauses:")
        yield broken(obligation, Kind.MISSING, ORDERS, item, item.partition(":")[0] + ": {}", BASIC)


BREAKAGES = (
    *_basic_items(),
    broken("A4.1.1.1", Kind.REASONED, ORDERS, 'term: {clause: "2.1"}', "term: {not_applicable: 不定期}",
           "term-agrees-with-the-contract-dates"),
    broken("A4.1.1.4", Kind.MISSING, ORDERS, ", target: 20 毫秒以內", "", "service-levels-are-measurable",
           "- {id: order-latency"),
    broken("A4.1.1.4", Kind.REMOVED, ORDERS, "      report_every: P6M\n", "", "service-levels-are-reported",
           "    service_levels:"),
    broken("A4.1.1.7", Kind.MISSING, ORDERS, ', notify_within_hours: 1}', "}",
           "incident-notification-has-a-time-limit", 'incident_notification: {clause: "8.2"'),
    broken("A4.1.1.7", Kind.WRONG, ORDERS, "notify_within_hours: 1}", "notify_within_hours: 25}",
           "incident-notification-meets-the-firms-limit"),
    broken("A4.1.1.8", Kind.REMOVED, ORDERS,
           '    right_to_audit: {clause: "9.1", reaches: [firm, authorised-third-party, competent-authority, central-bank]}\n',
           "", "right-to-audit-is-agreed", "  clauses:"),
    broken("A4.1.1.8", Kind.REASONED, WAREHOUSE, '''right_to_audit:
      clause: "12.1"
      reaches: [firm, authorised-third-party, competent-authority, central-bank]''',
           "right_to_audit: {not_applicable: 業者不同意}", "right-to-audit-is-agreed"),
    broken("A4.1.1.8", Kind.WRONG, ORDERS, ", competent-authority, central-bank]", ", competent-authority]",
           "right-to-audit-reaches-the-authorities", "right_to_audit:"),
    broken("A4.1.1.10", Kind.REMOVED, ORDERS, '    confidentiality: {clause: "10.1"}\n', "",
           "confidentiality-is-agreed", "  clauses:"),
    broken("A4.1.1.10", Kind.REASONED, ORDERS, 'confidentiality: {clause: "10.1"}',
           "confidentiality: {not_applicable: 另以備忘錄約定}", "confidentiality-is-agreed"),
    broken("A4.1.1.14", Kind.REMOVED, ORDERS, '    termination: {clause: "13.1", on_authority_notice: true}\n', "",
           BASIC, "  clauses:"),
    broken("A4.1.1.14", Kind.WRONG, ORDERS, "on_authority_notice: true", "on_authority_notice: false",
           "authority-notice-ends-the-contract"),
    broken("A4.1.2.1", Kind.REMOVED, ORDERS, '    intellectual_property: {clause: "7.1"}\n', "",
           "intellectual-property-is-agreed", "  clauses:"),
    broken("A4.1.2.1", Kind.REASONED, ORDERS, 'intellectual_property: {clause: "7.1"}',
           "intellectual_property: {not_applicable: 無智慧財產}", "intellectual-property-is-agreed"),
    broken("A4.1.2.2", Kind.LATE, LINES, "disclosed_on: 2026-02-24", "disclosed_on: 2026-04-02",
           "subcontractor-is-disclosed-in-time",
           also=(Found("scope-is-the-one-assessed", LINES, "scope:", ("A6",)),)),
    broken("A4.1.2.2", Kind.REMOVED, LINES, "    subcontractor_disclosure: {clause: 十二(二)}\n", "",
           "disclosure-of-subcontractors-is-agreed", "  clauses:"),
    broken("A4.1.2.3", Kind.WRONG, ORDERS, "triggers: [market-volume, business-change, customer-profile]",
           "triggers: [market-volume, business-change]", "stress-test-duty-names-its-triggers"),
    broken("A4.1.2.3", Kind.REMOVED, "kite-systems/order-routing/journal/2025-09-13-stress-test.yaml", "", None,
           "stress-test-follows-its-trigger", "kind: significant-change",
           found_in="kite-systems/order-routing/journal/2025-08-19-significant-change.yaml"),
    broken("A4.1.2.3", Kind.LATE, "kite-systems/order-routing/journal/2025-09-13-stress-test.yaml",
           "occurred_on: 2025-08-19", "occurred_on: 2025-09-14", "stress-test-follows-its-trigger"),
    broken("A4.1.2.4", Kind.REMOVED, ORDERS, '      authorisation: {clause: "8.6(2)"}\n', "",
           "security-by-design-is-agreed", "security_by_design:"),
    broken("A4.1.2.4", Kind.REASONED, ORDERS, 'security_updates: {clause: "8.6(3)"}',
           "security_updates: {not_applicable: 隨維護辦理}", "security-by-design-is-agreed"),
    broken("A4.1.2.5", Kind.REMOVED, ORDERS, '    privacy_by_design: {clause: "8.7"}\n', "",
           "privacy-by-design-is-agreed", "  clauses:"),
    broken("A4.1.2.5", Kind.REASONED, ORDERS, 'privacy_by_design: {clause: "8.7"}',
           "privacy_by_design: {not_applicable: 無個資}", "privacy-by-design-is-agreed"),
    broken("A4.1.3", Kind.MISSING, ORDERS, ", edition: 以公會最新公告版本為準", "",
           "protection-baseline-has-its-edition", 'protection_baseline: {clause: "8.1"'),
    broken("A4.1.3", Kind.REASONED, ORDERS, 'protection_baseline: {clause: "8.1", edition: 以公會最新公告版本為準}',
           "protection_baseline: {not_applicable: 供應商另有標準}", "protection-baseline-is-agreed"),
    broken("A4.1.4", Kind.MISSING, WAREHOUSE,
           'emerging_technology: {clause: "10.3", edition: 簽約時有效版本，修正後九十日內遵循}',
           'emerging_technology: {clause: "10.3"}', "emerging-technology-rules-have-their-edition"),
    broken("A4.1.4", Kind.REASONED, WAREHOUSE,
           'emerging_technology: {clause: "10.3", edition: 簽約時有效版本，修正後九十日內遵循}',
           "emerging_technology: {not_applicable: 非新興科技}", "emerging-technology-rules-are-agreed"),
)  # fmt: skip
