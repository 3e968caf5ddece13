"""The site in a real browser, opened from its folder with the network cut.

Pictures are kept where VENDORBOOK_PICTURES names a folder, for people to look at; then every page is tried in all four
looks in both languages, and else in two of them in one language and the other two in the other.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.site.browser import Browser, looked_for, place, wait
from tests.site.hostile import HOSTILE

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
PICTURES = os.environ.get("VENDORBOOK_PICTURES")


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_nobody_breaks_nothing_and_is_open_to_all(
    kind: str, lang: str, site_dir: Path, browser: Browser
) -> None:
    looks = (
        LOOKS if PICTURES else [(width, dark) for width, dark in LOOKS if (width == 390) == (dark == (lang == "en"))]
    )
    for number, (width, dark) in enumerate(looks):
        look = f"{width} {'dark' if dark else 'light'}"
        browser.look(width, dark=dark)
        browser.open(place(site_dir, PAGES[kind], lang))
        if kind == "concentration":
            wait(browser, "return document.querySelectorAll('.vb-chart svg').length > 0")
        assert [each for each in browser.requests() if not each.startswith(("file:", "data:", "about:"))] == [], look
        assert browser.complaints() == [], look
        assert browser.run("return document.documentElement.scrollWidth") <= width, look
        assert browser.run("return document.body.dataset.mdColorScheme") == ("slate" if dark else "default")
        # axe takes by far the longest: a page is looked at in one of its looks, the next one in the other
        if PICTURES or number == list(PAGES).index(kind) % 2:
            assert browser.axe() == [], look
        if PICTURES:
            browser.picture(Path(PICTURES) / f"{kind}-{lang}-{width}-{'dark' if dark else 'light'}.png")


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
