"""What is wrong with the form in which a step came, and with what the evidence says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from vendorbook.model import Text
from vendorbook.trail.judged import CLEAN, EVIDENCE, IN_ORDER, MERGE_FORM, Wrong
from vendorbook.trail.ledger import Entry
from vendorbook.trail.steps import Form, Step

_FORMS = {
    Form.ROOT: Text("歷史中另有起點", "this is another root of the history"),
    Form.DIRECT: Text("直接推送，未經合併請求", "this was pushed directly, by no pull request"),
    Form.SQUASH: Text(
        "以 squash 或 rebase 併入（#{number}），審查過的提交未留在歷史中",
        "#{number} was squashed or rebased in: the commits that were reviewed are not in the history",
    ),
    Form.FORGED: Text(
        "訊息自稱為合併，卻只有一個上代提交：直接推送",
        "its message calls it a merge, but it has one parent only: it was pushed directly",
    ),
    Form.OCTOPUS: Text(
        "一次合併數個分支（octopus），版本庫平台不會如此合併", "it merges several branches at once, as no forge does"
    ),
    Form.UNNUMBERED: Text(
        "合併提交沒有合併請求之編號：不是由版本庫平台合併",
        "this merge has no number of a pull request: it was not merged by the forge",
    ),
}
_MOST = 5

Digest = Callable[[str, str], str]
"""Gives the digest of a folder, by its path and its tree id, as the evidence states it."""


def faults_of_form(step: Step, unclean: tuple[str, ...], day_before: date | None) -> Iterator[Wrong]:
    """By the commit itself; `unclean` are the files in which a merge is not what merging its parents gives."""
    if step.form in _FORMS:
        yield Wrong(MERGE_FORM, _FORMS[step.form].filled({"number": step.number}))
    if unclean:
        yield Wrong(CLEAN, _unclean(unclean), unclean[0] if unclean != ("?",) else "")
    if day_before is not None and step.day < day_before:
        yield Wrong(IN_ORDER, _out_of_order(step.day, day_before))


def faults_of_entry(step: Step, entry: Entry) -> Iterator[Wrong]:
    """Where the evidence says something else of a step than the commit does."""
    said = {
        "merge.base": (entry.merge.base, step.base),
        "merge.head": (entry.merge.head, step.head),
        "change.number": (entry.change.number or step.number, step.number),
        "change.kind": (entry.change.kind, _KINDS.get(step.form, entry.change.kind)),
        "change.head": (entry.change.head if step.head else None, step.head),
    }
    for field, (by_entry, by_commit) in said.items():
        if by_entry != by_commit:
            yield Wrong(EVIDENCE, _contradicts(entry, field, by_entry, by_commit))


_KINDS = {Form.MERGE: "merge"}
"""What the evidence has to call it; of other forms the evidence knows better than the commit."""


def faults_of_content(entry: Entry, trees: Mapping[str, str | None], digest: Digest) -> Iterator[Wrong]:
    """Where the evidence tells of other content than was merged; `trees` are the tree ids of the entry's folders."""
    for folder, stated in entry.content.items():
        tree = trees.get(folder)
        by_entry, by_commit = (stated and stated.tree), tree
        if stated and tree and by_entry == by_commit:
            by_entry, by_commit = stated.sha256, digest(folder, tree)
        if by_entry != by_commit:
            yield Wrong(EVIDENCE, _contradicts(entry, folder, by_entry, by_commit))


def _contradicts(entry: Entry, field: str, by_entry: object, by_commit: object) -> Text:
    return Text(
        f"證據第 {entry.number} 筆之 {field} 為 {by_entry}，提交所載為 {by_commit}",
        f"entry {entry.number} of the evidence says {by_entry} as {field}, the commit {by_commit}",
    )


def _unclean(paths: tuple[str, ...]) -> Text:
    if paths == ("?",):
        return Text("合併之二方沒有共同之歷史", "the two that were merged have no history in common")
    more = f" … ({len(paths)})" if len(paths) > _MOST else ""
    shown = ", ".join(_printable(path) for path in paths[:_MOST]) + more
    return Text(
        f"合併之內容與其上代提交合併之結果不同：{shown}", f"it is not what merging its parents gives, in: {shown}"
    )


def _printable(path: str) -> str:
    return path if path.isprintable() else path.encode("unicode_escape", "surrogateescape").decode("ascii", "replace")


def _out_of_order(day: date, before: date) -> Text:
    return Text(f"日期 {day} 早於前一次合併之 {before}", f"it is dated {day}, before {before}, the merge before it")
