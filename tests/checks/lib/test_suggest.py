"""A suggestion is made only where it helps."""

from __future__ import annotations

from vendorbook.checks.lib.suggest import did_you_mean
from vendorbook.model import Text


def test_a_slip_of_the_keyboard_is_recognised() -> None:
    meant = did_you_mean("order-rooting", {"order-routing", "crm", "settlement"})

    assert meant == Text("；是否為 order-routing？", "; did you mean order-routing?")


def test_nothing_is_suggested_where_nothing_comes_near() -> None:
    assert did_you_mean("order-routing", {"crm", "mail"}) == Text("", "")
    assert did_you_mean("order-routing", set()) == Text("", "")
