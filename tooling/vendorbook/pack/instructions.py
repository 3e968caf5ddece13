"""How to check a pack without the tool: the pages VERIFY in both languages, from the templates beside this module."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shlex import quote

from vendorbook.model import LANGUAGES

TEMPLATES = Path(__file__).with_name("templates")


def files(tool: str, commit: str, prefix: str, as_of: date, engagement: str | None) -> dict[str, bytes]:
    """The pages by their names in the pack."""
    values = {
        "{{tool}}": tool,
        "{{commit}}": commit,
        "{{root}}": quote(f"../examined/{prefix}".rstrip("/")),
        "{{as_of}}": as_of.isoformat(),
        "{{vendors}}": f"vendors/{engagement}" if engagement else "vendors",
    }
    return {f"VERIFY.{lang}.md": _filled(lang, values) for lang in LANGUAGES}


def _filled(lang: str, values: dict[str, str]) -> bytes:
    text = (TEMPLATES / f"VERIFY.{lang}.md").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(name, value)
    return text.encode()
