"""Judging with a cache: only units that changed are read, unless what they add to the whole has changed too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from vendorbook.judging import elsewhere, known_sound
from vendorbook.judging.facts_data import digest_of, facts_of, register_of
from vendorbook.judging.kept import Kept
from vendorbook.judging.progress import Told
from vendorbook.judging.side_by_side import team
from vendorbook.judging.stages import Share, Worker
from vendorbook.judging.unit_results import UnitResult, from_kept, to_keep
from vendorbook.judging.units import Unit
from vendorbook.judging.verdict import Judgement
from vendorbook.model.finding_data import from_data, to_data


def findings_of(units: Sequence[Unit], worker: Callable[[], Worker], kept: Kept, name: str, told: Told) -> Judgement:
    """The findings of all units and the records that could not be judged; nothing on what applied or falls due."""
    known = from_kept(kept.load(name))
    current = {unit.supplier: known[unit.supplier] for unit in units if _is_current(unit, known)}
    stale = [unit for unit in units if unit.supplier not in current]
    fresh, tracebacks = _judged(stale, current, units, worker, told) if stale else ({}, ())
    results = current | fresh
    whole = _whole(results, units)
    others = [unit for unit in units if results[unit.supplier].whole != whole]
    if others:
        again, more = _judged_again(others, results, units, worker)
        results, tracebacks = results | again, tracebacks + more
    if (fresh or others or len(known) != len(units)) and not tracebacks:
        _keep(results, units, kept, name)
    return _judgement([results[unit.supplier] for unit in units], tracebacks)


def _keep(results: Mapping[str, UnitResult], units: Sequence[Unit], kept: Kept, name: str) -> None:
    """The results, and what other suppliers are known by when one is judged alone."""
    kept.save(name, to_keep(results))
    elsewhere_name = f"elsewhere {name}"
    if known_by := elsewhere.to_keep(kept.root, units, results, kept.load(elsewhere_name)):
        kept.save(elsewhere_name, known_by)
        known_sound.keep(kept, name, units, known_by)


def _is_current(unit: Unit, known: Mapping[str, UnitResult]) -> bool:
    return unit.supplier in known and known[unit.supplier].unit == unit.digest


def _whole(kept: Mapping[str, UnitResult], units: Sequence[Unit]) -> str:
    return digest_of(kept[unit.supplier].facts for unit in units)


def _judged(
    stale: Sequence[Unit],
    current: Mapping[str, UnitResult],
    units: Sequence[Unit],
    worker: Callable[[], Worker],
    told: Told,
) -> tuple[dict[str, UnitResult], tuple[str, ...]]:
    """Both stages for the units that are not current."""
    with team(worker(), stale, told) as judges:
        shares = {share.supplier: share for share in judges.first()}
        known = {name: kept.facts for name, kept in current.items()}
        known |= {name: facts_of(share) for name, share in shares.items()}
        facts = [known[unit.supplier] for unit in units]
        seconds = dict(judges.second(register_of(facts)))
    whole = digest_of(facts)
    kept = {unit.supplier: _kept(unit, shares[unit.supplier], seconds[unit.supplier], whole) for unit in stale}
    return kept, _tracebacks([*(share.judgement for share in shares.values()), *seconds.values()])


def _judged_again(
    others: Sequence[Unit], kept: Mapping[str, UnitResult], units: Sequence[Unit], worker: Callable[[], Worker]
) -> tuple[dict[str, UnitResult], tuple[str, ...]]:
    """The second stage for units that have not changed while the whole has."""
    facts = [kept[unit.supplier].facts for unit in units]
    with team(worker(), others) as judges:
        seconds = dict(judges.second(register_of(facts)))
    whole = digest_of(facts)
    again = {
        name: UnitResult(old.unit, old.facts, old.unjudged, old.first, _data(seconds[name]), whole)
        for name, old in kept.items()
        if name in seconds
    }
    return again, _tracebacks(seconds.values())


def _kept(unit: Unit, share: Share, second: Judgement, whole: str) -> UnitResult:
    first = share.judgement
    return UnitResult(unit.digest, facts_of(share), list(first.unjudged), _data(first), _data(second), whole)


def _data(judgement: Judgement) -> list[dict[str, object]]:
    return [to_data(finding) for finding in judgement.findings]


def _tracebacks(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(text for judgement in judgements for text in judgement.tracebacks)


def _judgement(kept: Sequence[UnitResult], tracebacks: tuple[str, ...]) -> Judgement:
    findings = tuple(from_data(data) for each in kept for data in (*each.first, *each.second))
    unjudged = tuple(record for each in kept for record in each.unjudged)
    return Judgement(findings, (), {}, unjudged, tracebacks)
