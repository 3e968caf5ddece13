"""Numbers and amounts as they are written here."""

from __future__ import annotations

from markupsafe import Markup

from vendorbook.model import Plain
from vendorbook.site.inert import inert

SPEND = "annual-spend"
"""The measure of concentration that is an amount."""

_TAIWAN = "TWD"
_STEPS = {
    "zh-TW": ((100_000_000, " 億"), (10_000, " 萬")),
    "en": ((1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")),
}
"""By how much an amount is divided for a scale, and what is said instead."""


def number(value: float) -> str:
    """With separators of thousands, and decimals only where there are any."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(value: float, currency: str, lang: str) -> str:
    """An amount with its currency: NT$ 1,200,000, or 新臺幣 1,200,000 元."""
    if currency != _TAIWAN:
        return f"{currency} {number(value)}"
    return f"NT$ {number(value)}" if lang == "en" else f"新臺幣 {number(value)} 元"


def short(value: float, lang: str) -> str:
    """A round amount for a scale, without a currency: 1,250 萬, or 12.5M."""
    for size, said in _STEPS[lang]:
        if abs(value) >= size:
            return f"{number(round(value / size, 1))}{said}"
    return number(round(value))


def money(value: Plain, currency: str, lang: str) -> Markup:
    """An amount for a page; one that is no number is shown as it is."""
    said = amount(value, currency, lang) if isinstance(value, int | float) else f"{currency} {value}"
    return Markup(f'<span class="num">{inert(said)}</span>')
