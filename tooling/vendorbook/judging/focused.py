"""Judging what somebody has just edited: one engagement at once, the rest only as far as the whole depends on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from vendorbook.judging.facts_text import facts_text, register_of
from vendorbook.judging.kept import Kept
from vendorbook.judging.rules import Rules
from vendorbook.judging.run import units_of, verdict
from vendorbook.judging.stages import Worker
from vendorbook.judging.unit_results import UnitResult, from_kept
from vendorbook.judging.units import Unit
from vendorbook.judging.verdict import Judgement, Verdict
from vendorbook.repository import Snapshot


def judge_focused(
    snapshot: Snapshot, rules: Rules, as_of: date, kept: Kept, suppliers: Sequence[str]
) -> Verdict | None:
    """The findings of some suppliers, from a snapshot that is focused on (folders of) them.

    Policies on the whole register see all of it: what other units add is what was kept of them while their
    records have not changed, and is read where they have. None when nothing was kept: then a whole run is due.
    Findings outside of the focus are not complete, and are for the caller to leave out.
    """
    known = from_kept(kept.load(f"units {type(snapshot).__name__} {rules.digest} {as_of}"))
    if not known:
        return None
    found = units_of(snapshot)
    worker = Worker(snapshot, rules.book, as_of, findings_only=True)
    texts: list[str] = []
    firsts: list[Judgement] = []
    for unit in found:
        if unit.supplier not in suppliers and _is_known(unit, known):
            texts.append(known[unit.supplier].facts)
            continue
        share = worker.first(unit)
        texts.append(facts_text(share))
        firsts += [share.judgement] if unit.supplier in suppliers else []
    register = register_of(texts)
    seconds = [worker.second(unit, register) for unit in found if unit.supplier in suppliers]
    return verdict(snapshot, rules, as_of, found, Judgement.together([*firsts, *seconds]), kept)


def _is_known(unit: Unit, known: Mapping[str, UnitResult]) -> bool:
    return unit.supplier in known and known[unit.supplier].told_by == unit.facts_digest
