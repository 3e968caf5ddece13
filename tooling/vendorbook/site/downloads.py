"""Files that come with the pages and say the same: CSV, JSON API v1, a calendar, a feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any
from xml.sax.saxutils import escape

from vendorbook import __version__
from vendorbook.model import TAIPEI
from vendorbook.reports import due as due_report
from vendorbook.reports.formulas import guarded
from vendorbook.reports.inert import as_json, line
from vendorbook.site.download_list import has_calendar
from vendorbook.site.inert import clean
from vendorbook.site.pages import register as register_page
from vendorbook.site.pages.changed import Shown, shown
from vendorbook.site.rendering import Rendering
from vendorbook.site.standing import is_open

_MOST_IN_FEED = 100


def downloads(of: Rendering) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    yield "register.csv", _csv(_register(of))
    yield "standings.csv", _csv(_standings(of))
    yield "due.csv", _csv(_due(of))
    yield (
        "api/v1/engagements.json",
        _api("engagements", {"engagements": [_engagement(row, of) for row in register_page.rows(of)]}, of),
    )
    changes = [shown(change, of) for change in of.site.changes]
    yield "api/v1/changes.json", _api("changes", {"changes": [_change(each) for each in changes]}, of)
    yield (
        "api/v1/findings.json",
        _api("findings", {"findings": [_finding(each, of) for each in of.site.verdict.findings]}, of),
    )
    yield "api/v1/coverage.json", _api("coverage", {"obligations": [each._asdict() for each in of.site.coverage]}, of)
    yield "changes.atom", _atom(changes[:_MOST_IN_FEED], of)
    if has_calendar():
        items = [
            item._replace(finding=item.finding._replace(message=of.message_text(item.finding))) for item in of.site.due
        ]
        yield "due.ics", due_report.ics(items, of.site.day, of.lang)


def _csv(rows: Iterable[Iterable[object]]) -> str:
    """With a byte-order mark, for spreadsheets; what they would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    text = " ".join(clean(str("" if value is None else value)).split("\n"))
    return text if isinstance(value, int | float) else guarded(text)


def _register(of: Rendering) -> Iterator[list[object]]:
    keys = ("id", "supplier", "engagement", "group", "status", "systems", "core", "cloud", "abroad", "owner")
    yield [of.say(key) for key in (*keys, "contract_end", "standing", "open")]
    for row in register_page.rows(of):
        yield [
            row.id,
            of.names.record(row.supplier),
            of.names.record(row.id),
            of.names.group(row.group),
            row.status,
            "、".join(row.systems),
            of.say("yes" if row.core else "no"),
            row.cloud,
            row.abroad,
            row.owner,
            row.ends,
            of.say(f"state.{row.state}"),
            row.open,
        ]


def _standings(of: Rendering) -> Iterator[list[object]]:
    yield [of.say(key) for key in ("record", "obligation", "ref", "title", "state", "open")]
    for record in of.site.verdict.records:
        for id, known in of.site.book.obligations.items():
            each = of.site.standings.of(record, id)
            count = sum(map(is_open, each.findings))
            yield [record, id, known.ref, known.title.in_(of.lang), of.say(f"state.{each.state}"), count]


def _due(of: Rendering) -> Iterator[list[object]]:
    yield [of.say(key) for key in ("day", "left", "record", "policy", "obligation", "said", "waiver")]
    for item in of.site.due:
        found = item.finding
        obligations = " ".join(found.obligations)
        yield [item.due, item.days, found.record, found.policy, obligations, of.message(found), found.waiver]


def _api(name: str, data: Mapping[str, object], of: Rendering) -> str:
    site = of.site
    head = {"format": f"vendorbook/site-{name}/v1", "tool": __version__, "as_of": site.day.isoformat()}
    whole = {
        **head,
        "commit": site.origin.commit,
        "policy_digest": site.verdict.policy_digest,
        "audience": site.audience.name,
    }
    return as_json({**whole, **data})


def _engagement(row: register_page.Row, of: Rendering) -> dict[str, Any]:
    plain = row._asdict() | {"ends": row.ends.isoformat() if row.ends else None}
    return plain | {"title": of.names.record(row.id), "supplier_name": of.names.record(row.supplier)}


def _finding(found: Any, of: Rendering) -> dict[str, Any]:
    return {
        "policy": found.policy,
        "obligations": list(found.obligations),
        "severity": str(found.severity),
        "record": found.record,
        "path": found.location.path,
        "line": found.location.line,
        "message": of.message(found),
        "due": found.due.isoformat() if found.due else None,
        "waiver": found.waiver,
        "legacy": found.legacy.isoformat() if found.legacy else None,
        "fingerprint": found.fingerprint,
    }


def _change(each: Shown) -> dict[str, Any]:
    return {
        "commit": each.id,
        "day": each.day.isoformat(),
        "number": each.number,
        "title": each.title,
        "authors": list(each.authors),
        "reviewers": list(each.reviewers),
        "level": each.judged.level if each.judged else None,
        "records": [
            {
                "record": one.record,
                "status": one.status,
                "scope_changed": one.scope_changed,
                "fields": [line.called for line in one.lines or ()],
                "entries": [entry._asdict() for entry in one.entries],
                "evidence": one.evidence,
            }
            for one in each.details
        ],
        "rules": [path for path, _ in each.rules],
    }


def _atom(changes: list[Shown], of: Rendering) -> str:
    """Ids are made from commits alone: a reader knows again what it has seen, wherever the feed lies."""
    updated = datetime.combine(of.site.day, time(), TAIPEI).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = "".join(_entry(each) for each in changes)
    title = escape(clean(f"{of.names.firm} {of.say('nav.changes')}"))
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{of.lang}">\n'
        f"<title>{title}</title>\n<id>urn:vendorbook:changes:{of.lang}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{escape(clean(of.names.firm))}</name></author>\n{entries}</feed>\n"
    )


def _entry(each: Shown) -> str:
    day = f"{each.day.isoformat()}T00:00:00+08:00"
    number = f" (#{each.number})" if each.number else ""
    authors = "".join(f"<author><name>{escape(line(clean(name)))}</name></author>" for name in each.authors)
    records = ", ".join(each.records)
    return (
        f"<entry>\n<title>{escape(line(clean(each.title)))}{number}</title>\n<id>urn:git:{each.id}</id>\n"
        f'<updated>{day}</updated>\n{authors}\n<link href="changes.html#c-{each.id[:12]}"/>\n'
        f"<summary>{escape(line(clean(records)))}</summary>\n</entry>\n"
    )
