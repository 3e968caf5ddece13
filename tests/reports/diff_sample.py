"""A change as the reports get it: of every kind of thing that can be told, one."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Finding, Location, Severity, Text
from vendorbook.reports.diff.account import (
    RENAMED,
    Account,
    Assessment,
    EntryNote,
    FileNote,
    Line,
    RecordNote,
    Requirement,
    RuleNote,
    Value,
    Version,
)

_FOLDER = "vendors/paper-kite/order-routing"
_SHA256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"


def value(data: str | int, zh_tw: str = "", en: str = "") -> Value:
    return Value(data, Text(zh_tw or str(data), en or str(data)))


def missing(policy: str, record: str, zh_tw: str, en: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        policy=policy,
        obligations=("A6",),
        severity=severity,
        record=record,
        location=Location(f"vendors/{record}/engagement.yaml", 7, 1),
        pointer="/scope",
        message=Text(zh_tw, en),
        fix=Text("請重新評估", "assess again"),
        fingerprint="0" * 32,
    )


LINES = (
    Line(
        "changed",
        "scope.cloud_model",
        Text("服務範圍 › 雲端服務模式", "Scope › Cloud model"),
        value("none", "非雲端（none）", "no cloud (none)"),
        value("iaas", "基礎架構即服務（iaas）", "infrastructure as a service (iaas)"),
        is_scope=True,
    ),
    Line("reordered", "scope.services", Text("服務範圍 › 服務項目", "Scope › Services"), is_scope=True),
    Line(
        "added",
        "access.grants[night-shift]",
        Text("存取權限 › night-shift", "Access › night-shift"),
        below=(
            Line(
                "added",
                "access.grants[night-shift].holder",
                Text("持有人", "Holder"),
                is_confidential=True,
            ),
            Line(
                "added",
                "access.grants[night-shift].purpose",
                Text("目的", "Purpose"),
                after=value("夜間值班"),
            ),
        ),
    ),
    Line("removed", "contract.governing_law", Text("契約 › 準據法", "Contract › Governing law"), value("中華民國法律")),
    Line(
        "changed",
        "contract.annual_cost.amount",
        Text("契約 › 年度費用 › 金額", "Contract › Annual cost › Amount"),
        value(1800000),
        value(2000000),
    ),
    Line(
        "changed",
        "access.grants[desk].holder",
        Text("存取權限 › desk › 持有人", "Access › desk › Holder"),
        is_confidential=True,
    ),
)

_ENTRIES = (
    EntryNote(
        FileNote(f"{_FOLDER}/journal/2026-11-20-risk-assessment.yaml", "added", sha256=_SHA256),
        Text("風險評估", "Risk assessment"),
        "2026-11-20",
        facts=(
            Line("added", "trigger", Text("評估時機", "Trigger"), after=value("change-of-service")),
            Line("added", "received_by", Text("接收者", "Received by"), is_confidential=True),
        ),
    ),
    EntryNote(
        FileNote(f"{_FOLDER}/journal/2026-01-05-audit.yaml", "changed", sha256=_SHA256),
        Text("稽核", "Audit"),
        "2026-01-05",
        lines=(Line("changed", "auditor", Text("稽核人員", "Auditor"), value("s-0114"), value("s-0115")),),
    ),
    EntryNote(
        FileNote(
            f"{_FOLDER}/journal/2026-02-02-briefing.yaml",
            RENAMED,
            f"{_FOLDER}/journal/2026-02-01-briefing.yaml",
            _SHA256,
        ),
        Text("告知", "Briefing"),
        "2026-02-02",
    ),
)

ENGAGEMENT = RecordNote(
    id="paper-kite/order-routing",
    title=Text("委託下單", "Order routing"),
    status="changed",
    lines=LINES,
    is_unread=False,
    is_same=False,
    entries=_ENTRIES,
    evidence=(
        FileNote(f"{_FOLDER}/evidence/assessment.pdf", "added", sha256=_SHA256),
        FileNote(f"{_FOLDER}/evidence/contract.pdf", "removed"),
    ),
    versions=(
        Version(f"sha256:{'a' * 64}", 2, is_assessed=True),
        Version(f"sha256:{'b' * 64}", 2, is_assessed=False),
    ),
    risks=(value("low", "低（low）", "low"), value("medium", "中（medium）", "medium")),
    assessments=(Assessment("journal/2026-11-20-risk-assessment", True, None),),
    called_for=(
        Requirement("assessment-names-its-scope", Text("評估載明範圍", "An assessment names its scope"), True),
        Requirement("scope-is-the-one-assessed", Text("範圍即所評者", "The scope is the one assessed"), False),
    ),
    missing=(
        missing("scope-is-the-one-assessed", "paper-kite/order-routing", "範圍與所評者不同", "not the one assessed"),
        missing("a-note", "paper-kite/order-routing", "提醒一下", "a hint", Severity.NOTE),
    ),
)

SUPPLIER = RecordNote(
    id="paper-kite",
    title=Text("紙鳶資訊", "Paper Kite"),
    status="added",
    lines=(
        Line(
            "added",
            "contacts",
            Text("聯絡人", "Contacts"),
            below=tuple(Line("added", "contacts[]", Text("", ""), after=value(f"{n}")) for n in range(3)),
        ),
    ),
    is_unread=False,
    is_same=False,
    entries=(),
    evidence=(),
    versions=None,
    risks=(None, None),
    assessments=(),
    called_for=(),
    missing=(),
)

UNREAD = SUPPLIER._replace(id="night-owl", status="changed", lines=(), is_unread=True)
SAME = SUPPLIER._replace(id="swallow", status="changed", lines=(), is_same=True)

WHOLE = Account(
    tool="1.0.0",
    as_of=date(2026, 11, 22),
    base="1" * 40,
    head="2" * 40,
    policy_digest=f"sha256:{'c' * 64}",
    records=(UNREAD, SUPPLIER, ENGAGEMENT, SAME),
    rules=(
        RuleNote(
            FileNote("policies/waivers/late-review.yaml", "removed"),
            "waiver",
            Text("豁免 x 至 2027-01-01 止", "waives x until 2027-01-01"),
            (),
            False,
        ),
        RuleNote(
            FileNote("policies/people.yaml", "changed", sha256=_SHA256),
            "people",
            Text("人員", "People"),
            (
                Line(
                    "changed",
                    "people[s-0101].name",
                    Text("人員 › s-0101 › 姓名", "People › s-0101 › Name"),
                    is_confidential=True,
                ),
            ),
            False,
        ),
        RuleNote(FileNote("policies/firm.yaml", "changed", sha256=_SHA256), "firm", Text("公司", "Firm"), (), False),
        RuleNote(
            FileNote("policies/systems.yaml", "changed", sha256=_SHA256), "systems", Text("系統", "Systems"), (), True
        ),
    ),
    others=(FileNote("README.md", "changed"),),
    elsewhere=(missing("concentration", "swallow/quotes", "逾門檻", "above the threshold", Severity.WARNING),),
)

NOTHING = WHOLE._replace(records=(), rules=(), others=(), elsewhere=())


def saying(text: str) -> Account:
    """The change with a text of somebody's choice in every place that a pull request decides on."""
    words = Text(text, text)
    line = LINES[4]._replace(at=text, called=words, before=Value(text, words), after=Value(text, words))
    block = line._replace(kind="added", before=None, after=None, below=(line,))
    file = FileNote(text, "added", text, text)
    entry = EntryNote(file, words, text, (line,), (line,))
    record = ENGAGEMENT._replace(
        id=text,
        title=words,
        lines=(line, block),
        entries=(entry, entry._replace(file=file._replace(status="changed"))),
        evidence=(file, file._replace(status="renamed"), file._replace(status="removed")),
        risks=(Value(text, words), Value(text, Text("", ""))),
        assessments=(Assessment(text, False, None),),
        called_for=(Requirement(text, words, False),),
        missing=(missing(text, text, text, text),),
    )
    rule = RuleNote(file, text, words, (line,), False)
    return WHOLE._replace(
        records=(record,), rules=(rule,), others=(file,), elsewhere=(missing(text, text, text, text),)
    )
