"""The register: a row an engagement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vendorbook.register import Engagement
from vendorbook.site.pages.viewed import owner, standings, status
from vendorbook.site.rendering import Page, Rendering
from vendorbook.site.standing import is_open, worst


class Row(NamedTuple):
    id: str
    supplier: str
    group: str
    status: str
    systems: list[str]
    core: bool
    cloud: str
    abroad: str
    owner: str
    ends: date | None
    state: str
    open: int


def pages(of: Rendering) -> Iterator[Page]:
    yield of.page("register.html", "register", of.say("nav.register"), rows=rows(of))


def rows(of: Rendering) -> list[Row]:
    return [_row(each, of) for reading in of.site.readings for each in reading.engagements]


def _row(each: Engagement, of: Rendering) -> Row:
    yes, no = of.say("yes"), of.say("no")
    findings = [found for found in of.site.verdict.findings if found.record == each.id]
    return Row(
        id=each.id,
        supplier=each.supplier.id,
        group=each.supplier.group,
        status=status(each, of),
        systems=[of.names.system(str(name)) for name in each.root.values("scope.systems[]")],
        core=each.facts.core,
        cloud=yes if each.facts.cloud else no,
        abroad=yes if is_abroad(each) else no,
        owner=owner(each.root, of),
        ends=each.facts.contract_end,
        state=worst(standing.state for standing in standings(each.id, of)),
        open=sum(map(is_open, findings)),
    )


def is_abroad(each: Engagement) -> bool:
    """Whether the service or its data is anywhere but here."""
    return any(country != "TW" for country in each.root.values("scope.locations[].country"))
