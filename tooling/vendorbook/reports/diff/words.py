"""The words in which a change is told, in both languages."""

from __future__ import annotations

from collections import Counter

from vendorbook.model import Finding, Node, Text
from vendorbook.reports.diff.account import Account, Assessment, FileNote, Line, RecordNote, Value, Version
from vendorbook.reports.diff.values import NOT_SHOWN, listed
from vendorbook.reports.words import SEVERITY

NOTHING = Text("沒有任何變更", "nothing changes")
NEW_SCOPE = Text(
    "服務範圍有變更：須重新評估風險（第六條）", "the scope changes: it needs a new risk assessment (Article 6)"
)
CALLED_FOR = Text("範圍變更之要求", "what the changed scope calls for")
MISSING = Text("尚缺", "still missing")
NOTHING_MISSING = Text("沒有尚缺事項", "nothing is missing")
ELSEWHERE = Text("其他紀錄", "other records")
TAMPERED = Text("已登錄之日誌與佐證", "entries and evidence that were there")
JOURNAL = Text("日誌", "journal")
EVIDENCE = Text("佐證", "evidence")
RULES = Text("規則", "rules")
OTHERS = Text("登錄冊以外之檔案", "files outside the register")
BOTH_HALVES = Text(
    "同時變更紀錄與規則：應分為兩個變更", "records and rules change together: these should be two changes"
)
UNREAD = Text("無法讀取，未能逐項比較", "cannot be read: not compared field by field")
LAYOUT = Text("內容未變，僅註解、排版或順序不同", "says the same: only comments, layout or order differ")
IN_SCOPE = Text("範圍", "scope")
COLON = Text("：", ": ")
ORDER = Text("順序變更", "order changed")
NO_DIGEST = Text("無法計算", "cannot be told")

_STATUS = {
    "added": Text("新增", "added"),
    "changed": Text("變更", "changed"),
    "removed": Text("刪除", "removed"),
    "renamed": Text("改名", "renamed"),
}
_NONE = Text("未載明", "not stated")


def heading(of: Account) -> Text:
    """What is told, and how much there is of it."""
    engagements = sum("/" in each.id for each in of.records)
    suppliers = len(of.records) - engagements
    parts = [
        _counted(engagements, "件委外案", "engagement"),
        _counted(suppliers, "家供應商", "supplier"),
        _counted(len(of.rules), "個規則檔", "rule file"),
        _counted(len(of.others), "個其他檔案", "other file"),
    ]
    said = listed([part for part in parts if part], "、", ", ") if not of.is_nothing else NOTHING
    return Text(f"變更：{said.zh_tw}", f"change: {said.en}")


def judged(of: Account) -> Text:
    """Between which commits, as of when."""
    span, day = f"{of.base[:12]}..{of.head[:12]}", of.as_of.isoformat()
    return Text(
        f"{span}，以 {day} 為準，依 {of.base[:12]} 之規則", f"{span}, as of {day}, by the rules of {of.base[:12]}"
    )


def missing(of: Account) -> Text:
    """How much the change brings that the rules do not allow."""
    counts = Counter("waived" if each.waiver is not None else str(each.severity) for each in of.missing)
    if not counts:
        return NOTHING_MISSING
    parts = [
        Text(
            f"{SEVERITY[weight].zh_tw} {counts[weight]}",
            f"{counts[weight]} {SEVERITY[weight].en}{_plural(weight, counts[weight])}",
        )
        for weight in SEVERITY
        if counts[weight]
    ]
    said = listed(parts, "、", ", ")
    return Text(f"{MISSING.zh_tw}：{said.zh_tw}", f"{MISSING.en}: {said.en}")


def _plural(weight: str, count: int) -> str:
    return "" if weight == "waived" or count == 1 else "s"


def status(of: RecordNote) -> Text:
    return _STATUS[of.status]


def file(note: FileNote) -> Text:
    """What became of a file, with its digest where it is still there."""
    said = _STATUS[note.status]
    was = f" {note.was} →" if note.was else ""
    digest = f" sha256:{note.sha256}" if note.sha256 else ""
    return Text(f"{said.zh_tw}{was} {note.path}{digest}", f"{said.en}{was} {note.path}{digest}")


def tampered(note: FileNote) -> Text:
    """What must not happen to a file that only ever grows in number, said plainly."""
    was = note.was or note.path
    if note.status == "removed":
        return Text(f"{was} 被刪除", f"{was} is removed")
    if note.status == "renamed":
        return Text(f"{was} 被改名為 {note.path}", f"{was} is renamed to {note.path}")
    return Text(f"{was} 內容被修改", f"{was} is edited")


def versions(before: Version, after: Version) -> Text:
    """The digests, and the numbers of the scopes."""
    digests = [each.digest or NO_DIGEST for each in (before, after)]
    zh = " → ".join(each.in_("zh-TW") if isinstance(each, Text) else each for each in digests)
    en = " → ".join(each.in_("en") if isinstance(each, Text) else each for each in digests)
    numbers = [_version(each) for each in (before, after)]
    return Text(
        f"摘要值 {zh}；{numbers[0].zh_tw} → {numbers[1].zh_tw}", f"digest {en}; {numbers[0].en} → {numbers[1].en}"
    )


def _version(of: Version) -> Text:
    if of.number is None:
        return Text("版次無法判斷", "version unknown")
    if of.is_assessed:
        return Text(f"第 {of.number} 版", f"version {of.number}")
    return Text(f"未經核准（已核准至第 {of.number} 版）", f"not approved (approved up to version {of.number})")


def risks(before: Value | None, after: Value | None) -> Text:
    were, are = (each.said if each else _NONE for each in (before, after))
    if were == are:
        return Text(f"剩餘風險：{are.zh_tw}（未變）", f"residual risk: {are.en} (unchanged)")
    return Text(f"剩餘風險：{were.zh_tw} → {are.zh_tw}", f"residual risk: {were.en} → {are.en}")


def finding(found: Finding) -> Text:
    """One thing that the change brings, with its weight and its policy."""
    weighs = SEVERITY["waived" if found.waiver is not None else str(found.severity)]
    about = f" ({', '.join(found.obligations)})" if found.obligations else ""
    return Text(
        f"{weighs.zh_tw}[{found.policy}] {found.message.zh_tw}{about}",
        f"{weighs.en}[{found.policy}] {found.message.en}{about}",
    )


def unseen(kind: str) -> Text:
    """What became of a value that must not be quoted."""
    return Text(f"{_STATUS[kind].zh_tw}{NOT_SHOWN.zh_tw}", f"{_STATUS[kind].en} {NOT_SHOWN.en}")


def assessment(of: Assessment | None) -> Text:
    """A new risk assessment, or that there is none."""
    if of is None:
        return Text("此變更沒有新增風險評估", "the change adds no risk assessment")
    scope = Text("所評為新的範圍", "of the new scope")
    if not of.is_of_this_scope:
        scope = Text("所評不是新的範圍", "not of the new scope")
    day = of.approved_on
    state = Text(f"{day} 核准", f"approved on {day}") if day else Text("尚未核准", "not approved yet")
    return Text(f"{of.entry}：{scope.zh_tw}，{state.zh_tw}", f"{of.entry}: {scope.en}, {state.en}")


def waiver(root: Node) -> Text:
    """What a waiver covers, and until when."""
    policy, record, until = (root.text(key) for key in ("policy", "record", "expires_on"))
    place = " ".join(filter(None, (root.text("file"), root.text("pointer"))))
    return Text(
        f"豁免 {record} {place} 之 {policy}，至 {until} 止", f"waives {policy} of {record} {place} until {until}"
    )


def fact(line: Line) -> Text:
    value = line.after.said if line.after else NOT_SHOWN
    return Text(f"{line.called.zh_tw}：{value.zh_tw}", f"{line.called.en}: {value.en}")


def fields(count: int) -> Text:
    return _counted(count, "個欄位", "field") or Text("", "")


def more(count: int) -> Text:
    return Text(
        f"另有 {count} 行未列出；完整內容見 vendorbook diff --format json",
        f"{count} more lines are not listed: vendorbook diff --format json has them all",
    )


def _counted(count: int, zh_tw: str, en: str) -> Text | None:
    return Text(f"{count} {zh_tw}", f"{count} {en}{'s' if count != 1 else ''}") if count else None
