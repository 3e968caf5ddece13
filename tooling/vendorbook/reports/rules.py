"""The rules in lists: every policy, and how far the obligations are covered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vendorbook.judging.coverage import Coverage
from vendorbook.model import Policy
from vendorbook.policies.rulebook import Rulebook
from vendorbook.reports.inert import as_json
from vendorbook.reports.width import padded, width


def listing(book: Rulebook, form: str, lang: str) -> str:
    """Every policy with its severity, its obligations and its title."""
    each_policy = list(book.policies.values())
    if form == "json":
        data = [_policy(each) for each in each_policy]
        return as_json({"format": "vendorbook/policies/v1", "policies": data})
    head = ("政策", "嚴重度", "義務", "名稱") if lang == "zh-TW" else ("policy", "severity", "obligations", "title")
    rows = [(each.id, str(each.severity), " ".join(each.obligations), each.title.in_(lang)) for each in each_policy]
    return _table(head, rows, form)


def _policy(each: Policy) -> dict[str, object]:
    return {
        "id": each.id,
        "severity": each.severity,
        "obligations": list(each.obligations),
        "title": each.title.both(),
        "check": each.check,
        "path": each.path,
    }


def coverage(covered: Sequence[Coverage], book: Rulebook, as_of: date, form: str, lang: str) -> str:
    """The matrix: obligation by policies and by how many records it applies to, holds in, fails in, is waived in, and
    is legacy in; where a home standard stands in for it, that standard's name instead of the policies."""
    if form == "json":
        data = [
            {"id": each.obligation, **{k: v for k, v in each._asdict().items() if k != "obligation"}}
            for each in covered
        ]
        return as_json({"format": "vendorbook/coverage/v1", "as_of": as_of.isoformat(), "obligations": data})
    zh = lang == "zh-TW"
    head = ("義務", "出處", "適用", "符合", "不符", "豁免", "既有", "政策") if zh else (
        "obligation", "place", "applies", "holds", "fails", "waived", "legacy", "policies"
    )  # fmt: skip
    rows = [
        (each.obligation, book.obligations[each.obligation].ref, str(each.applies), str(each.holds), str(each.fails),
         str(each.waived), str(each.legacy), each.home_standard or " ".join(each.policies) or "–")
        for each in covered
    ]  # fmt: skip
    with_policy = sum(bool(each.policies) for each in covered)
    total = (
        f"{with_policy} / {len(covered)} 項義務有政策"
        if zh
        else f"{with_policy} of {len(covered)} obligations have a policy"
    )
    return _table(head, rows, form) + f"\n{total}\n"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], form: str) -> str:
    if form == "markdown":
        lines = [head, tuple("---" for _ in head), *rows]
        return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines)
    widths = [max(width(row[column]) for row in [head, *rows]) for column in range(len(head))]
    return "".join(
        "  ".join(padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in [head, *rows]
    )
