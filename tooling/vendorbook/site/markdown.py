"""The pages as Markdown files with their bodies in them, for whoever builds them by MkDocs alone."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from vendorbook.judging import Kept, Rules
from vendorbook.model import LANGUAGES, CannotJudge, Text
from vendorbook.repository import Snapshot
from vendorbook.site import assets
from vendorbook.site.asked import Asked
from vendorbook.site.downloads import downloads
from vendorbook.site.gathering import Step, gathered
from vendorbook.site.pages import pages
from vendorbook.site.rendering import Page, Rendering
from vendorbook.site.search import index
from vendorbook.site.theme import source_of

_MARK = "assets/vendorbook/basics.js"
"""What a folder of ours has: no other is emptied."""


def write_pages(
    snapshot: Snapshot, rules: Rules, day: date, asked: Asked, docs: Path, kept: Kept | None, told: Step
) -> int:
    """Chinese at the top, English below it; gives how many pages a language has.

    Raises CannotJudge where the folder holds something else, or there is nothing to judge.
    """
    if docs.is_symlink() or (docs.exists() and any(docs.iterdir()) and not (docs / _MARK).is_file()):
        raise CannotJudge(Text(f"{docs} 內有其他檔案，不予覆蓋", f"{docs} holds something else and is not overwritten"))
    site = gathered(snapshot, rules, day, asked, kept, told)
    shutil.rmtree(docs, ignore_errors=True)
    return max(_language(Rendering(site, lang), docs / "en" if lang == "en" else docs) for lang in LANGUAGES)


def _language(of: Rendering, top: Path) -> int:
    assets.write(top / "assets/vendorbook", of.lang)
    (top / "assets/vendorbook/index.js").write_text(index(of), encoding="utf-8")
    for path, text in downloads(of):
        place = top / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    count = 0
    for page in pages(of):
        place = top / page.path.replace(".html", ".md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_whole(page), encoding="utf-8")
        count += 1
    return count


def _whole(page: Page) -> str:
    """With its own style and scripts: a configuration that knows nothing of them shows it all the same."""
    folder = "../" * page.path.count("/") + "assets/vendorbook/"
    links = f'<link rel="stylesheet" href="{folder}site.css">'
    scripts = "".join(f'<script defer src="{folder}{name}"></script>' for name in assets.SCRIPTS)
    return source_of(page, f'<div class="vb-page">\n{links}\n{page.body.strip()}\n{scripts}\n</div>')
