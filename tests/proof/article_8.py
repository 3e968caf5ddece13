"""Article 8: the end, broken."""

from __future__ import annotations

from tests.proof.breakage import Kind, broken

CRM = "old-ferry/crm/engagement.yaml"

CERTIFICATE = """\
      confirmed_by: s-0112
      certificate:
        - {file: evidence/2026-03-destruction-certificate.pdf, sha256: 165a29d66d70308cc612389cef7c95c94de82060ad561040b0a39fda86871405}
    - {held: trade-secret"""
UNCERTIFIED = """\
      confirmed_by: s-0112
    - {held: trade-secret"""
TRANSITION = """\
  transition:
    to: firm
    receiver: 資訊部後檯系統科
    requirements:
      - 移轉期間業者人員僅得於總公司移轉工作站作業，全程錄影
      - 資料以本公司加密媒體交接，雙方清點簽名
      - 移轉完成前業者不得先行刪除任何備份
    agreed_on: 2025-11-13
    evidence:
      - {file: evidence/2025-11-transition-agreement.pdf, sha256: 7acdfeebd21aeb2d8c230bd115f904a54377b208fa778beb6e00b751a22d84a6, title: 退場移轉協議：客戶關係管理}
"""

BREAKAGES = (
    broken("A8.0a", Kind.PERSON, CRM, "access_stopped: {confirmed_by: s-0113, confirmed_on",
           "access_stopped: {confirmed_on", "end-of-access-is-confirmed"),
    broken("A8.0a", Kind.LATE, CRM, "confirmed_on: 2026-03-31}", "confirmed_on: 2026-03-30}",
           "end-of-access-is-confirmed"),
    broken("A8.0a", Kind.REMOVED, CRM, "  access_stopped: {confirmed_by: s-0113, confirmed_on: 2026-03-31}\n", "",
           "end-of-access-is-confirmed", "exit:"),
    broken("A8.0b", Kind.PERSON, CRM, "disposed_on: 2026-03-20, confirmed_by: s-0108}", "disposed_on: 2026-03-20}",
           "disposition-is-confirmed"),
    broken("A8.0b", Kind.REMOVED, CRM,
           "    - {held: source-files, kind: transferred, disposed_on: 2026-03-20, confirmed_by: s-0108}\n", "",
           "nothing-is-left-over", "- {id: source-files", named=("A8.0b", "A8.2")),
    broken("A8.0c", Kind.MISSING, CRM, CERTIFICATE, UNCERTIFIED, "destruction-is-certified", "- held: account-data"),
    broken("A8.0c", Kind.WRONG, CRM, "{held: visitor-card, kind: returned,", "{held: visitor-card, kind: destroyed,",
           "destruction-is-certified"),
    broken("A8.1", Kind.MISSING, CRM, "    receiver: 資訊部後檯系統科\n", "", "transition-binds-both-sides",
           "  transition:"),
    broken("A8.1", Kind.REMOVED, CRM, TRANSITION, "", "transition-is-stated", "exit:"),
    broken("A8.2", Kind.MISSING, CRM, "id: visitor-card, asset: 長期訪客卡二張", "id: visitor-card",
           "held-asset-is-described"),
    broken("A8.2", Kind.LATE, CRM, "kind: transferred, disposed_on: 2026-03-20",
           "kind: transferred, disposed_on: 2026-04-01", "nothing-is-left-over", named=("A8.0b", "A8.2")),
    broken("A8.3", Kind.MISSING, CRM, "    duration: 終止後五年；個人資料與營業秘密無期限\n", "",
           "confidentiality-goes-on", "  continuing_confidentiality:"),
    broken("A8.3", Kind.LATE, CRM, "無期限\n    given_on: 2026-03-31", "無期限\n    given_on: 2026-11-23",
           "confidentiality-goes-on", "given_on: 2026-11-23"),
    broken("A8.4", Kind.MISSING, CRM, "  complete_by: 2026-05-29\n", "", "exit-has-a-time-limit", "exit:"),
    broken("A8.4", Kind.LATE, CRM, "done_on: 2026-05-14", "done_on: 2026-05-30", "exit-steps-are-done-in-time"),
    broken("A8.4", Kind.OVERDUE, CRM, "末期款結算與保證金返還, done_on: 2026-05-14", "末期款結算與保證金返還",
           "exit-steps-are-done-in-time"),
)  # fmt: skip
