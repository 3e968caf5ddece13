"""How long somebody who reads the site waits for Chromium: `python -m tests.bench.browsing`.

Pages of a site of 300 suppliers are opened from its folder, and what is typed into a filter is timed until the page
has its new shape. Medians; the aims are a second to load, and 20 ms to filter.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.company import company
from tests.bench.site import DAY, committed, run
from tests.site.browser import Browser

PAGES = ("index", "register", "obligations", "due", "changes")
ROUNDS = 5
LOAD, FILTER = 1000, 20
"""The aims, in ms."""

_LOADED = "const [it] = performance.getEntriesByType('navigation'); return it.loadEventEnd"
_FILTER = """const bar = document.querySelector('.vb-filters'), field = bar.querySelector('input'), took = [];
for (const text of ['系', '系統', '系統 核', 'order', 'x', '']) {
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
  document.body.getBoundingClientRect();
  took.push(performance.now() - start);
}
return took"""
_CHOOSE = """const field = document.querySelector('.vb-filters select'), took = [];
for (const value of [field.options[1].value, '']) {
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event('change'));
  document.body.getBoundingClientRect();
  took.push(performance.now() - start);
}
return took"""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("python -m tests.bench.browsing", description=__doc__)
    parser.add_argument("--engagements", type=int, default=436, help="how many the register has (436: 300 suppliers)")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    asked = parser.parse_args(arguments)
    if asked.site:
        _tell(asked.site)
        return
    with TemporaryDirectory(prefix="vendorbook-bench-") as folder:
        register = committed(asked.engagements, Path(folder))
        tool = [sys.executable, "-m", "vendorbook", "site", "build", "--as-of", DAY, "--lang", "zh-TW", "--no-cache"]
        run(tool, register)
        _tell(register / "site")


def _tell(site: Path) -> None:
    before, browser = company(), Browser()
    browser.look(1440, dark=False)
    try:
        for page in PAGES:
            took = median(_each(browser, site / f"{page}.html", lambda: [float(browser.run(_LOADED))]))
            print(f"load {page + '.html':22} {took:7.0f} ms {took / LOAD:6.2f} × the aim")
        for page, name, script in (("register", "typed", _FILTER), ("register", "chosen", _CHOOSE)):
            took = median(_each(browser, site / f"{page}.html", lambda: browser.run(script)))  # noqa: B023 - used here
            rows = browser.run("return document.querySelector('.vb-table').tBodies[0].rows.length")
            print(f"filter {rows} rows, {name:12} {took:7.1f} ms {took / FILTER:6.2f} × the aim")
    finally:
        browser.close()
    if (others := company().share_since(before)) is not None:
        print(f"other processes took {others:.0%} of the machine meanwhile")


def _each(browser: Browser, page: Path, figures: Callable[[], list[float]]) -> list[float]:
    found: list[float] = []
    for _ in range(ROUNDS):
        browser.driver.get(page.as_uri())
        found += figures()
    return found


if __name__ == "__main__":
    main()
