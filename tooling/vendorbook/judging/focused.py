"""Judging what somebody has just edited: one engagement at once, the rest only as far as the whole depends on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from vendorbook.judging.elsewhere import Known, elsewhere
from vendorbook.judging.facts_data import facts_of, register_of
from vendorbook.judging.kept import Kept
from vendorbook.judging.known_sound import known_sound
from vendorbook.judging.rules import Rules
from vendorbook.judging.run import records_of, verdict
from vendorbook.judging.stages import Share, Worker
from vendorbook.judging.units import in_order, units
from vendorbook.judging.verdict import Judgement, Verdict
from vendorbook.judging.waiving import read_waivers
from vendorbook.register import Register
from vendorbook.repository import WorkTree

_MOST = 8
"""Other suppliers that are read because they have changed; where there are more, a whole run keeps what it finds."""


def judge_focused(tree: WorkTree, rules: Rules, as_of: date, kept: Kept, suppliers: Collection[str]) -> Verdict | None:
    """The findings of some suppliers, from a work tree that is focused on (folders of) them.

    Policies on the whole register see all of it: what other suppliers add is what was kept of them while their
    records have not changed, and is read where they have. Findings outside of the focus are not complete, and are for
    the caller to leave out. None where too little is known, or nothing is in the focus: then a whole run is due.
    """
    on_disk = WorkTree(tree.root)  # what was kept is of the disk, also for what is being edited over it
    name = rules.name_of(on_disk, as_of)
    last = kept.load(f"elsewhere {name}")
    others = elsewhere(str(tree.root), suppliers, last)
    if last is None or len(others.touched) > _MOST:
        return None
    snapshot = tree.also(f"vendors/{name}" for name in others.touched)
    found = units(snapshot.files())
    mine = [unit for unit in found if unit.supplier in suppliers]
    if not mine:
        return None
    sources = known_sound(kept, name, suppliers)
    worker = Worker(snapshot, rules.book, as_of, findings_only=True, sources=sources)
    shares = {unit.supplier: worker.first(unit) for unit in found}
    register = _whole(shares, others.known)
    judged = [shares[unit.supplier].judgement for unit in mine] + [worker.second(unit, register) for unit in mine]
    records = [*records_of(found), *(record for known in others.known.values() for record in known.records)]
    waivers = read_waivers(snapshot, rules, kept, only=suppliers)
    return verdict(snapshot, rules, as_of, records, Judgement.together(judged), waivers)


def _whole(shares: Mapping[str, Share], known: Mapping[str, Known]) -> Register:
    facts = {name: each.facts for name, each in known.items()}
    facts |= {name: facts_of(share) for name, share in shares.items()}
    return register_of(facts[name] for name in in_order(facts))
