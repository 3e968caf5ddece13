"""Judging a whole register on a day."""

from __future__ import annotations

from datetime import date

from vendorbook.judging.findings import built_in
from vendorbook.judging.rules import Rules
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import Unit, units
from vendorbook.judging.verdict import Judgement, Verdict
from vendorbook.judging.waiving import read_waivers, waive
from vendorbook.model import CannotJudge, Finding, Place, Text
from vendorbook.repository import Snapshot


def judge(snapshot: Snapshot, rules: Rules, as_of: date) -> Verdict:
    """Judges every record of a snapshot. Raises CannotJudge when there is nothing to judge, or nothing to judge by."""
    found = units(snapshot.files())
    if not found:
        raise CannotJudge(Text("vendors/ 內沒有任何紀錄", "there are no records in vendors/"))
    book = rules.book
    worker = Worker(snapshot, book, as_of)
    shares = [worker.first(unit) for unit in found]
    register = whole(shares)
    judgements = [share.judgement for share in shares] + [worker.second(unit, register) for unit in found]
    return _verdict(snapshot, rules, as_of, found, Judgement.together(judgements))


def _refused(place: Place, rules: Rules) -> Finding:
    parts = place.location.path.split("/")
    record = "/".join(parts[1:3]) if parts[0] == "vendors" and len(parts) > 3 else "/".join(parts[1:2])
    return built_in("record-is-readable", record, place, rules.book)


def _verdict(snapshot: Snapshot, rules: Rules, as_of: date, found: list[Unit], judged: Judgement) -> Verdict:
    records = tuple(record for unit in found for record in (unit.supplier, *unit.engagements))
    waivers, about = read_waivers(snapshot, rules.book)
    refused = [_refused(place, rules) for place in snapshot.refused()]
    findings = waive(judged.findings, waivers, rules.book, as_of, records)
    return Verdict(
        as_of=as_of,
        commit=snapshot.commit,
        policy_digest=rules.digest,
        records=records,
        findings=tuple(sorted([*findings, *about, *refused], key=lambda each: each.order)),
        upcoming=tuple(sorted(judged.upcoming, key=lambda each: (each.due or as_of, each.order))),
        applied=judged.applied,
        unjudged=judged.unjudged,
        tracebacks=judged.tracebacks,
    )
