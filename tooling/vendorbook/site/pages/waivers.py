"""The waivers: what is excused, why, by whom, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from vendorbook.policies.waivers import Waiver
from vendorbook.site.audience import WITHHELD
from vendorbook.site.rendering import Page, Rendering


def pages(of: Rendering) -> Iterator[Page]:
    rows = [_row(each, of) for each in of.site.waivers]
    rows.sort(key=lambda row: (row["state"] != "in_force", row["expires"] or date.max, row["id"]))
    yield of.page("waivers.html", "waivers", of.say("nav.waivers"), rows=rows)


def _row(waiver: Waiver, of: Rendering) -> dict[str, Any]:
    root, day = waiver.root, of.site.day
    expires, approved = root.date("expires_on"), root.date("approved_on")
    hides = of.site.audience.withholds_message(root.text("policy"), root.text("pointer"), waiver.path)
    hidden = WITHHELD.in_(of.lang)
    return {
        "id": waiver.id,
        "state": _state(waiver, day),
        "record": root.text("record"),
        "pointer": root.text("pointer"),
        "policy": root.text("policy"),
        "reason": hidden if hides else of.site.audience.text(root.text("reason")),
        "control": hidden if hides else of.site.audience.text(root.text("compensating_control")),
        "requested": of.site.audience.person(root.text("requested_by")),
        "approved": of.site.audience.person(root.text("approved_by")),
        "approved_on": approved,
        "expires": expires,
        "days": (expires - day).days if expires else None,
    }


def _state(waiver: Waiver, day: date) -> str:
    if waiver.in_force(day):
        return "in_force"
    expires = waiver.root.date("expires_on")
    return "expired" if expires and expires < day else "not_yet"
