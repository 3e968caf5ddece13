"""Access granted, and withdrawn: a grant is added at the end, and closed once."""

from __future__ import annotations

from vendorbook.editing.desk import Desk
from vendorbook.editing.given import merged
from vendorbook.editing.keeping import edit
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.parts import Parts
from vendorbook.editing.splicing import intended, value_at, with_field, with_item
from vendorbook.model import CannotJudge, Plain, Text

Values = dict[str, Plain]
_GRANTS = ("access", "grants")


def grant(desk: Desk, record: str, id: str, stated: Values) -> str:
    """Adds a grant to an engagement's record, and gives its path. Raises CannotJudge where its id is taken."""
    engagement = desk.engagement(record)
    until = engagement.root.plain("contract.ends_on")
    asked: Values = {"requested_by": desk.writer} if desk.writer else {}
    known: Values = {"id": id} | asked | {"requested_on": desk.today, "effective_on": desk.today}
    known |= {"expires_on": until} if isinstance(until, str) else {}
    values = _in_order(desk, merged(known, stated))

    def added(parts: Parts) -> tuple[Parts, Plain]:
        listed = value_at(parts.source.value, _GRANTS)
        before = listed if isinstance(listed, list) else []
        if any(isinstance(each, dict) and each.get("id") == id for each in before):
            raise CannotJudge(Text(f"權限 {id} 已存在", f"there is a grant {id} already"))
        after = with_item(parts, _GRANTS, values, _order(desk, parts))
        return after, intended(parts.source.value, _GRANTS, [*before, values])

    path = f"vendors/{record}/engagement.yaml"
    edit(desk, path, added)
    return path


def revoke(desk: Desk, record: str, id: str, day: str) -> str:
    """Fills `revoked_on` of a grant. Raises CannotJudge where there is no such grant, or it is closed already."""
    desk.engagement(record)

    def closed(parts: Parts) -> tuple[Parts, Plain]:
        listed = value_at(parts.source.value, _GRANTS)
        grants = listed if isinstance(listed, list) else []
        index = next((n for n, each in enumerate(grants) if isinstance(each, dict) and each.get("id") == id), None)
        if index is None:
            raise CannotJudge(Text(f"沒有權限 {id}", f"there is no grant {id}"))
        way = (*_GRANTS, index, "revoked_on")
        if (known := value_at(parts.source.value, way)) is not None:
            raise CannotJudge(
                Text(f"權限 {id} 已於 {known} 收回，只填一次", f"grant {id} was withdrawn on {known}; filled once")
            )
        after = with_field(parts, way, day, _order(desk, parts))
        return after, intended(parts.source.value, way, day)

    path = f"vendors/{record}/engagement.yaml"
    edit(desk, path, closed)
    return path


def _in_order(desk: Desk, values: Values) -> Values:
    names = desk.fields("engagement").names((*_GRANTS, 0))
    return {key: values[key] for key in sorted(values, key=names.index)}


def _order(desk: Desk, parts: Parts) -> KeyOrder:
    return KeyOrder(desk.book.schemas, "engagement", parts.source.value)
