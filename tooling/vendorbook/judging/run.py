"""Judging a whole register on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from vendorbook.judging.findings import built_in
from vendorbook.judging.progress import Told, silent
from vendorbook.judging.rules import Rules
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import Unit, units
from vendorbook.judging.verdict import Judgement, Verdict
from vendorbook.judging.waiving import Waivers, read_waivers, waive
from vendorbook.model import CannotJudge, Finding, Text
from vendorbook.repository import Snapshot
from vendorbook.repository.layout import record_of


def judge(snapshot: Snapshot, rules: Rules, as_of: date, told: Told = silent) -> Verdict:
    """Judges every record of a snapshot. Raises CannotJudge when there is nothing to judge or to judge by."""
    from vendorbook.judging.side_by_side import team  # of no use to a glance at one engagement

    found = units_of(snapshot)
    with team(Worker(snapshot, rules.book, as_of), found, told) as judges:
        shares = judges.first()
        seconds = judges.second(whole(shares))
    parts = [share.judgement for share in shares] + [judgement for _, judgement in seconds]
    waivers = read_waivers(snapshot, rules)
    return verdict(snapshot, rules, as_of, records_of(found), Judgement.together(parts), waivers)


def units_of(snapshot: Snapshot) -> list[Unit]:
    """The units of a snapshot. Raises CannotJudge when there are none: nothing judged is never fine."""
    found = units(snapshot.files())
    if not found:
        refused = snapshot.refused()  # as where vendors/ itself is a link
        raise CannotJudge(Text("vendors/ 內沒有任何紀錄", "there are no records in vendors/"), places=refused)
    return found


def records_of(found: Iterable[Unit]) -> tuple[str, ...]:
    """The ids of all records, in the order of the units."""
    return tuple(record for unit in found for record in unit.records)


def verdict(
    snapshot: Snapshot,
    rules: Rules,
    as_of: date,
    records: Sequence[str],
    judged: Judgement,
    waivers: Waivers,
) -> Verdict:
    """What the units came to, with waivers applied and refused files told."""
    waived = waive(judged, waivers, rules, as_of, records)
    findings = [*waived.findings, *_refused(snapshot, rules)]
    upcoming = [*judged.upcoming, *waived.upcoming]
    return Verdict(
        as_of=as_of,
        policy_digest=rules.digest,
        records=tuple(records),
        findings=tuple(sorted(findings, key=lambda each: each.order)),
        upcoming=tuple(sorted(upcoming, key=lambda each: (each.due or as_of, each.order))),
        applied=judged.applied,
        unjudged=judged.unjudged,
        tracebacks=judged.tracebacks,
    )


def _refused(snapshot: Snapshot, rules: Rules) -> list[Finding]:
    refused = snapshot.refused()
    return [built_in("record-is-readable", record_of(each.location.path), each, rules.book) for each in refused]
