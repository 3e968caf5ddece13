"""MkDocs with its Material theme makes the shells of pages: one run a language, by a configuration of the tool's own.

Nothing of the register's gets into the configuration but the firm's name, and that without any mark that HTML acts on.
The body of a page is set into its shell afterwards: neither Markdown nor Jinja ever sees a record.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from vendorbook.model import CannotJudge, Text
from vendorbook.site import paths
from vendorbook.site.assets import SCRIPTS
from vendorbook.site.inert import for_title
from vendorbook.site.rendering import Page, Rendering

PLACEHOLDER = '<h1 hidden="hidden" class="vb-body"></h1>'
"""What a shell has where the body goes. Without a heading in the content the theme would add one."""

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def require() -> None:
    """Raises CannotJudge where the packages of the extra are missing."""
    try:
        os.environ.update(_QUIET)
        import mkdocs  # noqa: F401
    except ImportError:
        raise CannotJudge(
            Text(
                "網站需要額外套件：pip install 'vendorbook[site]'",
                "the site needs extra packages: pip install 'vendorbook[site]'",
            )
        ) from None


def source_of(page: Page, body: str = PLACEHOLDER) -> str:
    """A page as Markdown: front matter, and HTML that Markdown leaves alone."""
    title = json.dumps(for_title(page.title), ensure_ascii=False)
    return f"---\ntitle: {title}\nhide: [navigation, toc]\n---\n\n{body}\n"


def write_sources(pages: Iterable[Page], docs: Path) -> None:
    """A Markdown file a page, under its path."""
    for page in pages:
        place = docs / page.path.replace(".html", ".md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(source_of(page), encoding="utf-8")


def configuration(of: Rendering, docs: Path, site: Path) -> dict[str, Any]:
    """All of what MkDocs is told."""
    other = of.lang == "en"
    return {
        "site_name": for_title(f"{of.names.firm} {of.say('site_name')}"),
        "site_description": of.say("site_name"),
        "copyright": of.say(f"footer.{of.site.audience.name}"),
        "docs_dir": str(docs),
        "site_dir": str(site),
        "use_directory_urls": False,
        "strict": True,
        "theme": _theme("en" if other else "zh-TW"),
        "plugins": [],
        "markdown_extensions": [],
        "extra": {"generator": False},
        "extra_css": ["assets/vendorbook/site.css"],
        "extra_javascript": [f"assets/vendorbook/{name}" for name in SCRIPTS],
        "nav": [{of.say(f"nav.{key}"): path.replace(".html", ".md")} for key, path in paths.SECTIONS],
        "not_in_nav": "\n".join(
            ["/policies.md", "/suppliers/", "/engagements/", "/obligations/", "/changes/", "/past/"]
        ),
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
    }


def _theme(language: str) -> dict[str, Any]:
    """The reader's own choice of light and dark, until they switch."""
    automatic, to_light, to_dark = _SWITCHES["en" if language == "en" else "zh-TW"]
    palettes = (
        ("(prefers-color-scheme)", "", "material/brightness-auto", to_light),
        ("(prefers-color-scheme: light)", "default", "material/weather-night", to_dark),
        ("(prefers-color-scheme: dark)", "slate", "material/weather-sunny", automatic),
    )
    return {
        "name": "material",
        "language": language,
        "font": False,
        "icon": {"logo": "material/shield-check-outline"},
        "favicon": "assets/vendorbook/icon.svg",
        "features": ["navigation.tabs"],
        "palette": [_palette(*each) for each in palettes],
    }


def _palette(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    named = {"scheme": scheme} if scheme else {}
    return {"media": media, **named, "primary": "custom", "accent": "custom", "toggle": {"icon": icon, "name": name}}


_SWITCHES = {
    "zh-TW": ("依系統設定", "切換為淺色", "切換為深色"),
    "en": ("As the system has it", "Switch to light", "Switch to dark"),
}


def build(config: dict[str, Any], config_file: Path, told: Callable[[str], None]) -> None:
    """Runs MkDocs. Whatever it warns of is a bug of ours: pages and navigation are of our own making."""
    config_file.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    warned = _Warned()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warned)
    logger.propagate = False
    try:
        from mkdocs.commands.build import build as run
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        try:
            told("mkdocs")
            run(load_config(str(config_file)))
        except (MkDocsException, SystemExit) as error:
            raise RuntimeError(f"mkdocs: {error} {'; '.join(warned.said)}") from None
    finally:
        logger.removeHandler(warned)


class _Warned(logging.Handler):
    """Keeps what MkDocs warns of, for the message of a failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage()[:500])


def unwanted(site: Path) -> Sequence[Path]:
    """What the theme brings along and nothing here uses: source maps, its search, a map for search engines."""
    found = list(site.rglob("*.map"))
    found += [
        path for name in ("lunr", "workers") for path in site.glob(f"assets/javascripts/{name}/**/*") if path.is_file()
    ]
    return [*found, *site.glob("sitemap.xml*"), *site.glob("404.html")]
