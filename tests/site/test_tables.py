"""Tables: whole without scripts; with them filtered, sorted and taken away."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

from tests.site.browser import Browser, rows


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
    shutil.copytree(site_dir / "assets", tmp_path / "assets")
    grown = tmp_path / "register.html"
    grown.write_text(page.replace("<tbody>\n", "<tbody>\n" + row * 300, 1), "utf-8")
    browser.open(grown)
    took = browser.run(
        """const i = document.querySelector('.vb-filters input'); const times = [];
        for (const text of ['a', 'ba', 'ban', 'x', '']) { const start = performance.now(); i.value = text;
        i.dispatchEvent(new InputEvent('input')); times.push(performance.now() - start); }
        return times.sort((a, b) => a - b)[2]"""
    )
    assert took < 100, f"{took} ms; aimed at 20 on a machine that nobody else uses"
