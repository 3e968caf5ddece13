"""What has changed: by day, field by field; changes of scope in a table; a page a year where there is much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from vendorbook.site import charts
from vendorbook.site.history import Change, RecordChange
from vendorbook.site.pages.changed import Shown, shown
from vendorbook.site.rendering import Page, Rendering

_NEWEST = 150
"""Changes on the first page; where there are more, each year has a page too."""

_MOST_RECORDS = 40
"""Records of a change that are shown field by field; the others are named."""

_MONTHS = 36
_FEWEST_MONTHS = 12


def pages(of: Rendering) -> Iterator[Page]:
    changes = of.site.changes
    years = sorted({change.day.year for change in changes}, reverse=True) if len(changes) > _NEWEST else []
    counts = _months(changes)
    yield of.page(
        "changes.html",
        "changes",
        of.say("nav.changes"),
        years=years,
        newest=_NEWEST,
        most=_MOST_RECORDS,
        months=charts.columns(counts, of.say("changes.months")) if counts else None,
        by_month=counts[::-1],
        scope_rows=scope_rows(changes, of),
        changes=_by_day(changes[:_NEWEST], of),
    )
    for year in years:
        yield _year(year, [change for change in changes if change.day.year == year], of)


def _year(year: int, changes: Sequence[Change], of: Rendering) -> Page:
    title = f"{of.say('nav.changes')} {year}"
    listed = _by_day(changes, of)
    parts: dict[str, Any] = {"years": [], "months": None, "by_month": [], "scope_rows": [], "most": _MOST_RECORDS}
    return of.page(f"changes/{year}.html", "changes", title, changes=listed, **parts)


def _by_day(changes: Sequence[Change], of: Rendering) -> list[tuple[date, list[Shown]]]:
    listed = [shown(change, of) for change in changes]
    return [(day, list(each)) for day, each in groupby(listed, key=lambda change: change.day)]


def _months(changes: Sequence[Change]) -> list[tuple[str, int]]:
    """How many changes each month had, the months without any included."""
    if not changes:
        return []
    counts = Counter(f"{change.day:%Y-%m}" for change in changes)
    first, last = min(change.day for change in changes), max(change.day for change in changes)
    end = last.year * 12 + last.month
    start = min(first.year * 12 + first.month - 1, end - _FEWEST_MONTHS)
    months = [divmod(number, 12) for number in range(start, end)]
    named = [f"{year}-{month + 1:02}" for year, month in months][-_MONTHS:]
    return [(name, counts[name]) for name in named]


def scope_rows(changes: Sequence[Change], of: Rendering) -> list[SimpleNamespace]:
    """Changes of what an engagement provides, each with whether it was assessed anew and reviewed."""
    return [_scope_row(change, each, of) for change in changes for each in change.records if each.has_another_scope]


def _scope_row(change: Change, each: RecordChange, of: Rendering) -> SimpleNamespace:
    told = shown(change._replace(records=()), of)
    return SimpleNamespace(
        day=change.day,
        record=each.record,
        id=change.id,
        title=told.title,
        number=change.number,
        assessed=of.say("yes" if each.assessments else "no"),
        reviewed=_reviewed(change, each, of),
        reviewers=told.reviewers,
        judged=change.judged,
        level=told.level,
    )


def _reviewed(change: Change, each: RecordChange, of: Rendering) -> str:
    """Whether the re-assessment that came with a change was reviewed, as far as the trail proves it (T3)."""
    if change.judged is None:
        return of.say("unknown")
    return of.say("yes" if each.assessments and change.judged.level > 2 else "no")
