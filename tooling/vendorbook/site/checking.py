"""Looking a built site over: dead links and anchors, requests to elsewhere, what a strict policy (CSP) would refuse.

MkDocs does not check links in HTML, so this does. Attributes are looked for as they are written here and by the theme,
in double quotes: in texts from records no quote and no equals sign is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from vendorbook.model import LANGUAGES
from vendorbook.site.asked import Asked
from vendorbook.site.post import csp, without_data

_ANCHOR = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'\s(?:href|xlink:href|action|data|poster|srcset)="([^"]*)"')
_LOAD = re.compile(
    r'<(?:script|img|iframe|source|embed|video|audio)\b[^<>]*?\ssrc="([^"]*)"|<link\b[^<>]*?\shref="([^"]*)"'
)
_REFUSED = re.compile(r"<style\b|\s(?:style|on[a-z]+)\s*=|=[\"']?\s*javascript:", re.IGNORECASE)
_CSP = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


class Seen(NamedTuple):
    """What a page has: anchors, links, what it loads, and what a policy would refuse; `fault` is of its own policy."""

    anchors: frozenset[str]
    links: frozenset[str]
    loads: frozenset[str]
    refused: tuple[str, ...]
    fault: str


def check(site: Path, languages: Sequence[str] = LANGUAGES) -> list[str]:
    """Every fault, each on a line of its own: where, and what; none where all is well."""
    pages = _pages(site)
    return [*check_pages(site, pages), *(_twins(set(pages)) if len(languages) > 1 else ())]


def check_language(out: Path, asked: Asked, lang: str, shared: Iterable[str] = ()) -> list[str]:
    """The same of one language that is not in its place yet: what it leads to outside of it is taken on trust."""
    pages = _pages(out)
    up = "../" if asked.is_below(lang) else ""
    beside = [f"{up}{path}" for path in shared]
    if len(asked.languages) > 1:
        beside += [f"{up or 'en/'}{path}" for path in pages]
    return check_pages(out, pages, frozenset(beside))


def check_pages(site: Path, pages: Mapping[str, Seen], beside: frozenset[str] = frozenset()) -> list[str]:
    """The faults of pages; `beside` are paths that are there although the folder has them not."""
    if not pages:
        return ["index.html: there are no pages"]
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return [fault for path, seen in pages.items() for fault in _page(path, seen, pages, files | beside)]


def _pages(site: Path) -> dict[str, Seen]:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {path: looked_over((site / path).read_text("utf-8")) for path in paths}


def looked_over(text: str) -> Seen:
    """What one page has."""
    told = without_data(text)
    loads = {one or other for one, other in _LOAD.findall(told)}
    return Seen(
        anchors=frozenset(map(unescape, _ANCHOR.findall(told))),
        links=frozenset(map(unescape, _LINK.findall(told))),
        loads=frozenset(map(unescape, loads)),
        refused=tuple(f"line {told.count(chr(10), 0, each.start()) + 1}" for each in _REFUSED.finditer(told)),
        fault=_policy(text),
    )


def _policy(text: str) -> str:
    """A page's own policy has to be the one that its scripts come to."""
    stated = _CSP.search(text)
    if stated is None:
        return "no policy (CSP)"
    return "" if stated[1] == csp(text) else "its policy (CSP) is not that of its scripts"


def _page(path: str, seen: Seen, pages: Mapping[str, Seen], files: set[str] | frozenset[str]) -> Iterator[str]:
    if seen.fault:
        yield f"{path}: {seen.fault}"
    for where in seen.refused:
        yield f"{path}: {where}: an inline style or handler"
    for target in sorted(seen.loads):
        if target.startswith("//") or urlsplit(target).scheme not in ("", "data"):
            yield f"{path}: a request to elsewhere: {target}"
    for target in sorted(seen.links | seen.loads):
        if not target.startswith("data:") and (fault := _link(path, target, pages, files)):
            yield f"{path}: {fault}: {target}"


def _link(path: str, target: str, pages: Mapping[str, Seen], files: set[str] | frozenset[str]) -> str | None:
    parts = urlsplit(target)
    if parts.scheme or target.startswith("//"):
        return None if parts.scheme == "https" else "a link that is not allowed"
    name = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
    if name.startswith("..") and name not in files:
        return "leads out of the site"
    if name not in files and (name := f"{name}/index.html" if name != "." else "index.html") not in files:
        return "a dead link"
    anchor = unquote(parts.fragment)
    if anchor and "=" not in anchor and name in pages and not _has(pages[name], anchor):
        return "a dead anchor"
    return None


def _has(seen: Seen, anchor: str) -> bool:
    return anchor in seen.anchors or anchor.startswith("__")


def _twins(pages: set[str]) -> Iterator[str]:
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    chinese = {path for path in pages if not path.startswith("en/")}
    yield from (f"{path}: has no page in English" for path in sorted(chinese - english))
    yield from (f"en/{path}: has no page in Chinese" for path in sorted(english - chinese))
