"""What other suppliers add to the whole, known from the last run for as long as their folders look as they did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from vendorbook.judging.facts_data import Facts
from vendorbook.judging.units import Unit
from vendorbook.repository.seen import Seen, look_of, names_in, names_on_disk, still_looks_so

if TYPE_CHECKING:
    from vendorbook.judging.unit_results import UnitResult


class Known(NamedTuple):
    """A supplier all of whose records could be judged: their ids, what tells of them, and what they add."""

    records: list[str]
    seen: Seen
    facts: Facts


class Elsewhere(NamedTuple):
    """The other suppliers: what those that nobody has touched add, and the names of those that must be read."""

    known: Mapping[str, Known]
    touched: Sequence[str]


def elsewhere(root: str, suppliers: Collection[str], data: object) -> Elsewhere:
    """What is to be known of all suppliers but some, from what `to_keep` gave in the last run."""
    kept = _from_kept(data)
    names = [name[:-1] for name in names_on_disk(f"{root}/vendors") if name.endswith("/")]
    others = [name for name in names if name not in suppliers]
    known = {name: kept[name] for name in others if name in kept and still_looks_so(root, kept[name].seen)}
    return Elsewhere(known, [name for name in others if name not in known])


def to_keep(root: str, units: Sequence[Unit], results: Mapping[str, UnitResult], data: object) -> dict[str, Known]:
    """What to know a supplier by, given what was kept before.

    Nothing of those that could not be judged, or whose next change may not show.
    """
    before = _from_kept(data)
    seen = {unit.supplier: _still_seen(root, before.get(unit.supplier)) or _seen(root, unit) for unit in units}
    return {
        unit.supplier: Known(unit.records, looks, results[unit.supplier].facts)
        for unit in units
        if (looks := seen[unit.supplier]) and not results[unit.supplier].unjudged
    }


def _still_seen(root: str, before: Known | None) -> Seen | None:
    return before.seen if before and still_looks_so(root, before.seen) else None


def _seen(root: str, unit: Unit) -> Seen | None:
    """What tells of the records: which there are, and their content with that of the supplier's own journal."""
    folder = f"vendors/{unit.supplier}"
    if not unit.files.get(f"{folder}/supplier.yaml", "").startswith("stat:"):  # as none of git's does
        return None
    files = {path: id for path, id in unit.files.items() if unit.tells_of_records(path)}
    if not all(id.startswith("stat:") for id in files.values()):
        return None
    names = {each: names_in(each, unit.files) for each in (folder, f"{folder}/journal")}
    folders = {each: look_of(root, each, held) for each, held in names.items() if held}
    return files | {each: look for each, look in folders.items() if look} if all(folders.values()) else None


def _from_kept(data: Any) -> dict[str, Known]:
    try:
        return {name: Known(records, dict(seen), facts) for name, (records, seen, facts) in data.items()}
    except (AttributeError, TypeError, ValueError):
        return {}
