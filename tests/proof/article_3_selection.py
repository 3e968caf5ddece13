"""Article 3, paragraphs 4 to 6: how the supplier was chosen, broken."""

from __future__ import annotations

from tests.proof.breakage import Edit, Found, Kind, broken

ORDERS = "kite-systems/order-routing/engagement.yaml"
WAREHOUSE = "heron-cloud/data-warehouse/engagement.yaml"
VAULT = "banyan-cloudworks/backup-vault/engagement.yaml"
APP = "paper-crane/mobile-app/engagement.yaml"
CRM = "old-ferry/crm/engagement.yaml"

TRACK_RECORD = """\
    track_record:
      rating: partial
      finding: 於本國證券業僅一件實績且規模較小，以試做結果與分階段驗收補足
      evidence:
        - {file: evidence/2024-06-evaluation.pdf, sha256: 23282b300c3dcec958a4bae6ef61a0cde8d07bb12e7593a88879348901e74930}
"""
IMPLEMENTATION = (
    "    implementation: 2024-10-07 查看三個月程式審查紀錄與元件比對報表；建置室門禁一筆未登記，已補措施並複查\n"
)
PROPOSAL = """\
  proposal:
    received_on: 2022-02-07
    requirement: {reference: 報價書第 1 項}
    security_policy: {reference: 報價書附件甲}
    protection_baseline: {reference: 報價書附件甲第 3 點}
    service_levels: {reference: 報價書第 4 項}
    project_management:
      projects:
        - {name: 客戶關係管理系統 2019 年改版, description: 三個月完成資料表整併，無資料遺失}
    evidence:
      - {file: evidence/2022-02-quotation-extract.pdf, sha256: 69673e72adbf8f0d3d36b880d0869794639306d05bd4db53b0ea246514712b1c, title: 維運報價書（節錄）}
"""

BREAKAGES = (
    broken("A3.4", Kind.MISSING, ORDERS, "    decided_on: 2023-12-14\n", "", "selection-states-its-result",
           "  result:"),
    broken("A3.4", Kind.WRONG, ORDERS, "selected: kite-systems", "selected: sandglass-software",
           "selection-chose-this-supplier"),
    broken("A3.4", Kind.REMOVED, "kite-systems/order-routing/evidence/selection-minutes.pdf", "", None,
           "evidence-matches-its-digest", "file: evidence/selection-minutes.pdf", found_in=ORDERS),
    broken("A3.4.1", Kind.MISSING, ORDERS, "      finding: 專任下單系統工程師十四人，七人具五年以上券商經驗\n", "",
           "capability-is-evaluated", "    professional:"),
    broken("A3.4.1", Kind.REMOVED, "heron-cloud/data-warehouse/engagement.yaml", TRACK_RECORD, "",
           "capability-is-evaluated", "  capability:", times=3),
    broken("A3.4.2", Kind.MISSING, WAREHOUSE,
           "    measures: 客戶租戶隔離、區域鎖定、客戶自持金鑰、操作日誌即時轉送本公司\n", "",
           "cloud-security-is-shown", "  cloud_security:"),
    broken("A3.4.2", Kind.WRONG, VAULT, "certificate: iso-27017", "certificate: iso-27001",
           "cloud-verification-is-valid",
           more=(Edit(VAULT, "    measures: 租戶隔離、管理平面多因子驗證、物件鎖定三十五日、刪除須二人核可\n", "    # no measures\n"),)),
    broken("A3.4.3", Kind.MISSING, APP, IMPLEMENTATION, "", "security-management-is-shown", "  security_management:"),
    broken("A3.4.3", Kind.WRONG, VAULT, "certificate: iso-27001", "certificate: iso-27017",
           "security-verification-is-valid"),
    broken("A3.5", Kind.LATE, ORDERS, "signed_on: 2023-10-17", "signed_on: 2023-10-19",
           "nda-before-any-exchange"),
    broken("A3.5", Kind.MISSING, ORDERS, "      first_exchange_on: 2023-10-18\n", "", "nda-before-any-exchange",
           "- id: sandglass-software"),
    broken("A3.5", Kind.WRONG, ORDERS, "      received_assets: false # withdrew after the first meeting\n",
           "      received_assets: false\n      first_exchange_on: 2023-10-20\n", "exchange-of-assets-is-stated"),
    broken("A3.6.1", Kind.MISSING, ORDERS, "    requirement: {reference: 建議書第 2 章}\n", "",
           "proposal-states-the-requirement", "  proposal:"),
    broken("A3.6.1", Kind.REMOVED, ORDERS, "    received_on: 2023-11-30\n", "", "proposal-states-the-requirement",
           "  proposal:"),
    broken("A3.6.2", Kind.MISSING, ORDERS, "    protection_baseline: {reference: 建議書第 5.2 節之逐條對照表}\n", "",
           "proposal-meets-the-firms-requirements", "  proposal:"),
    broken("A3.6.2", Kind.REMOVED, CRM, PROPOSAL, "", "proposal-meets-the-firms-requirements", "selection:", times=3,
           also=(*(Found("proposal-states-the-requirement", CRM, "selection:", ("A3.6.1",)),) * 3,
                 Found("proposal-shows-project-management", CRM, "selection:", ("A3.6.3",)))),
    broken("A3.6.3", Kind.LATE, ORDERS, "valid_until: 2025-04-30", "valid_until: 2023-11-29",
           "proposal-shows-project-management"),
    broken("A3.6.3", Kind.MISSING, ORDERS, ", valid_until: 2025-04-30", "", "proposal-shows-project-management",
           "- {name: 專案管理師（甲級）"),
)  # fmt: skip
