"""Drafts held to their schemas before anything is written: what a schema refuses is told at its cell and left out."""

from __future__ import annotations

from vendorbook.editing.desk import Desk
from vendorbook.editing.fields import Field
from vendorbook.importing.building import remove
from vendorbook.importing.fields import Targets, Way
from vendorbook.importing.told import Account, At, Draft, Told
from vendorbook.importing.writing import drafted_text
from vendorbook.model import CannotJudge, Node, Text, Unreadable
from vendorbook.schema_check.problem import Problem
from vendorbook.yaml_source import read

_ROUNDS = 50


class Soundness:
    """Makes drafts valid, or says why they cannot be."""

    def __init__(self, desk: Desk, targets: Targets, sheet: str, account: Account) -> None:
        self._desk = desk
        self._targets = targets
        self.sheet = sheet
        self._account = account

    def make(self, draft: Draft) -> bool:
        """Whether the draft can be written. What its schema refuses is taken out of it; nothing is put in."""
        for _ in range(_ROUNDS):
            problems = self._problems(draft)
            if not any(self._left_out(draft, each) for each in problems):
                break
        missing = list(self._desk.fields(draft.kind).required((), draft.values))
        if problems or missing:
            self._refuse(draft, missing, problems)
        return not problems and not missing

    def _problems(self, draft: Draft) -> list[Problem]:
        try:
            source = read(drafted_text(self._desk, draft).encode(), draft.path)
        except Unreadable as unreadable:
            raise CannotJudge(
                Text("寫出的內容無法讀取", "what would be written cannot be read"), places=unreadable.refusals
            ) from None
        return self._desk.book.schemas.problems(source, draft.kind)

    def _left_out(self, draft: Draft, problem: Problem) -> bool:
        """Whether the value that a schema refuses came from a cell or a default, and was taken out."""
        way = _way(problem.node)
        names = [name for name in draft.origins if _leads(self._targets[name].way, way)]
        if not names:
            return False
        name = max(names, key=lambda each: len(self._targets[each].way))
        origin = draft.origins.pop(name)
        remove(draft.values, self._targets[name].way)
        if origin.at is not None:
            draft.unused.append(origin.at.cell)
            self._account.unused.append(Told(origin.at, origin.shown, problem.message))
        elif way[: len(self._targets[name].way)] == self._targets[name].way:  # and not merely without its neighbours
            at = At(self.sheet, draft.rows[0] if draft.rows else 0, 0, f"defaults: {name}")
            self._account.unused.append(Told(at, origin.shown, problem.message))
        return True

    def _refuse(self, draft: Draft, missing: list[Field], problems: list[Problem]) -> None:
        self._account.not_written += 1
        listed = "、".join(dict.fromkeys(f"{each.title}（{each.name}）" for each in missing))
        named = ", ".join(dict.fromkeys(each.name for each in missing))
        if not missing:
            listed = named = "; ".join(f"{each.node.pointer} {each.message.en}" for each in problems)
        at = At(self.sheet, draft.rows[0] if draft.rows else 0)
        message = Text(f"草稿也須有的欄位還缺，未寫入：{listed}", f"a draft needs these, so it is not written: {named}")
        self._account.unused.append(Told(at, draft.id, message))


def _way(node: Node) -> Way:
    steps: list[str | int] = []
    at: Node | None = node
    while at is not None and at.above is not None:
        steps[:0] = at.steps
        at = at.above
    return tuple(steps)


def _leads(target: Way, way: Way) -> bool:
    """Whether the value at a way is that of a field, within it, or a block that a field of its own is missing from."""
    return way[: len(target)] == target or (len(way) > 1 and target[: len(way)] == way)
