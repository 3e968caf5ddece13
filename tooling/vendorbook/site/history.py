"""What has changed in the register, merge by merge, field by field, lists by the ids of their items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from vendorbook import git, yaml_source
from vendorbook.git import Changed, CommitObject
from vendorbook.history import ADDED, CHANGED, REMOVED, Difference, Id, differences
from vendorbook.judging.progress import Told
from vendorbook.model import Node, Source, Unreadable
from vendorbook.model.places import no_places, pack
from vendorbook.repository.layout import folder_of, record_of
from vendorbook.schema_check import kind_of
from vendorbook.trail.judged import Judged
from vendorbook.trail.line import Line
from vendorbook.trail.steps import Step, day_of, number_of
from vendorbook.trail.verdict import TrailVerdict

_LIMIT = 1024 * 1024
_RECORDS = frozenset({"engagement", "supplier"})
_STATUS: Mapping[str, str] = {"A": ADDED, "M": CHANGED, "D": REMOVED, "T": CHANGED}


class Entry(NamedTuple):
    """A file of a journal: `kind` and `day` are those that its name says."""

    path: str
    status: str
    kind: str
    day: str


class RecordChange(NamedTuple):
    """What a merge did to one record. `fields` are of its own file; None where a version of it cannot be read.

    `scope_changed` says that what it provides is not what it was.
    """

    record: str
    status: str
    kind: str
    fields: tuple[Difference, ...] | None
    entries: tuple[Entry, ...]
    evidence: int
    scope_changed: bool

    @property
    def assessments(self) -> tuple[Entry, ...]:
        return tuple(each for each in self.entries if each.kind == "risk-assessment" and each.status == ADDED)


class Change(NamedTuple):
    """One step of the line: `title` is what its author says. `judged` is what the trail proves, if it was asked."""

    commit: CommitObject
    day: date
    number: int | None
    title: str
    authors: tuple[str, ...]
    records: tuple[RecordChange, ...]
    rules: tuple[tuple[str, str], ...]
    judged: Judged | None

    @property
    def id(self) -> str:
        return self.commit.id


class HistoryLine(NamedTuple):
    """The first-parent line up to a commit, and the register's folder in the repository, with its `/`."""

    root: Path
    line: Line
    prefix: str


def line_of(root: Path, commit: str | None) -> HistoryLine | None:
    """None outside of git."""
    return HistoryLine(root, Line(root, commit), git.prefix_of(root)) if commit else None


def changes(of: HistoryLine, trail: TrailVerdict | None, told: Told) -> tuple[Change, ...]:
    """Every step that touches the register, newest first."""
    places = [place for place in range(len(of.line.ids)) if of.line.touches(place, of.prefix)]
    steps = of.line.steps(places, of.prefix)
    judged = {each.commit: each for each in trail.steps} if trail else {}
    blobs = git.Blobs(of.root)
    found = []
    for done, step in enumerate(steps, 1):
        found.append(_change(step, of.prefix, blobs, judged.get(step.id)))
        told(done, len(steps))
    return tuple(each for each in reversed(found) if each.records or each.rules)


def _change(step: Step, prefix: str, blobs: git.Blobs, judged: Judged | None) -> Change:
    files = [each._replace(path=each.path.removeprefix(prefix)) for each in step.files if each.path.startswith(prefix)]
    of_records: dict[str, list[Changed]] = {}
    rules = []
    for each in files:
        if each.path.startswith("vendors/"):
            of_records.setdefault(record_of(each.path), []).append(each)
        elif each.path.startswith(("policies/", "schemas/")):
            rules.append((each.path, _STATUS.get(each.status, CHANGED)))
    authors = dict.fromkeys(each.author.email for each in step.commits or (step.commit,))
    return Change(
        commit=step.commit,
        day=day_of(step.commit),
        number=number_of(step.commit),
        title=_title(step.commit),
        authors=tuple(authors),
        records=tuple(_record(record, of_record, blobs) for record, of_record in sorted(of_records.items())),
        rules=tuple(rules),
        judged=judged,
    )


def _title(commit: CommitObject) -> str:
    """The first line below a merge's subject, where the forge puts the request's title; else the subject."""
    below = [line for line in commit.message.split("\n")[1:] if line.strip()]
    return below[0].strip() if below and len(commit.parents) > 1 else commit.subject


def _record(record: str, files: Sequence[Changed], blobs: git.Blobs) -> RecordChange:
    own = next((each for each in files if kind_of(each.path) in _RECORDS and not folder_of(each.path)), None)
    kind = "engagement" if "/" in record else "supplier"
    fields = tuple(_fields(own, blobs)) if own else ()
    entries = tuple(_entry(each) for each in files if folder_of(each.path) == "journal")
    return RecordChange(
        record=record,
        status=_STATUS.get(own.status, CHANGED) if own else CHANGED,
        kind=kind,
        fields=None if fields and None in fields else tuple(each for each in fields if each),
        entries=entries,
        evidence=sum(folder_of(each.path) == "evidence" and each.status == "A" for each in files),
        scope_changed=any(each and each.way[:1] == ("scope",) for each in fields),
    )


def _fields(own: Changed, blobs: git.Blobs) -> Iterator[Difference | None]:
    before, after = (_read(own.path, blob, blobs) for blob in (own.before, own.after))
    if before is None or after is None:
        yield None
    else:
        yield from differences(before, after)


def _read(path: str, blob: str | None, blobs: git.Blobs) -> Node | None:
    """A version of a file; one that is not there has no fields, one that cannot be read is None."""
    if blob is None:
        return Source(path, {}, no_places([pack(1, 1)])).root
    try:
        return yaml_source.read(blobs.read(blob, _LIMIT), path).root
    except (Unreadable, git.TooLarge):
        return None


def _entry(file: Changed) -> Entry:
    name = file.path.rpartition("/")[2]
    kind = (kind_of(file.path) or "").removeprefix("journal/")
    return Entry(file.path, _STATUS.get(file.status, CHANGED), kind, name[:10])


def key_of(way: Sequence[object]) -> tuple[str | int, ...]:
    """The way as schemas know it: an item by its index, whichever it is."""
    return tuple(0 if isinstance(step, Id | int) else str(step) for step in way)
