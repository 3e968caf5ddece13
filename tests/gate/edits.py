"""What somebody does to the files of a register, as functions from what is there to what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from vendorbook.register import scope_digest
from vendorbook.yaml_source import read

Files: TypeAlias = Mapping[str, bytes]
Patch: TypeAlias = "dict[str, bytes | None]"
Edit: TypeAlias = Callable[[Files], Patch]
"""New contents by path; None removes the file."""

Words: TypeAlias = Callable[[str], str]

KITE = "vendors/kite-systems/order-routing"
RECORD = f"{KITE}/engagement.yaml"
OWNER, OTHER, APPROVER = "s-0107", "s-0108", "s-0105"
LAST = "journal/2025-06-10-risk-assessment"
DAY = "2026-11-16"


def file(path: str, content: str | bytes | None) -> Edit:
    """A file with this content, or none."""
    return lambda _: {path: content.encode() if isinstance(content, str) else content}


def edited(path: str, *words: Words) -> Edit:
    """A file with its text changed."""

    def edit(files: Files) -> Patch:
        text = files[path].decode()
        for change in words:
            text = change(text)
        return {path: text.encode()}

    return edit


def moved(old: str, new: str) -> Edit:
    """Every file below a folder, below another."""

    def edit(files: Files) -> Patch:
        below = [path for path in files if path.startswith(f"{old}/") or path == old]
        return {new + path.removeprefix(old): files[path] for path in below} | dict.fromkeys(below)

    return edit


def removed(folder: str) -> Edit:
    return lambda files: {path: None for path in files if path.startswith(f"{folder}/") or path == folder}


def together(*edits: Edit) -> Edit:
    """One after the other, each on what the ones before it made."""

    def edit(files: Files) -> Patch:
        patch: Patch = {}
        for each in edits:
            seen = {path: data for path, data in (dict(files) | patch).items() if data is not None}
            patch |= each(seen)
        return patch

    return edit


def swapped(old: str, new: str) -> Words:
    """A change of words that must find what it replaces."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def added(text: str) -> Words:
    return lambda before: before + text


wider = swapped("  internet_exposed: false", "  internet_exposed: true")
"""A change of scope that calls for nothing but a new assessment."""

narrower = swapped("  internet_exposed: true", "  internet_exposed: false")


def assessment(day: str = DAY, suffix: str = "", **says: str) -> Edit:
    """The last assessment made anew for the scope that the record has by then; `says` are fields with other words.

    An empty word leaves the field out.
    """

    def edit(files: Files) -> Patch:
        scope = read(files[RECORD], RECORD).root.nearest("scope")
        said = {
            "date": day,
            "supersedes": LAST,
            "scope_digest": scope_digest(scope),
            "approval": f"{{reported_on: {day}, approved_on: {day}, approved_by: {APPROVER}}}",
            **says,
        }
        text = files[f"{KITE}/{LAST}.yaml"].decode().replace("completed_on: 2025-06-10", f"completed_on: {day}")
        for name, value in said.items():
            line = f"{name}: {value}\n" if value else ""
            text, count = re.subn(rf"^{name}: .*\n", line, text, count=1, flags=re.MULTILINE)
            assert count, name
        return {f"{KITE}/journal/{day}-risk-assessment{suffix}.yaml": text.encode()}

    return edit


def reassessed(*words: Words, day: str = DAY, **says: str) -> Edit:
    """A change of scope with its assessment, as Article 6 asks for it."""
    return together(edited(RECORD, *(words or (wider,))), assessment(day, **says))
