"""The end of an engagement: its status, and the block that says how it ends."""

from __future__ import annotations

from vendorbook.editing.desk import Desk
from vendorbook.editing.given import merged
from vendorbook.editing.keeping import edit
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.parts import Parts, Way
from vendorbook.editing.splicing import intended, value_at, with_field
from vendorbook.model import CannotJudge, Plain, Text

Values = dict[str, Plain]
_ORDER = ("draft", "selecting", "active", "ending", "ended")


def end(desk: Desk, record: str, status: str, stated: Values) -> str:
    """Sets the status and fills `exit` with what it has not; gives the path.

    Raises CannotJudge where the status would go back, or a field is stated that says something else already.
    """
    now = desk.engagement(record).status
    if _ORDER.index(now) > _ORDER.index(status):
        raise CannotJudge(Text(f"狀態 {now} 不能退回 {status}", f"the status cannot go back from {now} to {status}"))
    known: Values = {"decided_on": desk.today}

    def ended(parts: Parts) -> tuple[Parts, Plain]:
        exit_ = value_at(parts.source.value, ("exit",))
        before = exit_ if isinstance(exit_, dict) else {}
        wanted = merged({key: each for key, each in known.items() if key not in before}, stated)
        _fill_once(before, wanted)
        return _with_all(desk, parts, status, before, wanted)

    path = f"vendors/{record}/engagement.yaml"
    edit(desk, path, ended)
    return path


def _fill_once(before: Values, wanted: Values) -> None:
    for key, value in wanted.items():
        if key in before and before[key] != value:
            raise CannotJudge(Text(f"exit.{key} 已填寫為 {before[key]}", f"exit.{key} says {before[key]} already"))


def _with_all(desk: Desk, parts: Parts, status: str, before: Values, wanted: Values) -> tuple[Parts, Plain]:
    order = KeyOrder(desk.book.schemas, "engagement", parts.source.value)
    fields: list[tuple[Way, Plain]] = [(("status",), status)]
    new = {key: wanted[key] for key in order.of(("exit",), wanted) if key not in before}
    fields += [(("exit", key), each) for key, each in new.items()] if before else [(("exit",), new)] if new else []
    data = parts.source.value
    for way, value in fields:
        parts = with_field(parts, way, value, order)
        data = intended(data, way, value)
    return parts, data
