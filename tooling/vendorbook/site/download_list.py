"""Which files come with the pages."""

from __future__ import annotations

from importlib.util import find_spec

_FILES = (
    ("register.csv", "register_csv"),
    ("standings.csv", "standings_csv"),
    ("due.csv", "due_csv"),
    ("api/v1/engagements.json", "register_json"),
    ("api/v1/changes.json", "changes_json"),
    ("api/v1/findings.json", "findings_json"),
    ("api/v1/coverage.json", "coverage_json"),
    ("changes.atom", "changes_atom"),
)


def has_calendar() -> bool:
    """Whether the package is installed that writes calendars."""
    return find_spec("icalendar") is not None


def listed() -> list[tuple[str, str]]:
    """The files of a language, each with the key of what it holds."""
    return [*_FILES, *([("due.ics", "due_ics")] if has_calendar() else [])]
