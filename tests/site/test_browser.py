"""The site in a real browser, opened from its folder with the network cut.

Pictures are kept where VENDORBOOK_PICTURES names a folder, for people to look at.
"""

from __future__ import annotations

import os
import re
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="SKIPPED: no selenium, the site is not tried in a browser")

from tests.site.browser import PROGRAMS, Browser
from tests.site.hostile import HOSTILE

if not all(PROGRAMS):
    warnings.warn("SKIPPED: no chromium or chromedriver, the site is NOT tried in a browser", stacklevel=1)
    pytest.skip("no chromium or chromedriver: the site is NOT tried in a browser", allow_module_level=True)

PAGES = {
    "overview": "index.html",
    "register": "register.html",
    "supplier": "suppliers/banyan-networks.html",
    "engagement": "engagements/kite-systems/order-routing.html",
    "obligations": "obligations.html",
    "obligation": "obligations/A5.4.html",
    "policies": "policies.html",
    "matrix": "matrix.html",
    "changes": "changes.html",
    "due": "due.html",
    "concentration": "concentration.html",
    "waivers": "waivers.html",
    "trail": "trail.html",
    "past": "past.html",
    "past-day": "past/2026-12-31.html",
    "verify": "verify.html",
    "fields": "fields.html",
    "export": "export.html",
}
"""One of every kind."""

LOOKS = [(width, dark) for width in (390, 1440) for dark in (False, True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = Browser()
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _wide(browser: Browser) -> None:
    browser.look(1440, dark=False)


def place(site_dir: Path, path: str, lang: str = "zh-TW") -> Path:
    return site_dir / ("en" if lang == "en" else "") / path


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_nobody_breaks_nothing_and_is_open_to_all(
    kind: str, lang: str, site_dir: Path, browser: Browser
) -> None:
    for width, dark in LOOKS:
        look = f"{width} {'dark' if dark else 'light'}"
        browser.look(width, dark=dark)
        browser.open(place(site_dir, PAGES[kind], lang))
        if kind == "concentration":
            wait(browser, "return document.querySelectorAll('.vb-chart svg').length > 0")
        assert [each for each in browser.requests() if not each.startswith(("file:", "data:", "about:"))] == [], look
        assert browser.complaints() == [], look
        assert browser.run("return document.documentElement.scrollWidth") <= width, look
        assert browser.run("return document.body.dataset.mdColorScheme") == ("slate" if dark else "default")
        assert browser.axe() == [], look
        if folder := os.environ.get("VENDORBOOK_PICTURES"):
            browser.picture(Path(folder) / f"{kind}-{lang}-{width}-{'dark' if dark else 'light'}.png")


def wait(browser: Browser, script: str, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not browser.run(script):
        assert time.monotonic() < until, script
        time.sleep(0.05)


# -- search ------------------------------------------------------------------------------------------------------------

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


def looked_for(browser: Browser, text: str) -> list[str]:
    """The ids that are found, in their order."""
    browser.run("document.querySelector('.vb-search input').focus()")
    wait(browser, "return !!window.vendorbookIndex")
    browser.run(
        "const i = document.querySelector('.vb-search input'); i.value = arguments[0];"
        "i.dispatchEvent(new InputEvent('input', {bubbles: true}))",
        text,
    )
    return [
        str(each)
        for each in browser.run("return [...document.querySelectorAll('.vb-found .id')].map((e) => e.textContent)")
    ]


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
    ActionChains(browser.driver).send_keys("/").perform()
    assert browser.run("return document.activeElement.closest('.vb-search') !== null")
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


# -- tables ------------------------------------------------------------------------------------------------------------


def rows(browser: Browser, table: str = "register") -> list[str]:
    script = """return [...document.querySelectorAll(`table[data-name='${arguments[0]}'] tbody tr`)]
        .filter((row) => !row.hidden).map((row) => row.innerText)"""
    return [str(each) for each in browser.run(script, table)]


def test_a_table_is_whole_without_scripts(site_dir: Path) -> None:
    text = (site_dir / "register.html").read_text("utf-8")

    assert text.count("<tr><td data-v=") >= 16


def test_a_table_is_filtered_by_its_address_and_says_so_in_it(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "register.html", "#core=核心&sort=-ends")
    chosen = rows(browser)
    assert chosen
    assert all("核心" in each and "非核心" not in each for each in chosen)
    days = re.findall(r"(\d{4}-\d\d-\d\d) 民國", "\n".join(chosen))
    assert days == sorted(days, reverse=True)

    browser.run(
        "const i = document.querySelector('.vb-filters input'); i.value = arguments[0];"
        "i.dispatchEvent(new InputEvent('input'))",
        "ＫＩＴＥ",
    )
    assert [each for each in rows(browser) if "kite-systems" not in each] == []
    assert "q=" in browser.run("return location.hash")
    assert browser.run("return document.querySelector('.vb-filters output').textContent").startswith("2 / ")


def test_choices_have_counts(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "register.html")
    told = browser.run("return [...document.querySelectorAll('.vb-filters option')].map((o) => o.textContent)")

    assert any(each.startswith("履約中 (") for each in told)


def test_a_column_is_sorted_by_its_head(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "due.html")
    browser.run("document.querySelector(\"table[data-name='due'] th[data-key='left'] button\").click()")
    assert browser.run("return document.querySelector(\"th[data-key='left']\").ariaSort") == "ascending"
    left = browser.run(
        "return [...document.querySelectorAll(\"table[data-name='due'] td.left\")].map((c) => +c.dataset.v)"
    )
    assert left == sorted(left)


def test_what_is_seen_can_be_taken_away(site_dir: Path, browser: Browser, tmp_path: Path) -> None:
    browser._command("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    browser.open(site_dir / "register.html", "#core=核心")
    count = len(rows(browser))
    browser.run("document.querySelectorAll('.vb-filters button')[1].click()")
    until = time.monotonic() + 10
    while not (tmp_path / "register.csv").exists():
        assert time.monotonic() < until
        time.sleep(0.1)
    text = (tmp_path / "register.csv").read_text("utf-8-sig")
    assert len(text.strip().splitlines()) == count + 1


def test_three_hundred_rows_are_filtered_at_once(site_dir: Path, browser: Browser, tmp_path: Path) -> None:
    page = (site_dir / "register.html").read_text("utf-8")
    row = "<tr>" + page.partition("<tbody>\n<tr>")[2].partition("</tr>")[0] + "</tr>"
    grown = site_dir / "grown-for-a-test.html"
    grown.write_text(page.replace("<tbody>\n", "<tbody>\n" + row * 300, 1), "utf-8")
    try:
        browser.open(grown)
        took = browser.run(
            """const i = document.querySelector('.vb-filters input'); const times = [];
            for (const text of ['a', 'ba', 'ban', 'x', '']) { const start = performance.now(); i.value = text;
            i.dispatchEvent(new InputEvent('input')); times.push(performance.now() - start); }
            return times.sort((a, b) => a - b)[2]"""
        )
    finally:
        grown.unlink()
    assert took < 100, f"{took} ms; aimed at 20 on a machine that nobody else uses"


# -- twelve questions --------------------------------------------------------------------------------------------------

QUESTIONS = {
    "who supplies what, and who answers for it": (["who"], "register.html", "委託下單系統"),
    "is each engagement compliant, article by article": (["compliant"], "matrix.html", "第7條"),
    "which obligations fail, and why": (["failing", "td a.vb-id"], "obligations/", "逾"),
    "which scope changes had no reviewed re-assessment": (["scope"], "changes.html", "服務範圍之變更"),
    "which core systems hang on one supplier group": (["core"], "concentration.html", "榕樹集團"),
    "which access reviews are overdue": (["reviews"], "due.html", "上次檢視為"),
    "what did the register say on an earlier day": (["past"], "past/2026-12-31.html", "2026-12-31 之登錄冊"),
    "who approved the newest assessment, and how is that proved": (["approved"], "engagements/", "證明"),
    "what falls due in the next ninety days": (["due"], "due.html", "90 天內"),
    "which waivers stand, who approved them, until when": (["waivers"], "waivers.html", "核准"),
    "which services or data are abroad": (["abroad"], "register.html", "heron-cloud"),
    "can I prove all this": (["prove"], "verify.html", "vendorbook trail verify"),
}
"""Question, clicks (the first on the overview's list), the page that answers, and a part of the answer."""


@pytest.mark.parametrize(("clicks", "page", "answer"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_within_three_clicks(
    clicks: list[str], page: str, answer: str, site_dir: Path, browser: Browser
) -> None:
    from vendorbook.site.strings import say

    assert len(clicks) <= 3
    browser.open(site_dir / "index.html")
    question = say(f"question.{clicks[0]}", "zh-TW")
    browser.run(
        "[...document.querySelectorAll('.vb-questions a')].find((a) => a.textContent === arguments[0]).click()",
        question,
    )
    for selector in clicks[1:]:
        wait(
            browser,
            f"return document.querySelector({selector!r}) !== null && !location.pathname.endsWith('index.html')",
        )
        browser.run(
            f"[...document.querySelectorAll({selector!r})].find((a) => a.closest('tr').hidden === false).click()"
        )
    wait(browser, f"return location.pathname.includes({page!r})")
    wait(browser, "return document.readyState === 'complete'")

    assert answer in browser.run("return document.querySelector('.vb').innerText")
    assert browser.complaints() == []


def test_the_first_answers_are_only_the_rows_asked_for(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "concentration.html", "#single=是")
    assert rows(browser, "core-systems")
    assert all("是" in each for each in rows(browser, "core-systems"))
    browser.open(site_dir / "changes.html", "#reviewed=否")
    assert len(rows(browser, "scope-changes")) == 1, "the scope that was widened, which nobody reviewed"


# -- paper, and texts that would act -----------------------------------------------------------------------------------


def test_on_paper_all_is_open_and_there_is_a_cover(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "index.html")
    browser._command("Emulation.setEmulatedMedia", {"media": "print"})
    told = browser.run(
        "return ['.vb-cover', '.md-header', '.md-tabs'].map((s) => getComputedStyle(document.querySelector(s)).display)"
    )
    browser._command("Emulation.setEmulatedMedia", {"media": ""})

    assert told == ["flex", "none", "none"]


def test_hostile_texts_do_nothing(browser: Browser, tmp_path: Path, example_files: dict[str, bytes]) -> None:
    from tests.helpers.repos import write
    from tests.site.conftest import built
    from tests.site.test_pages import with_hostile_texts

    write(tmp_path / "firm", with_hostile_texts(example_files))
    site = built(tmp_path / "firm", tmp_path / "site")
    for path in (
        "index.html",
        "register.html",
        "suppliers/kite-systems.html",
        "engagements/kite-systems/order-routing.html",
    ):
        browser.open(site / path)
        looked_for(browser, "script")
        assert browser.run("return [window.pwned === undefined, document.querySelectorAll('.vb img').length]") == [
            True,
            0,
        ]
        assert browser.complaints() == []
    browser.open(site / "suppliers/kite-systems.html")
    assert browser.run("return document.querySelector('.vb h1').textContent") == HOSTILE["script"]
    for lines in HOSTILE.values():
        assert lines.split("\n")[0] in browser.run("return document.querySelector('.vb').textContent")
