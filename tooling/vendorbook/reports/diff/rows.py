"""What is told in rows, in one language: what must be seen first, then each record, then the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorbook.model import Finding
from vendorbook.reports.diff import words
from vendorbook.reports.diff.account import Account, EntryNote, FileNote, Line, RecordNote, RuleNote, Value

_MOST_FACTS = 12
_MOST_LEAVES = 40
_MOST_OF_A_KIND = 200

SIGNS = {"added": "+", "removed": "-", "changed": "~", "renamed": "»", "reordered": "~"}


class Row(NamedTuple):
    """A row: `depth` 0 is a heading. `was` and `now` are values; `at` is a way in a file, or a place in one.

    `tone` is that of the sign (`added`, `removed`, …) or of a finding (`error`, `fine`, …). What is `urgent` goes first
    where there is no room for all.
    """

    depth: int
    said: str
    sign: str = ""
    tone: str = ""
    was: str = ""
    now: str = ""
    at: str = ""
    mark: str = ""
    colon: str = ": "
    urgent: bool = False


def rows(of: Account, lang: str) -> Iterator[Row]:
    """All rows below the heading of the whole."""
    if of.is_of_both_halves:
        yield Row(0, words.BOTH_HALVES.in_(lang), tone="error", urgent=True)
    for record in of.records:
        yield from _record(record, lang)
    if of.elsewhere:
        yield Row(0, words.ELSEWHERE.in_(lang), urgent=True)
        yield from _missing(of.elsewhere, lang)
    if of.rules:
        yield Row(0, words.RULES.in_(lang), urgent=True)
        for rule in of.rules[:_MOST_OF_A_KIND]:
            yield from _rule(rule, lang)
        yield from _more(of.rules, lang)
    if of.others:
        yield Row(0, words.OTHERS.in_(lang), urgent=True)
        yield from _files(of.others, lang, 1)


def _record(of: RecordNote, lang: str) -> Iterator[Row]:
    named = of.title.in_(lang)
    status = "" if of.status == "changed" else f" [{words.status(of).in_(lang)}]"
    yield Row(0, f"{of.id}{f' {named}' if named else ''}{status}", urgent=True)
    yield from _tampered(list(of.tampered), lang)
    yield from _scope(of, lang)
    if of.missing:
        yield from _missing(of.missing, lang)
    yield from _lines(of, lang)
    yield from _entries(of.entries, lang)
    if added := [note for note in of.evidence if note.status == "added"]:
        yield Row(1, words.EVIDENCE.in_(lang))
        yield from _files(added, lang)
    if any(of.risks):
        yield Row(1, words.risks(*of.risks).in_(lang))


def _tampered(notes: list[FileNote], lang: str) -> Iterator[Row]:
    if notes:
        yield Row(1, words.TAMPERED.in_(lang), tone="error", urgent=True)
    for note in notes[:_MOST_OF_A_KIND]:
        yield Row(2, words.tampered(note).in_(lang), "!", "error", urgent=True)
    yield from _more(notes, lang)


def _scope(of: RecordNote, lang: str) -> Iterator[Row]:
    if of.versions is None or not of.has_new_scope:
        return
    yield Row(1, words.NEW_SCOPE.in_(lang), tone="warning", urgent=True)
    yield Row(2, words.versions(*of.versions).in_(lang), urgent=True)
    yield Row(2, words.CALLED_FOR.in_(lang), urgent=True)
    for assessed in of.assessments or (None,):
        is_met = assessed is not None and assessed.is_of_this_scope and assessed.approved_on is not None
        sign, tone = ("✓", "fine") if is_met else ("✗", "error")
        yield Row(3, words.assessment(assessed).in_(lang), sign, tone, urgent=True)
    for each in of.called_for:
        sign, tone = ("✓", "fine") if each.is_met else ("✗", "error")
        yield Row(3, each.title.in_(lang), sign, tone, at=each.policy, urgent=True)


def _missing(found: Iterable[Finding], lang: str) -> Iterator[Row]:
    listed = sorted(found, key=lambda each: (each.waiver is not None, -_WEIGHTS.index(each.severity), each.order))
    yield Row(1, words.MISSING.in_(lang), tone="error", urgent=True)
    for each in listed[:_MOST_OF_A_KIND]:
        at = each.location
        tone = "waived" if each.waiver is not None else str(each.severity)
        yield Row(2, words.finding(each).in_(lang), "✗", tone, at=f"{at.path}:{at.line}:{at.column}", urgent=True)
    yield from _more(listed, lang)


_WEIGHTS = ("note", "warning", "error")


def _lines(of: RecordNote, lang: str) -> Iterator[Row]:
    if of.is_unread:
        yield Row(1, words.UNREAD.in_(lang), tone="error")
    if of.is_same:
        yield Row(1, words.LAYOUT.in_(lang))
    for line in of.lines:
        in_short = of.status != "changed" and not line.is_scope
        yield from _line(line, lang, 1, most=0 if in_short else _MOST_LEAVES)


def _line(line: Line, lang: str, depth: int, most: int = _MOST_LEAVES) -> Iterator[Row]:
    mark = words.IN_SCOPE.in_(lang) if line.is_scope else ""
    row = Row(
        depth, line.called.in_(lang), SIGNS[line.kind], line.kind, at=line.at, mark=mark, colon=words.COLON.in_(lang)
    )
    if line.is_confidential:
        yield row._replace(now=words.unseen(line.kind).in_(lang))
    elif line.kind == "reordered":
        yield row._replace(now=words.ORDER.in_(lang))
    elif line.below and line.leaves > most:
        yield row._replace(now=words.fields(line.leaves).in_(lang))
    else:
        yield row._replace(was=_said(line.before, lang), now=_said(line.after, lang))
        for each in line.below:
            for below in _line(each, lang, depth + 1, most):
                yield below._replace(at=below.at.removeprefix(line.at).removeprefix("."))


def _said(value: Value | None, lang: str) -> str:
    return value.said.in_(lang) if value else ""


def _entries(entries: tuple[EntryNote, ...], lang: str) -> Iterator[Row]:
    if entries:
        yield Row(1, words.JOURNAL.in_(lang))
    for entry in sorted(entries, key=lambda each: (each.kind.en, each.file.path))[:_MOST_OF_A_KIND]:
        status = entry.file.status
        said = f"{entry.day} {entry.kind.in_(lang)}"
        yield Row(2, said, SIGNS[status], status, at=entry.file.path)
        if entry.is_unread:
            yield Row(3, words.UNREAD.in_(lang), tone="error")
        for fact in entry.facts[:_MOST_FACTS]:
            yield Row(3, words.fact(fact).in_(lang), "·")
        for line in entry.lines:
            yield from _line(line, lang, 3)
    yield from _more(entries, lang)


def _rule(of: RuleNote, lang: str) -> Iterator[Row]:
    note = of.file
    title = of.title.in_(lang)
    name = note.path if not note.was else f"{note.was} → {note.path}"
    said = f"{name}{f': {title}' if title else ''}"
    yield Row(1, said, SIGNS[note.status], note.status)
    if of.is_unread:
        yield Row(2, words.UNREAD.in_(lang), tone="error")
    elif not of.lines and note.status == "changed":
        yield Row(2, words.LAYOUT.in_(lang))
    for line in of.lines[:_MOST_LEAVES]:
        yield from _line(line, lang, 2, most=_MOST_LEAVES)
    if len(of.lines) > _MOST_LEAVES:
        yield Row(2, words.more(len(of.lines) - _MOST_LEAVES).in_(lang))


def _files(notes: Iterable[FileNote], lang: str, depth: int = 2) -> Iterator[Row]:
    listed = list(notes)
    for note in listed[:_MOST_OF_A_KIND]:
        yield Row(depth, words.file(note).in_(lang), SIGNS[note.status], note.status)
    yield from _more(listed, lang)


def _more(listed: object, lang: str) -> Iterator[Row]:
    """That there was more than is listed of one kind."""
    count = len(listed) if isinstance(listed, list | tuple) else 0
    if count > _MOST_OF_A_KIND:
        yield Row(2, words.more(count - _MOST_OF_A_KIND).in_(lang))
