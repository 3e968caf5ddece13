"""The timeline of changes: chosen from by supplier, kind, proof and period; and amounts as they are written here."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from markupsafe import Markup

from tests.site.browser import Browser
from vendorbook.site.money import amount, short

SHOWN = """return [...document.querySelectorAll('.vb-timeline .event')].filter((e) => !e.hidden)
    .map((e) => [e.dataset.day, e.dataset.supplier, e.dataset.kind, e.dataset.level])"""
ALL = "return document.querySelectorAll('.vb-timeline .event').length"


def shown(browser: Browser) -> list[list[str]]:
    return [[str(part) for part in each] for each in browser.run(SHOWN)]


@pytest.mark.parametrize(("key", "at"), [("supplier", 1), ("kind", 2), ("level", 3)])
def test_events_are_chosen_by_their_address(key: str, at: int, site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "changes.html")
    values = {one for each in shown(browser) for one in each[at].split("|")} - {""}
    assert values
    for value in sorted(values)[:3]:
        browser.open(site_dir / "changes.html", f"#{key}={quote(value)}")
        chosen = shown(browser)
        assert chosen
        assert all(value in each[at].split("|") for each in chosen)


def test_a_period_and_a_word_leave_days_without_events_out(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "changes.html")
    days = sorted({each[0] for each in shown(browser)})
    assert len(days) > 2
    browser.open(site_dir / "changes.html", f"#since={days[1]}&until={days[1]}")
    assert {each[0] for each in shown(browser)} == {days[1]}
    left = "return [...document.querySelectorAll('.vb-timeline > li')].filter((li) => !li.hidden).length"
    assert browser.run(left) == 1


def test_what_is_chosen_is_in_the_address_and_can_be_cleared(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "changes.html")
    bar = "const bar = document.querySelector('.vb-timeline').previousElementSibling;"
    browser.run(
        bar + "const s = bar.querySelector('select'); s.value = s.options[1].value;s.dispatchEvent(new Event('change'))"
    )
    assert "supplier=" in browser.run("return location.hash")
    assert 0 < len(shown(browser)) < browser.run(ALL)
    browser.run(bar + "bar.querySelector('button').click()")
    assert len(shown(browser)) == browser.run(ALL)


def test_amounts_are_written_as_here() -> None:
    assert amount(1200000, "TWD", "en") == "NT$ 1,200,000"
    assert amount(1200000, "TWD", "zh-TW") == "新臺幣 1,200,000 元"
    assert amount(99.5, "USD", "zh-TW") == "USD 99.5"


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [(0, "0", "0"), (9500, "9,500", "9.5K"), (12_500_000, "1,250 萬", "12.5M"), (340_000_000, "3.4 億", "340M")],
)
def test_scales_have_short_amounts(value: int, chinese: str, english: str) -> None:
    assert [short(value, "zh-TW"), short(value, "en")] == [chinese, english]


def test_an_amount_that_changed_has_its_currency(rendering: object) -> None:
    from vendorbook.history import differences
    from vendorbook.model import Source
    from vendorbook.model.places import no_places
    from vendorbook.site.pages.changed import line

    def cost(value: int) -> Source:
        told = {"contract": {"annual_cost": {"amount": value, "currency": "TWD"}}}
        return Source("engagement.yaml", told, no_places())  # type: ignore[arg-type]

    [changed] = differences(cost(9600000).root, cost(7800000).root)
    shown = line(changed, "engagement", rendering("en"))  # type: ignore[operator]
    assert [Markup(each).striptags() for each in (shown.before, shown.after)] == ["NT$ 9,600,000", "NT$ 7,800,000"]
