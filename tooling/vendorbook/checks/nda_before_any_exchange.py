"""Each candidate that was given information assets had signed a non-disclosure agreement by then."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def nda_before_any_exchange(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for candidate in record.root.find("selection.candidates[]"):
        if candidate.plain("received_assets") is True:
            yield from _of(candidate)


def _of(candidate: Node) -> Iterator[Violation]:
    who = {"candidate": candidate.text("id")}
    signed, exchanged = candidate.date("nda.signed_on"), candidate.date("first_exchange_on")
    if exchanged is None:
        yield Violation(candidate, who, "undated")
    if signed is None:
        yield Violation(candidate.nearest("nda.signed_on"), who, "unsigned")
        return
    if exchanged is not None and signed > exchanged:
        values = {**who, "signed": signed.isoformat(), "exchanged": exchanged.isoformat()}
        related = ((candidate.nearest("first_exchange_on"), "exchange"),)
        yield Violation(candidate.nearest("nda.signed_on"), values, "late", related)
    if not is_stated(candidate.at("nda.evidence")):
        yield Violation(candidate.nearest("nda"), who, "no-evidence")
