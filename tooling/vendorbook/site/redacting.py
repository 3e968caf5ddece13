"""The register as its audience may see it, for whoever makes files of it: what is withheld is not there at all."""

from __future__ import annotations

from collections.abc import Sequence

from vendorbook.judging import Verdict
from vendorbook.judging.reading import Reading
from vendorbook.model import Finding, Node, Plain, Source
from vendorbook.model.places import no_places
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement, Entry, Supplier
from vendorbook.site.audience import Audience
from vendorbook.site.gathering import Site
from vendorbook.site.ways import Way


def readings(site: Site) -> Sequence[Reading]:
    """The records; where nothing is withheld, as they are."""
    return site.readings if site.audience.sees_all else [_reading(each, site.audience) for each in site.readings]


def verdict(site: Site) -> Verdict:
    """The verdict, with the messages that the pages show."""
    if site.audience.sees_all:
        return site.verdict
    told = site.verdict
    return told._replace(
        findings=tuple(_told(each, site.audience, site.book) for each in told.findings),
        upcoming=tuple(_told(each, site.audience, site.book) for each in told.upcoming),
    )


def redacted(root: Node, kind: str, audience: Audience) -> Node:
    """A file of a kind without what is withheld. Places in it are not known any more."""
    return Source(root.source.path, _value(root.value, kind, (), audience), no_places()).root


def _told(found: Finding, audience: Audience, book: Rulebook) -> Finding:
    return found._replace(message=audience.message(found, book.policies.get(found.policy)))


def _reading(each: Reading, audience: Audience) -> Reading:
    root = each.supplier.root and redacted(each.supplier.root, "supplier", audience)
    supplier = each.supplier._replace(root=root, journal=_journal(each.supplier.journal, audience))
    return each._replace(
        supplier=supplier,
        engagements=tuple(_engagement(one, supplier, audience) for one in each.engagements),
    )


def _engagement(each: Engagement, supplier: Supplier, audience: Audience) -> Engagement:
    root = redacted(each.root, "engagement", audience)
    return each._replace(root=root, supplier=supplier, journal=_journal(each.journal, audience))


def _journal(entries: Sequence[Entry], audience: Audience) -> tuple[Entry, ...]:
    """By the kind that counts: what a correction has put in an entry's place is withheld as the entry would be."""
    return tuple(each._replace(root=redacted(each.root, f"journal/{each.kind}", audience)) for each in entries)


def _value(value: Plain, kind: str, way: Way, audience: Audience) -> Plain:
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if not audience.withholds(kind, (*way, key))}
        return {key: _value(each, kind, (*way, key), audience) for key, each in kept.items()}
    if isinstance(value, list):
        return [_value(each, kind, (*way, 0), audience) for each in value]
    return audience.text(value) if isinstance(value, str) else value
