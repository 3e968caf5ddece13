"""Judging again: what has not changed since the last time is not judged twice."""

from __future__ import annotations

from datetime import date
from typing import Any

from vendorbook.judging.kept import Kept
from vendorbook.judging.progress import Told, silent
from vendorbook.judging.rules import Rules
from vendorbook.judging.verdict import Verdict
from vendorbook.model.finding_data import from_data, to_data
from vendorbook.repository import Snapshot


def judge_again(snapshot: Snapshot, rules: Rules, as_of: date, kept: Kept, told: Told = silent) -> Verdict:
    """As `judge`, reading only what changed since; tells neither what applied nor what falls due later."""
    name = f"verdict {type(snapshot).__name__} {as_of}"
    key = _key(snapshot, rules)
    known = _known(kept.load(name), key, rules, as_of)
    return known or _judged(snapshot, rules, as_of, kept, name, key, told)


def _judged(snapshot: Snapshot, rules: Rules, as_of: date, kept: Kept, name: str, key: str, told: Told) -> Verdict:
    from vendorbook.judging.remembering import findings_of
    from vendorbook.judging.run import records_of, units_of, verdict
    from vendorbook.judging.stages import Worker
    from vendorbook.judging.waiving import read_waivers

    found = units_of(snapshot)
    units_name = rules.name_of(snapshot, as_of)
    judged = findings_of(found, lambda: Worker(snapshot, rules.book, as_of, findings_only=True), kept, units_name, told)
    waivers = read_waivers(snapshot, rules, kept)
    result = verdict(snapshot, rules, as_of, records_of(found), judged, waivers)._replace(upcoming=())
    if not result.tracebacks and not snapshot.refused():
        findings = [to_data(finding) for finding in result.findings]
        kept.save(name, [key, result.records, findings, result.unjudged])
    return result


def _key(snapshot: Snapshot, rules: Rules) -> str:
    """Everything that the verdict on a day depends on: the rules, and every file's content."""
    return f"{rules.digest} {snapshot.fingerprint()}"


def _known(data: Any, key: str, rules: Rules, as_of: date) -> Verdict | None:
    """The verdict that was kept, when it is as expected and for the same content."""
    try:
        kept_key, records, findings, unjudged = data
        if kept_key != key:
            return None
        found = tuple(from_data(finding) for finding in findings)
    except (TypeError, ValueError, KeyError):
        return None
    return Verdict(as_of, rules.digest, tuple(records), found, (), {}, tuple(unjudged), ())
