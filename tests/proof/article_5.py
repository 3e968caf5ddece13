"""Article 5: access, broken."""

from __future__ import annotations

from datetime import date

from tests.proof.breakage import Found, Kind, broken

ORDERS = "kite-systems/order-routing/engagement.yaml"
SETTLEMENT = "kite-systems/settlement-core/engagement.yaml"
BRIEFING = "kite-systems/order-routing/journal/2024-01-30-briefing.yaml"
REVIEW = "kite-systems/order-routing/journal/2026-08-20-access-review.yaml"
CRM = "old-ferry/crm/engagement.yaml"
STOPPED = "access-is-stopped-when-the-engagement-ends"

BREAKAGES = (
    broken("A5.1a", Kind.REMOVED, BRIEFING, "", None, "supplier-is-briefed", "access:", found_in=ORDERS),
    broken("A5.1a", Kind.PERSON, BRIEFING, "given_by: s-0107", "given_by: s-0113",
           "briefing-is-given-by-a-project-owner"),
    broken("A5.1a", Kind.MISSING, BRIEFING, "received_by: [風箏系統 線長牽, 風箏系統 尾飄穩, 下單維護小組六人]\n", "",
           "briefing-is-complete", "kind: briefing"),
    broken("A5.1a", Kind.LATE, SETTLEMENT, """\
        - {approved_on: 2023-09-27, approved_by: s-0113, assets: [settlement, ledger], purpose: 日終批次執行與重跑}
      effective_on: 2023-10-02
""", """\
        - {approved_on: 2023-09-26, approved_by: s-0113, assets: [settlement, ledger], purpose: 日終批次執行與重跑}
      effective_on: 2023-09-26
""", "briefing-precedes-access", "effective_on: 2023-09-26"),
    broken("A5.1b", Kind.PERSON, ORDERS, "approved_by: s-0103\n          assets: [trading-host]\n",
           "approved_by: s-0107\n          assets: [trading-host]\n", "access-approver-has-the-role"),
    broken("A5.1b", Kind.PERSON, SETTLEMENT, """\
      assets: [settlement, ledger]
      requested_by: s-0108
""", """\
      assets: [settlement, ledger]
      requested_by: s-0113
""", "access-approver-is-independent", "purpose: 日終批次執行與重跑}"),
    broken("A5.1b", Kind.LATE, ORDERS, "effective_on: 2025-07-07", "effective_on: 2025-06-26",
           "application-precedes-access"),
    broken("A5.1b", Kind.MISSING, ORDERS, "      requested_on: 2024-02-15\n", "", "access-application-is-stated",
           "- id: onsite-seat-1"),
    broken("A5.2a", Kind.LATE, ORDERS, "expires_on: 2027-06-30", "expires_on: 2028-01-01",
           "grant-expires-with-the-contract"),
    broken("A5.2a", Kind.MISSING, ORDERS, "      privileges: [六樓作業區座位, 值班工作站, 正式區應用程式監看]\n", "",
           "grant-is-complete", "- id: onsite-seat-1"),
    broken("A5.2a", Kind.OVERDUE, ORDERS, "expires_on: 2026-12-31", "expires_on: 2026-12-30",
           "grant-is-closed-at-its-expiry", on=date(2026, 12, 31)),
    broken("A5.2b", Kind.OVERDUE, CRM, "      revoked_on: 2026-03-27\n", "", STOPPED, "- id: export-support",
           named=("A5.2b", "A8.0a")),
    broken("A5.2b", Kind.LATE, CRM, "revoked_on: 2026-03-27", "revoked_on: 2026-04-01", STOPPED,
           named=("A5.2b", "A8.0a"), also=(Found("end-of-access-is-confirmed", CRM, "access_stopped:", ("A8.0a",)),)),
    broken("A5.3.1", Kind.MISSING, ORDERS, "      statute: trade-secrets-act-7-1-2\n", "",
           "protection-undertaking-is-given", "    protection:"),
    broken("A5.3.1", Kind.LATE, CRM, """\
      statute: trade-secrets-act-7-1-2
      given_on: 2022-03-17
""", """\
      statute: trade-secrets-act-7-1-2
      given_on: 2026-11-23
""", "protection-undertaking-is-given", "given_on: 2026-11-23"),
    broken("A5.3.2", Kind.REMOVED, ORDERS, """\
    use_within_application:
      given_on: 2024-01-26
""", """\
    use_within_application:
""", "use-guarantee-is-given"),
    broken("A5.3.2", Kind.WRONG, ORDERS, """\
      kind: on-site
      purpose: 盤中駐點值班
""", """\
      kind: on-site
      purpose: 盤中駐點值班及資料庫維護
""", "widened-grant-is-approved-again", "purpose: 盤中駐點值班及資料庫維護"),
    broken("A5.4", Kind.OVERDUE, REVIEW, "", None, "access-reviewed-every-half-year", "  grants:", found_in=ORDERS),
    broken("A5.4", Kind.PERSON, REVIEW, "reviewer: s-0113\n", "", "access-review-names-its-reviewer",
           "kind: access-review"),
    broken("A5.4", Kind.REMOVED, REVIEW, "  - {grant: host-operator, outcome: keep}\n", "",
           "access-review-judges-every-grant", "outcomes:"),
    broken("A5.4", Kind.MISSING, REVIEW, "machine_room: {result: in-order, finding", "machine_room: {finding",
           "access-review-covers-every-area"),
)  # fmt: skip
