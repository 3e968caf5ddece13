"""A supplier: who it is, its certificates, its engagements, how much hangs on it, and on whom it hangs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from vendorbook.judging.reading import Reading
from vendorbook.model import Node
from vendorbook.register import Link
from vendorbook.site import charts
from vendorbook.site.dates import roc
from vendorbook.site.money import SPEND
from vendorbook.site.pages.viewed import (
    Block,
    behind,
    is_applicable,
    journal,
    other_title,
    ring,
    standings,
    status,
    strip,
    totals,
)
from vendorbook.site.paths import record
from vendorbook.site.rendering import Page, Rendering

_IDENTITY = ("registration_number", "lei", "country", "group", "head_office", "note")
_REST = ("incident_mechanism", "contacts", "ownership")


def pages(of: Rendering) -> Iterator[Page]:
    for reading in of.site.readings:
        id = reading.supplier.id
        yield of.page(record(id), "supplier", of.names.record(id), view=_view(reading, of))


def _view(reading: Reading, of: Rendering) -> SimpleNamespace:
    supplier, root = reading.supplier, reading.supplier.root
    stands = standings(supplier.id, of)
    shown, entries = _blocks(root, of), journal(supplier.journal, of)
    stands_shown = [
        behind(each, of, (), entries) for each in stands if is_applicable(each) and each.state != "at-change"
    ]
    terms = [(each.root.date("contract.starts_on"), each.facts.contract_end) for each in reading.engagements]
    spans, axis = charts.spans(terms, of.site.day, lambda year: f"{year} {roc(date(year, 1, 1), of.lang)}")
    counts = totals(
        [each for name in [supplier.id, *(one.id for one in reading.engagements)] for each in standings(name, of)]
    )
    return SimpleNamespace(
        id=supplier.id,
        slug=supplier.id,
        path=f"vendors/{supplier.id}/supplier.yaml",
        folder=f"vendors/{supplier.id}",
        group=supplier.group if supplier.group != supplier.id else "",
        other_title=other_title(root, "name", of),
        ring=ring(counts, of),
        totals=counts,
        identity=_identity(root, of),
        engagements=[_engagement(each, span, of) for each, span in zip(reading.engagements, spans, strict=True)],
        axis=axis if reading.engagements else None,
        certificates=[_certificate(node, of) for node in _certificates(root)],
        no_certificates=root.text("certificates.none") if root is not None else "",
        standings=stands_shown,
        not_applicable=[],
        shares=_shares(supplier.group, of),
        chain=_chain(supplier.id, of),
        serves=_serves(supplier.id, of),
        journal=entries,
        blocks=shown,
    )


def _identity(root: Node | None, of: Rendering) -> Markup:
    value = root.value if root is not None and isinstance(root.value, dict) else {}
    return of.facts.fields("supplier", {key: value[key] for key in _IDENTITY if key in value})


def _blocks(root: Node | None, of: Rendering) -> list[Block]:
    found = []
    for key in _REST:
        value = root.plain(key) if root is not None else None
        if value is not None:
            title = of.site.words.title("supplier", (key,)).in_(of.lang)
            found.append(Block(key, title, "", of.facts.value("supplier", value, (key,))))
    return found


def _engagement(each: Any, span: Markup, of: Rendering) -> dict[str, Any]:
    return {
        "id": each.id,
        "status": status(each, of),
        "core": each.facts.core,
        "starts": each.root.date("contract.starts_on"),
        "ends": each.facts.contract_end,
        "strip": strip(each.id, of),
        "span": span,
    }


def _certificates(root: Node | None) -> list[Node]:
    return list(root.find("certificates[]")) if root is not None else []


def _certificate(node: Node, of: Rendering) -> dict[str, Any]:
    expires = node.date("expires_on")
    return {
        "standard": node.text("standard"),
        "issuer": node.text("issuer"),
        "scope": node.text("scope"),
        "issued": node.date("issued_on"),
        "expires": expires,
        "days": (expires - of.site.day).days if expires else None,
    }


def _shares(group: str, of: Rendering) -> list[dict[str, Any]]:
    found = of.site.concentration
    of_group = next((each for each in found.groups if each.id == group), None) if found else None
    if found is None or of_group is None:
        return []
    return [
        {
            "name": name,
            "amount": share.amount,
            "currency": found.currency if name == SPEND else "",
            "percent": share.percent,
            "state": share.state,
        }
        for name, share in of_group.shares.items()
    ]


def _links(of: Rendering) -> list[Link]:
    return [link for part in of.site.outsourcing.parts for link in part.links] if of.site.outsourcing else []


def _chain(supplier: str, of: Rendering) -> list[Link]:
    """The subcontractors of its engagements, the nearest first."""
    own = [link for link in _links(of) if link.engagement.startswith(f"{supplier}/")]
    return sorted(own, key=lambda link: (link.engagement, link.rank or 99, link.subcontractor))


def _serves(supplier: str, of: Rendering) -> list[str]:
    """The engagements of others that it works for as a subcontractor."""
    return sorted({link.engagement for link in _links(of) if link.subcontractor == supplier})
