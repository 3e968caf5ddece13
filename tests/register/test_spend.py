"""Costs in the firm's currency, whatever they are agreed in."""

from __future__ import annotations

from datetime import date

import pytest

from vendorbook.register.spend import annual_spend, counting_on, exchange_rates
from vendorbook.yaml_source import read

FIRM = read(
    b"""\
currency: TWD
exchange_rates:
  - {currency: USD, per_unit: 31, as_of: 2026-01-02, source: b}
  - {currency: USD, per_unit: 32.5, as_of: 2024-01-02, source: a}
  - {currency: JPY, per_unit: 0.2, as_of: 2025-01-02, source: c}
""",
    "policies/firm.yaml",
).root


def spend(cost: str) -> tuple[tuple[str, float], ...]:
    text = f"contract: {{{cost}}}\n"
    return annual_spend(read(text.encode(), "vendors/a/b/engagement.yaml").root, FIRM)


@pytest.mark.parametrize(
    ("cost", "on", "expected"),
    [
        ("annual_cost: {amount: 1000, currency: TWD}", "2020-01-01", 1000),
        ("annual_cost: {amount: 0, currency: TWD}", "2020-01-01", 0),
        ("annual_cost: {amount: 100, currency: USD}", "2024-01-02", 3250),
        ("annual_cost: {amount: 100, currency: USD}", "2026-01-01", 3250),
        ("annual_cost: {amount: 100, currency: USD}", "2026-01-02", 3100),
        ("annual_cost: {amount: 100, currency: USD}", "2030-01-01", 3100),
        # Before the first rate there is no better one than the first.
        ("annual_cost: {amount: 100, currency: USD}", "2024-01-01", 3250),
        ("annual_cost: {amount: 100, currency: JPY}", "2020-01-01", 20),
        ("annual_cost: {amount: 100, currency: EUR}", "2026-01-01", None),
        ("annual_cost: {amount: 100}", "2026-01-01", None),
        ("annual_cost: {currency: TWD}", "2026-01-01", None),
        ("number: a-1", "2026-01-01", None),
    ],
)
def test_a_cost_in_the_firms_currency_on_a_day(cost: str, on: str, expected: float | None) -> None:
    assert counting_on(spend(cost), date.fromisoformat(on)) == expected


def test_rates_are_told_the_oldest_first_with_their_sources() -> None:
    assert [(rate.per_unit, rate.as_of, rate.source) for rate in exchange_rates(FIRM, "USD")] == [
        (32.5, "2024-01-02", "a"),
        (31, "2026-01-02", "b"),
    ]
    assert exchange_rates(FIRM, "EUR") == []
