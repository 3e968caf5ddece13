"""Article 4, paragraph 1, item 5, and paragraphs 2 and 3: the supplier's security duties, signing, incidents, broken."""

from __future__ import annotations

from tests.proof.breakage import Kind, broken

ORDERS = "kite-systems/order-routing/engagement.yaml"
DELIVERY = "kite-systems/order-routing/journal/2026-05-28-delivery-4-2.yaml"
RELEASE = "kite-systems/order-routing/journal/2026-06-13-release-4-2.yaml"
SETTLED = "kite-systems/settlement-core/journal/2026-03-10-incident.yaml"
APP = "paper-crane/mobile-app/"
WAREHOUSE = "heron-cloud/data-warehouse/engagement.yaml"
QUOTES = "lantern-quotes/real-time-quotes/"
KITE = "kite-systems/supplier.yaml"

PROOF = """\
    quote_backup:
      clause: "5.4"
      proof:
        - {file: evidence/2024-02-standby-proof.pdf, sha256: abab5603e7c2a8aaa4d4486530af376791cdc2f3b980cc11a94967413a3138d8, title: 備援主機與備援系統證明（2024）}
        - {file: evidence/2026-01-standby-proof.pdf, sha256: ab948b8f470e8d521c86998cd85d04ea422e9fe5db477da9d1ac1f363eb544ca, title: 備援主機與備援系統證明（2026）}
"""
PROCEDURE = """\
    incident_procedure:
      clause: "11.1"
      procedure: 業者成立處置小組，每四小時回報進度，五個工作日內提交根因報告
      liability: 因可歸責於業者之事件致本公司受損，於年費三倍內負賠償責任；違反保密義務者不設上限
"""

BREAKAGES = (
    broken("A4.1.5.1", Kind.WRONG, ORDERS, "names: [security-requirements, personal-data-protection-act, other-laws]",
           "names: [security-requirements, other-laws]", "security-duties-name-the-law"),
    broken("A4.1.5.1", Kind.REMOVED, ORDERS,
           '    security_duties: {clause: "8.3", names: [security-requirements, personal-data-protection-act, other-laws]}\n',
           "", "security-duties-are-agreed", "  clauses:"),
    broken("A4.1.5.2", Kind.MISSING, DELIVERY, "{kind: vulnerability-scan, tested_on: 2026-05-25, result: passed, ",
           "{kind: vulnerability-scan, tested_on: 2026-05-25, ", "delivery-is-security-tested"),
    broken("A4.1.5.2", Kind.WRONG, DELIVERY, "no_backdoor: true", "no_backdoor: false",
           "delivery-is-assured-free-of-malware"),
    broken("A4.1.5.2", Kind.LATE, APP + "journal/2025-05-09-delivery-4-0.yaml", "tested_on: 2025-05-02",
           "tested_on: 2025-05-18", "exposed-delivery-passed-before-go-live"),
    broken("A4.1.5.2", Kind.REMOVED, ORDERS, '    security_testing_proof: {clause: "8.8"}\n', "",
           "contract-addresses-security-testing", "  clauses:"),
    broken("A4.1.5.3", Kind.REMOVED, ORDERS, '    third_party_components: {clause: "8.9"}\n', "",
           "contract-addresses-third-party-components", "  clauses:"),
    broken("A4.1.5.3", Kind.MISSING, DELIVERY, "components: {format: document, ", "components: {",
           "delivery-lists-its-components"),
    broken("A4.1.5.3", Kind.WRONG, APP + "journal/2026-09-11-delivery-5-0.yaml", "format: cyclonedx", "format: spdx",
           "listed-components-have-licence-and-source", "file: evidence/mobile-app-5.0.0.cdx.json"),
    broken("A4.1.5.4", Kind.MISSING, ORDERS, ", within_days: 3}", "}", "information-is-owed-within-a-limit",
           "information_on_request:"),
    broken("A4.1.5.4", Kind.REASONED, ORDERS, 'information_on_request: {clause: "9.5", within_days: 3}',
           "information_on_request: {not_applicable: 依個案洽商}", "information-is-owed-within-a-limit"),
    broken("A4.1.5.5", Kind.MISSING, ORDERS, ", in_transit: SSH}", "}", "every-data-class-is-protected",
           "- {data_class: source-code"),
    broken("A4.1.5.5", Kind.REMOVED, ORDERS,
           "        - {data_class: account-data, segregation: 測試環境以去識別資料產生, at_rest: 資料庫透明加密, in_transit: TLS 1.3}\n",
           "", "every-data-class-is-protected", "      protections:"),
    broken("A4.1.5.6", Kind.WRONG, ORDERS, "covers_other_customers: true", "covers_other_customers: false",
           "notice-of-harm-is-agreed"),
    broken("A4.1.5.6", Kind.REMOVED, ORDERS, '    harm_notice: {clause: "8.4", covers_other_customers: true}\n', "",
           "notice-of-harm-is-agreed", "  clauses:"),
    broken("A4.1.5.7", Kind.LATE, RELEASE, "2026-06-13T10:30:00+08:00", "2026-06-12T10:30:00+08:00",
           "trading-host-is-not-updated-in-trading-hours"),
    broken("A4.1.5.7", Kind.REMOVED, ORDERS, '      standby: {clause: "4.6"}\n', "",
           "trading-host-standby-is-agreed", "    go_live:"),
    broken("A4.1.5.7", Kind.WRONG, ORDERS, "full_test: true", "full_test: false",
           "full-test-before-go-live-is-agreed"),
    broken("A4.1.5.7", Kind.MISSING, RELEASE, "host: trading\n", "", "trading-host-release-is-timed",
           "kind: release"),
    broken("A4.1.5.8", Kind.OVERDUE, QUOTES + "journal/2026-02-07-switchover-drill.yaml", "", None,
           "switchover-drilled-every-year", "    quote_backup:", found_in=QUOTES + "engagement.yaml"),
    broken("A4.1.5.8", Kind.MISSING, QUOTES + "journal/2026-02-07-switchover-drill.yaml", "result: passed\n", "",
           "switchover-drill-is-recorded", "kind: switchover-drill"),
    broken("A4.1.5.8", Kind.REASONED, QUOTES + "engagement.yaml", PROOF,
           "    quote_backup: {not_applicable: 業者自有備援}\n", "quote-standby-is-required-and-proved"),
    broken("A4.1.5.9", Kind.OVERDUE, KITE, "expires_on: 2028-01-09", "expires_on: 2026-11-21",
           "supplier-certificate-is-valid"),
    broken("A4.1.5.9", Kind.MISSING, KITE, "    issuer: 北極星驗證股份有限公司\n", "",
           "supplier-certificate-is-complete", "- id: iso-9001"),
    broken("A4.1.5.9", Kind.REMOVED, ORDERS, '    certificates: {clause: "8.10"}\n', "",
           "contract-addresses-certificates", "  clauses:"),
    broken("A4.2", Kind.LATE, ORDERS, "confirmed_on: 2024-01-26", "confirmed_on: 2024-01-27",
           "confidentiality-is-confirmed-at-signing"),
    broken("A4.2", Kind.PERSON, ORDERS, "    confirmed_by: s-0116\n", "", "confidentiality-is-confirmed-at-signing",
           "confidentiality_at_signing:"),
    broken("A4.3", Kind.LATE, SETTLED, "notified_at: \"2026-03-10T14:20:00+08:00\"",
           "notified_at: \"2026-03-10T15:53:00+08:00\"", "incident-is-notified-in-time"),
    broken("A4.3", Kind.MISSING, SETTLED, "lessons: 磁碟告警門檻由九成降為七成五，測試紀錄改寫獨立磁區\n", "",
           "incident-is-closed-with-its-lessons", "kind: incident"),
    broken("A4.3", Kind.OVERDUE, SETTLED, "closed_on: 2026-03-13\n", "", "incident-is-closed-with-its-lessons",
           "kind: incident"),
    broken("A4.3", Kind.REASONED, WAREHOUSE, PROCEDURE, "    incident_procedure: {not_applicable: 依業者規定}\n",
           "incident-procedure-is-agreed"),
)  # fmt: skip
