"""The search: what people type is found, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser import Browser, looked_for, place, wait

SEARCHES = {
    "a supplier's name": ("榕樹網路", "banyan-networks"),
    "its middle characters": ("樹網", "banyan-networks"),
    "the end of a word": ("路股份有", "banyan-networks"),
    "an id": ("order-routing", "kite-systems/order-routing"),
    "a part of an id": ("kite-sys", "kite-systems"),
    "a registration number": ("00000012", "banyan-networks"),
    "full-width digits": ("０００００００１２"[1:], "banyan-networks"),
    "full-width letters": ("ＫＩＴＥ", "kite-systems"),
    "an article": ("第6條", "A6"),
    "a place in the text": ("第五條第四項", "A5.4"),
    "an obligation": ("A4.1.5.9", "A4.1.5.9"),
    "a number of a request": ("#3", ""),
    "two words": ("order systems", ""),
    "English in Chinese pages": ("Banyan Networks", "banyan-networks"),
    "upper case": ("BANYAN", "banyan-cloudworks"),
}


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize(("text", "id"), SEARCHES.values(), ids=SEARCHES)
def test_a_search_finds(text: str, id: str, lang: str, site_dir: Path, browser: Browser) -> None:
    browser.open(place(site_dir, "index.html", lang))
    found = looked_for(browser, text)

    assert found
    assert not id or id in found[:8], found[:8]
    assert browser.complaints() == []


@pytest.mark.parametrize("text", ["資訊服務供應商", "應商"])
def test_words_that_a_segmenter_would_lose_are_found(text: str, site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")

    assert looked_for(browser, text)


@pytest.mark.parametrize(("one", "other"), [("臺", "台"), ("台北", "臺北"), ("１２", "12")])
def test_two_ways_to_write_are_one(one: str, other: str, site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")

    assert looked_for(browser, one) == looked_for(browser, other)


def test_an_id_comes_before_what_only_mentions_it(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")

    assert looked_for(browser, "A6")[0] == "A6"
    assert looked_for(browser, "kite-systems")[0] == "kite-systems"


def test_nothing_found_is_said(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")

    assert looked_for(browser, "沒有這種東西xyz") == []
    assert browser.run("return document.querySelector('.vb-found .count').textContent") == "沒有符合者"


def test_the_search_is_driven_by_keys(site_dir: Path, browser: Browser) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser.open(site_dir / "engagements/kite-systems/order-routing.html")
    wait(browser, "return performance.getEntriesByType('paint').length > 0")  # keys before that go to nobody
    ActionChains(browser.driver).send_keys("/").perform()
    wait(browser, "return document.activeElement.closest('.vb-search') !== null")
    wait(browser, "return !!window.vendorbookIndex")
    ActionChains(browser.driver).send_keys("banyan-networks").perform()
    ActionChains(browser.driver).send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP).perform()
    assert (
        browser.run("return document.querySelector('.vb-found [aria-selected=true] .id').textContent")
        == "banyan-networks"
    )
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    wait(browser, "return location.pathname.endsWith('/suppliers/banyan-networks.html')")


def test_a_word_that_is_being_composed_is_not_looked_for(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")
    looked_for(browser, "榕樹")
    told = browser.run(
        """const i = document.querySelector('.vb-search input'); i.value = 'ㄖㄨㄥ';
        i.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
        const during = document.querySelectorAll('.vb-found li').length;
        i.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}));
        i.value = '風箏'; i.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
        return [during > 0, [...document.querySelectorAll('.vb-found .id')].map((e) => e.textContent)]"""
    )

    assert told[0]
    assert "kite-systems" in told[1]
