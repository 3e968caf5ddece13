"""The system's Chromium, with the network cut, and what it tells of a page."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

PROGRAMS = tuple(shutil.which(name) for name in ("chromium", "chromedriver"))
AXE = (Path(__file__).parent / "vendored/axe.min.js").read_text("utf-8")
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--lang=zh-TW",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_LISTEN = """window.refused = [];
addEventListener('securitypolicyviolation', (e) => window.refused.push(e.violatedDirective + ' ' + e.blockedURI));
"""
_AXE = """const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations));
"""


class Browser:
    """One window; `size` and `dark` are set before a page is opened."""

    def __init__(self) -> None:
        options = Options()
        options.binary_location = PROGRAMS[0] or ""
        for argument in _ARGUMENTS:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(PROGRAMS[1]))
        self.driver.set_script_timeout(120)
        self._command("Page.addScriptToEvaluateOnNewDocument", {"source": _LISTEN})

    def close(self) -> None:
        self.driver.quit()

    def look(self, width: int, *, dark: bool) -> None:
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self._command("Emulation.setDeviceMetricsOverride", metrics)
        self._command("Emulation.setEmulatedMedia", {"features": scheme})

    def open(self, place: Path, part: str = "") -> None:
        """Opens a file; what earlier pages asked for and said is forgotten."""
        self.driver.get("about:blank")
        self._command("Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "local_storage"})
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(place.as_uri() + part)
        wait(self, "return location.protocol === 'file:' && document.readyState === 'complete'")

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def requests(self) -> list[str]:
        """Every address that was asked for since the page was opened."""
        messages = [json.loads(each["message"])["message"] for each in self.driver.get_log("performance")]
        sent = [each["params"] for each in messages if each["method"] == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in sent]

    def complaints(self) -> list[str]:
        """What the console said, and what the page's policy refused."""
        return [each["message"] for each in self.driver.get_log("browser")] + list(
            self.run("return window.refused || []")
        )

    def axe(self) -> list[str]:
        """What axe-core finds, each with the first place."""
        self.driver.execute_script(AXE)
        found = self.driver.execute_async_script(_AXE)
        return [f"{each['id']}: {each['nodes'][0]['html'][:160]} ({len(each['nodes'])})" for each in found]

    def picture(self, place: Path, most: int = 2400) -> None:
        """All of the page, or as much of it as anybody wants to look at."""
        size = self.run("return [innerWidth, document.documentElement.scrollHeight]")
        metrics = {"width": size[0], "height": min(size[1], most), "deviceScaleFactor": 1, "mobile": size[0] < 600}
        self._command("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.save_screenshot(str(place))

    def _command(self, name: str, arguments: dict[str, Any]) -> None:
        self.driver.execute_cdp_cmd(name, arguments)


def place(site_dir: Path, path: str, lang: str = "zh-TW") -> Path:
    return site_dir / ("en" if lang == "en" else "") / path


def wait(browser: Browser, script: str, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not browser.run(script):
        assert time.monotonic() < until, script
        time.sleep(0.05)


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


def rows(browser: Browser, table: str = "register") -> list[str]:
    script = """return [...document.querySelectorAll(`table[data-name='${arguments[0]}'] tbody tr`)]
        .filter((row) => !row.hidden).map((row) => row.innerText)"""
    return [str(each) for each in browser.run(script, table)]
