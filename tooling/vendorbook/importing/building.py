"""Drafts out of rows: which supplier a row is about, what the records are called, what is there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorbook.importing import naming
from vendorbook.importing.fields import Targets, Way
from vendorbook.importing.rows import Row
from vendorbook.importing.there import There, Values
from vendorbook.importing.told import Account, At, Draft, Origin, Told
from vendorbook.model import Plain, Text

_SUPPLIER = "supplier."


class Building:
    """Takes row after row; afterwards `suppliers` and `engagements` are the drafts."""

    def __init__(
        self, targets: Targets, there: There, defaults: Mapping[str, Plain], sheet: str, account: Account
    ) -> None:
        self._targets = targets
        self._there = there
        self._defaults = defaults
        self._sheet = sheet
        self._account = account
        self._by_name: dict[tuple[str, str], str] = {}
        self._rows: dict[str, int] = {}
        self.suppliers: dict[str, Draft] = {}
        self.engagements: dict[str, Draft] = {}
        for id, values in there.suppliers.items():
            self._remember(id, _flat_names(values) | {"supplier.id": id})

    def take(self, row: Row) -> None:
        told = len(self._account.unused)
        supplier = self._supplier(row)
        said = {name: value for name, value in row.said.items() if not name.startswith(_SUPPLIER)}
        if (known := self._already(supplier, said)) is not None:
            self._compare(row, self._there.engagements[known], said)
            if row.unused or len(self._account.unused) > told:
                self._tell(row, Text(f"{known} 已在登錄冊，不更動", f"{known} is in the register and stays as it is"))
            else:
                self._account.unchanged += 1
        elif not self._is_duplicate(supplier, said, row):
            self._begin(supplier, said, row)

    def _begin(self, supplier: str, said: dict[str, Plain], row: Row) -> None:
        status = said.pop("status", "draft")
        if status != "draft" and (origin := row.origins["status"]).at is not None:
            self._account.notes.append(Told(origin.at, origin.shown, _DRAFT))
        id = self._engagement_id(supplier, said, row)
        draft = Draft(f"{supplier}/{id}", "engagement", {"id": id, "status": "draft"}, [row.number])
        draft.unused = row.unused
        self._fill(draft, {name: value for name, value in said.items() if name != "id"}, row.origins)
        self.engagements[draft.id] = draft

    # -- suppliers -----------------------------------------------------------------------------------

    def _supplier(self, row: Row) -> str:
        said = {name: value for name, value in row.said.items() if name.startswith(_SUPPLIER)}
        id = self._known(said) or self._another(said, row)
        self._remember(id, said)
        self._merge(id, said, row)
        return id

    def _known(self, said: Mapping[str, Plain]) -> str | None:
        """By its id alone where the row states one."""
        keys = _names(said)
        sure = keys[:1] if "supplier.id" in said else keys
        return next((self._by_name[key] for key in sure if key in self._by_name), None)

    def _another(self, said: Mapping[str, Plain], row: Row) -> str:
        id = self._supplier_id(said, row)
        self.suppliers[id] = Draft(id, "supplier", {"id": id}, [])
        if (like := next((self._by_name[key] for key in _names(said) if key in self._by_name), None)) is not None:
            self._tell(row, Text(f"{id} 與 {like} 同名或同統一編號", f"{id} has the name or the number of {like}"))
        return id

    def _supplier_id(self, said: Mapping[str, Plain], row: Row) -> str:
        number = said.get("supplier.registration_number")
        made = naming.of_company(str(said.get("supplier.name.en", "")))
        wanted = naming.as_id(said.get("supplier.id")) or made or f"supplier-{number or row.number}"
        taken = {*self.suppliers, *self._there.suppliers}
        return self._freed(wanted, taken, row)

    def _merge(self, id: str, said: Mapping[str, Plain], row: Row) -> None:
        """What several rows say of a supplier: the first that says something counts; what says otherwise is told."""
        names = {name: value for name, value in said.items() if name != "supplier.id"}
        if id in self._there.suppliers:
            self._compare(row, self._there.suppliers[id], names)
            return
        draft = self.suppliers[id]
        draft.rows.append(row.number)
        new = {name: value for name, value in names.items() if name not in draft.origins}
        for name in names.keys() - new.keys():
            self._say_if_other(row, name, names[name], at_way(draft.values, self._targets[name].way))
        self._fill(draft, new, row.origins)

    def _remember(self, id: str, said: Mapping[str, Plain]) -> None:
        for key in _names(said):
            self._by_name.setdefault(key, id)

    # -- engagements ---------------------------------------------------------------------------------

    def _already(self, supplier: str, said: Mapping[str, Plain]) -> str | None:
        for id, values in self._there.engagements.items():
            if id.split("/")[0] != supplier:
                continue
            title = at_way(values, ("title", "zh-TW"))
            if id == f"{supplier}/{naming.as_id(said.get('id'))}":
                return id
            if "id" not in said and title == said.get("title.zh-TW", ""):
                return id
        return None

    def _is_duplicate(self, supplier: str, said: Mapping[str, Plain], row: Row) -> bool:
        key = f"{supplier} {sorted((name, repr(value)) for name, value in said.items())}"
        first = self._rows.setdefault(key, row.number)
        if first == row.number:
            return False
        self._tell(row, Text(f"與第 {first} 列相同，只採用一次", f"the same as row {first}: used once"))
        return True

    def _engagement_id(self, supplier: str, said: Mapping[str, Plain], row: Row) -> str:
        wanted = naming.as_id(said.get("id")) or naming.kebab(str(said.get("title.en", "")))
        number = naming.kebab(str(said.get("contract.number", "")))
        taken = {
            id.split("/")[1] for id in (*self.engagements, *self._there.engagements) if id.split("/")[0] == supplier
        }
        return self._freed(wanted or (f"contract-{number}" if number else f"engagement-{row.number}"), taken, row)

    # -- both ----------------------------------------------------------------------------------------

    def _fill(self, draft: Draft, said: Mapping[str, Plain], origins: Mapping[str, Origin]) -> None:
        for name, value in said.items():
            put(draft.values, self._targets[name].way, value)
            draft.origins[name] = origins[name]

    def with_defaults(self) -> None:
        """Fills in what the mapping says of all rows, where no cell says otherwise."""
        for draft in (*self.suppliers.values(), *self.engagements.values()):
            for name, value in self._defaults.items():
                is_its = (draft.kind == "supplier") == name.startswith(_SUPPLIER)
                if is_its and name not in draft.origins and at_way(draft.values, self._targets[name].way) is None:
                    put(draft.values, self._targets[name].way, value)
                    draft.origins[name] = Origin(None, str(value))

    def _freed(self, wanted: str, taken: set[str], row: Row) -> str:
        id = naming.free(wanted, taken)
        if id != wanted:
            self._tell(row, Text(f"代號 {wanted} 已使用，改為 {id}", f"the id {wanted} is taken: {id} instead"))
        return id

    def _compare(self, row: Row, values: Values, said: Mapping[str, Plain]) -> None:
        """The register's record stays as it is."""
        for name, value in said.items():
            if name not in ("id", "supplier.id"):
                self._say_if_other(row, name, value, at_way(values, self._targets[name].way))

    def _say_if_other(self, row: Row, name: str, value: Plain, other: Plain | None) -> None:
        if other == value or row.origins[name].at is None:
            return
        said = "無" if other is None else str(other)
        message = Text(f"紀錄所載不同：{said}", f"the record says otherwise: {'nothing' if other is None else other}")
        origin = row.origins[name]
        assert origin.at is not None  # noqa: S101
        self._account.unused.append(Told(origin.at, origin.shown, message))

    def _tell(self, row: Row, message: Text) -> None:
        self._account.notes.append(Told(At(self._sheet, row.number), "", message))


def put(values: Values, way: Way, value: Plain) -> None:
    """Sets a value, with the blocks and lists on its way."""
    block: Any = values
    for step, following in zip(way, (*way[1:], None), strict=True):
        empty: Any = [] if isinstance(following, int) else {}
        below = value if following is None else empty
        if isinstance(step, int):
            block += [{} for _ in range(step + 1 - len(block))]
            block[step] = block[step] if following is not None and block[step] else below
        elif following is None or not isinstance(block.get(step), dict | list):
            block[step] = below
        block = block[step]


def remove(values: Values, way: Way) -> None:
    """Takes a value away, with the blocks that it leaves empty."""
    above: Any = at_way(values, way[:-1]) if len(way) > 1 else values
    if isinstance(above, dict):
        above.pop(str(way[-1]), None)
    elif isinstance(above, list) and isinstance(way[-1], int) and way[-1] < len(above):
        above.pop(way[-1])
    if len(way) > 1 and above in ({}, []):
        remove(values, way[:-1])


def at_way(values: Plain, way: Way) -> Plain | None:
    found: Any = values
    for step in way:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found  # type: ignore[no-any-return]


def _names(said: Mapping[str, Plain]) -> list[tuple[str, str]]:
    """By what a supplier is known, the surest first."""
    fields = ("id", "registration_number", "name.zh-TW", "name.en")
    return [(each, naming.same(str(said[f"supplier.{each}"]))) for each in fields if f"supplier.{each}" in said]


def _flat_names(values: Values) -> dict[str, Plain]:
    ways: dict[str, Way] = {
        "registration_number": ("registration_number",),
        "name.zh-TW": ("name", "zh-TW"),
        "name.en": ("name", "en"),
    }
    found = {f"supplier.{name}": at_way(values, way) for name, way in ways.items()}
    return {name: value for name, value in found.items() if value is not None}


_DRAFT = Text("狀態不採用：匯入的紀錄一律為草稿", "the status is not taken over: what is imported is a draft")
