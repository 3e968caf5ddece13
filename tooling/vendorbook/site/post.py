"""The last hand on built pages: bodies set in, and a policy of what a browser may do (CSP) in each."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from vendorbook.site.theme import PLACEHOLDER

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def finish(site: Path, bodies: Mapping[str, str]) -> None:
    """Every page of a language. Raises ValueError where a page has no place for its body."""
    for path, body in bodies.items():
        place = site / path
        place.write_text(finished(place.read_text("utf-8"), body), encoding="utf-8", newline="\n")


def finished(shell: str, body: str) -> str:
    before, mark, after = shell.partition(PLACEHOLDER)
    if not mark:
        raise ValueError("a page without a place for its body")
    # Scripts that run are the theme's alone: bodies have none but data, and are not looked at.
    policy = f'<meta http-equiv="Content-Security-Policy" content="{csp(before + after)}">'
    return before.replace(_CHARSET, f"{_CHARSET}\n      {policy}", 1) + body + after


def csp(page: str) -> str:
    """Nothing from anywhere but the page's own folder; inline scripts by their hashes, no inline styles at all."""
    hashes = " ".join(sorted({_hash(text) for text in inline_scripts(page)}))
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'"
    )


def without_data(page: str) -> str:
    """The page without what stands in its scripts."""
    return _SCRIPT.sub(lambda match: f"<script{match['attributes']}></script>", page)


def inline_scripts(page: str) -> list[str]:
    """The scripts of a page that run and stand in it."""
    found = []
    for match in _SCRIPT.finditer(page):
        attributes = match["attributes"]
        if " src=" not in attributes and "application/json" not in attributes:
            found.append(match["text"])
    return found


@lru_cache(maxsize=4096)
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
