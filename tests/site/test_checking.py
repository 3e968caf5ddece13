"""Looking a site over: each fault that a page could have is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.site.checking import check
from vendorbook.site.post import finished
from vendorbook.site.theme import PLACEHOLDER

SHELL = (
    '<!doctype html><html><head><meta charset="utf-8">{head}</head><body>'
    f"{PLACEHOLDER}<script>var one = 1</script></body></html>"
)


def _site(top: Path, body: str, head: str = "", twin: bool = True) -> Path:
    top.mkdir(exist_ok=True)
    pages = {"index.html": "<h1 id='x'>x</h1>" + body, "other.html": '<p id="here">other</p>'}
    for path, text in pages.items():
        for place in (top / path, top / "en" / path) if twin else (top / path,):
            place.parent.mkdir(exist_ok=True)
            place.write_text(finished(SHELL.replace("{head}", head), text), "utf-8")
    return top


def test_a_good_one_has_no_fault(tmp_path: Path) -> None:
    body = '<a href="other.html#here">a</a> <a href="other.html#core=yes">b</a> <a href="https://forge.example/x">c</a>'

    assert check(_site(tmp_path, body)) == []


FAULTS = {
    "a dead link": '<a href="gone.html">x</a>',
    "a dead anchor": '<a href="other.html#gone">x</a>',
    "leads out of the site": '<a href="../../../x.html">x</a>',
    "a link that is not allowed": '<a href="javascript:x()">x</a>',
    "a request to elsewhere": '<img src="https://elsewhere.example/x.png">',
    "an inline style or handler": '<p style="color:red">x</p>',
}


@pytest.mark.parametrize(("fault", "body"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_found(fault: str, body: str, tmp_path: Path) -> None:
    found = check(_site(tmp_path, body))

    assert [each for each in found if fault in each and each.startswith("index.html")], found


@pytest.mark.parametrize("body", ['<p onclick="x()">x</p>', "<p ONLOAD=x>x</p>", "<style>p{}</style>"])
def test_a_handler_and_a_style_are_found(body: str, tmp_path: Path) -> None:
    assert any("an inline style or handler" in each for each in check(_site(tmp_path, body)))


def test_a_script_from_elsewhere_is_found(tmp_path: Path) -> None:
    head = '<script src="//elsewhere.example/x.js"></script>'

    assert any("a request to elsewhere" in each for each in check(_site(tmp_path, "", head)))


def test_a_script_that_the_policy_does_not_know_is_found(tmp_path: Path) -> None:
    page = _site(tmp_path, "") / "index.html"
    page.write_text(page.read_text("utf-8").replace("var one = 1", "var two = 2"), "utf-8")

    assert check(tmp_path) == ["index.html: its policy (CSP) is not that of its scripts"]


def test_a_page_without_a_policy_is_found(tmp_path: Path) -> None:
    page = _site(tmp_path, "") / "index.html"
    page.write_text(page.read_text("utf-8").replace("Content-Security-Policy", "x"), "utf-8")

    assert check(tmp_path) == ["index.html: no policy (CSP)"]


def test_a_page_in_one_language_alone_is_found(tmp_path: Path) -> None:
    (_site(tmp_path, "") / "en/other.html").unlink()

    assert check(tmp_path) == ["other.html: has no page in English"]


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    assert check(tmp_path) != []
