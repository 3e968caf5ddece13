"""Articles 6 and 7: changes of service, and what is asked for again and again, broken."""

from __future__ import annotations

from tests.proof.breakage import Edit, Kind, broken

ORDERS = "kite-systems/order-routing/"
SETTLEMENT = "kite-systems/settlement-core/"
LINES = "banyan-networks/branch-network/"
HOUSE = "stone-bridge/colocation/"
WAREHOUSE = "heron-cloud/data-warehouse/"
CHANGED = ORDERS + "journal/2025-06-10-risk-assessment.yaml"
ENGAGEMENT = "engagement.yaml"

BREAKAGES = (
    broken("A6", Kind.WRONG, ORDERS + ENGAGEMENT,
           "dealing-floor, of: service, country: TW, site: 本公司總公司資訊機房",
           "dealing-floor, of: service, country: TW, site: 石橋鄉機房", "scope-is-the-one-assessed", "scope:"),
    broken("A6", Kind.ADDED, ORDERS + ENGAGEMENT, "activities: [development, maintenance, monitoring]",
           "activities: [development, maintenance, monitoring, hosting]", "scope-is-the-one-assessed", "scope:"),
    broken("A6", Kind.MISSING, CHANGED, "supersedes: journal/2024-01-15-risk-assessment\n", "",
           "assessment-supersedes-the-previous-one", "kind: risk-assessment"),
    broken("A6", Kind.PERSON, CHANGED, "led_by: s-0107", "led_by: s-0112",
           "change-of-service-is-led-by-a-project-owner"),
    broken("A6", Kind.WRONG, CHANGED, "trigger: change-of-service", "trigger: periodic",
           "changed-scope-is-assessed-as-one"),
    broken("A6", Kind.REMOVED, CHANGED,
           "scope_digest: sha256:9372edc4b4ce4fdfb3aaa3c17947587848ca25fc4070b21eca06004baced418a\n", "",
           "assessment-names-its-scope", "kind: risk-assessment"),
    broken("A7.1", Kind.OVERDUE, LINES + "journal/2026-01-12-audit.yaml", "", None, "audited-every-year",
           "  audit: {method", found_in=LINES + ENGAGEMENT,
           more=(Edit(LINES + "journal/2026-02-13-follow-up.yaml", "", None),)),
    broken("A7.1", Kind.MISSING, LINES + "journal/2026-01-12-audit.yaml", "auditor: 望潮會計師事務所\n", "",
           "audit-is-complete", "kind: audit"),
    broken("A7.1", Kind.ADDED, SETTLEMENT + "journal/2026-08-03-incident.yaml", "", """\
# yaml-language-server: $schema=../../../../schemas/journal/incident.schema.json
kind: incident
date: 2026-08-03
happened_at: "2026-08-03T10:05:00+08:00"
notified_at: "2026-08-03T10:40:00+08:00"
affected: true
description: 批次平台憑證逾期，申報檔延遲十分鐘
handling: 更換憑證後重跑
closed_on: 2026-08-04
lessons: 憑證到期日納入月檢
""", "incident-is-followed-by-an-audit", "date: 2026-08-03"),
    broken("A7.2", Kind.OVERDUE, SETTLEMENT + "journal/2026-10-14-service-report.yaml", "", None,
           "service-levels-are-reported-on-time", "  service_report_every:", found_in=SETTLEMENT + ENGAGEMENT),
    broken("A7.2", Kind.MISSING, SETTLEMENT + "journal/2026-10-14-service-report.yaml",
           "conclusion: 全數達標；資料庫升級第一階段依進度完成\n", "", "service-report-is-reviewed",
           "kind: service-report"),
    broken("A7.2", Kind.WRONG, SETTLEMENT + "journal/2026-10-14-service-report.yaml",
           "achieved: 最晚 20:11, met: true", "achieved: 最晚 20:41, met: false", "missed-level-is-followed-up"),
    broken("A7.3", Kind.OVERDUE, ORDERS + "journal/2026-07-18-recovery-plan.yaml", "", None,
           "recovery-plan-is-supplied-on-time", "  recovery_plan_every:", found_in=ORDERS + ENGAGEMENT),
    broken("A7.3", Kind.WRONG, ORDERS + "journal/2026-07-18-recovery-plan.yaml", "rto: PT40M", "rto: PT61M",
           "recovery-plan-meets-the-inventory"),
    broken("A7.3", Kind.MISSING, ORDERS + "journal/2026-07-18-recovery-plan.yaml", 'version: "2026.1"\n', "",
           "recovery-plan-is-complete", "kind: recovery-plan"),
    broken("A7.4a", Kind.MISSING, ORDERS + ENGAGEMENT, '    version: "3.2"\n', "", "supervision-procedure-is-named",
           "  procedure:"),
    broken("A7.4a", Kind.REMOVED, ORDERS + ENGAGEMENT, """\
  procedure:
    name: 資訊委外資安監督作業程序
    version: "3.2"
    evidence: [{file: evidence/supervision-procedure.txt, sha256: 08d375f3177b35322826142b4e5ade5b8e6aa017e9b6698d3aeb0fb994039ad8, title: 監督程序摘要}]
""", "", "supervision-procedure-is-named", "oversight:", times=3),
    broken("A7.4b", Kind.MISSING, ORDERS + ENGAGEMENT, "audit: {method: 現場查核為主，輔以遠端抽樣, every",
           "audit: {every", "audit-method-and-frequency-are-stated"),
    broken("A7.4b", Kind.OVERDUE, HOUSE + "journal/2026-05-28-audit.yaml", "due_on: 2027-01-15", "due_on: 2026-11-21",
           "core-audit-finding-is-closed-on-time"),
    broken("A7.4b", Kind.LATE, ORDERS + ENGAGEMENT, "audit: {method: 現場查核為主，輔以遠端抽樣, every: P1Y}",
           "audit: {method: 現場查核為主，輔以遠端抽樣, every: P6M}", "core-system-is-audited-as-often-as-stated"),
    broken("A7.4b", Kind.PERSON, HOUSE + "journal/2026-05-28-audit.yaml",
           "    owner: s-0109\n    due_on: 2027-01-15\n", "    due_on: 2027-01-15\n",
           "core-audit-finding-is-assigned", "- id: image-retention"),
)  # fmt: skip
