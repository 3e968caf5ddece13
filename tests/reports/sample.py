"""A report with one finding of each kind, and the same with texts of one's choice."""

from __future__ import annotations

from datetime import date

from vendorbook.model import Finding, Location, Node, Obligation, Place, Policy, Severity, Source, Text, Words
from vendorbook.reports import Report

RECORD = "kite-systems/order-routing"
FILE = f"vendors/{RECORD}/engagement.yaml"
REVIEW = f"vendors/{RECORD}/journal/2026-01-05-access-review.yaml"
PEOPLE = "policies/people.yaml"

LINES = {
    FILE: {
        3: 'title: {zh-TW: 下單系統維運, en: "Order routing: operations"}',
        9: "      description: 監控下單主機，含夜間批次 # 每日",
        88: "  grants: # 現有權限",
        120: "    - {id: grant-1, purpose: 維運 下單主機, holder: x}",
    },
    REVIEW: {4: "date: 2026-01-05"},
}

OBLIGATIONS = {
    "A5.4": Obligation(
        "A5.4",
        "第五條第四項",
        "must",
        "deadline",
        False,
        Text("每半年檢視存取權限", "Access reviewed every half-year"),
        Text("有存取權限", "access is granted"),
        Text("近半年內有檢視", "reviewed within the half-year"),
    )
}

_NOWHERE = Node(Source("policies/x.yaml", {}, [0]), None, (), {})

WORDS = Words(
    title=Text("每半年至少檢視一次存取權限", "Access is reviewed at least every half-year"),
    message=Text("", ""),
    cases={},
    related={},
    why=Text(
        "久未檢視的權限，往往比需要活得更久。\n離職者也可能仍能登入。",
        "Access that nobody reviews outlives its need.\nPeople who left may still log in.",
    ),
    fix=Text("檢視並記入 journal", "review it and log it"),
)

POLICIES = {
    "access-reviewed-every-half-year": Policy(
        id="access-reviewed-every-half-year",
        path="policies/article-5/access-reviewed-every-half-year.yaml",
        said=lambda: WORDS,
        obligations=("A5.4",),
        severity=Severity.ERROR,
        subject="engagement",
        applies_to={},
        check="recurs",
        settings=lambda: None,
        can_be_waived=True,
        needs_register=None,
        source="rules",
        since=None,
        examples=_NOWHERE,
    )
}

ERROR = Finding(
    policy="access-reviewed-every-half-year",
    obligations=("A5.4",),
    severity=Severity.ERROR,
    record=RECORD,
    location=Location(FILE, 88, 3),
    pointer="/access/grants",
    message=Text("上次檢視為 2026-01-05，已逾 2026-07-05", "last reviewed 2026-01-05; was due 2026-07-05"),
    fix=Text("檢視並記入 journal", "review it and log it"),
    fingerprint="0a" * 16,
    related=(
        Place(Location(REVIEW, 4, 7), Text("上次檢視", "the last review")),
        Place(Location(PEOPLE, 12, 5), Text("應檢視的人", "who has to review")),
    ),
    due=date(2026, 7, 5),
)
WARNING = ERROR._replace(
    policy="title-says-what-it-is",
    obligations=(),
    severity=Severity.WARNING,
    location=Location(FILE, 3, 16),
    pointer="/title/zh-TW",
    message=Text("名稱未說明服務內容", "the title does not say what the service is"),
    fingerprint="0b" * 16,
    related=(),
    due=None,
)
NOTE = WARNING._replace(
    policy="home-standard-may-apply",
    severity=Severity.NOTE,
    location=Location(FILE, 9, 20),
    pointer="/scope/services/0/description",
    message=Text("得適用母公司較佳標準", "a better home standard may apply"),
    fix=Text("", ""),
    fingerprint="0c" * 16,
    legacy=date(2024, 1, 1),
)
WAIVED = ERROR._replace(
    location=Location(FILE, 120, 30),
    pointer="/access/grants/0/purpose",
    fingerprint="0d" * 16,
    related=(),
    waiver="order-routing-2026-review",
)
UNREADABLE = WARNING._replace(
    policy="record-is-readable",
    severity=Severity.ERROR,
    record="",
    location=Location(f"vendors/{RECORD}/名 稱#1%.yaml", 1, 1),
    pointer="",
    message=Text("檔案是空的", "the file is empty"),
    fingerprint="0e" * 16,
)

REPORT = Report(
    tool="1.0.0",
    as_of=date(2026, 11, 22),
    commit="0123456789abcdef0123456789abcdef01234567",
    policy_digest="sha256:" + "ab" * 32,
    records=31,
    policies=61,
    findings=(WARNING, NOTE, ERROR, WAIVED, UNREADABLE),
    policy=POLICIES.get,
    obligation=OBLIGATIONS.get,
    source_line=lambda path, line: LINES.get(path, {}).get(line),
)
CLEAN = REPORT._replace(findings=())


def saying(text: str) -> Report:
    """A report in which all that a record, a path or a name can put there is this text, as far as it may go."""
    hostile, name, id = Text(text, text), f"vendors/{text[:255]}", text[:64]
    place = Place(Location(name, 4, 3), hostile)
    finding = ERROR._replace(
        record=id,
        location=Location(name, 88, 3),
        pointer=f"/{id}",
        message=hostile,
        fix=hostile,
        related=(place,),
        waiver=None,
    )
    waived = finding._replace(waiver=id, severity=Severity.WARNING)
    return REPORT._replace(findings=(finding, waived), source_line=lambda _path, _line: f"  key: {text}")
