"""Judging a step again, as the gate would have on its day, by the rules of its own base."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from vendorbook.gate import GateVerdict, Means, judge_change
from vendorbook.history import ADDED
from vendorbook.judging import Rules
from vendorbook.judging.sources import Remembered
from vendorbook.model import CannotJudge, Finding, Node, Severity, Text, Unreadable
from vendorbook.register import People, scope_digest
from vendorbook.repository import Snapshot
from vendorbook.repository.past import Past
from vendorbook.trail.changes import PastChange
from vendorbook.trail.crew import Shares
from vendorbook.trail.rulebooks import Rulebooks
from vendorbook.trail.steps import Step


class Touched(NamedTuple):
    """An engagement that a step has touched: what it did to its scope, and which entries it added to its journal.

    A scope's digest is empty where there is no engagement, or it cannot be read.
    """

    engagement: str
    status: str
    scope_before: str
    scope_after: str
    added: tuple[str, ...]


class Replay(NamedTuple):
    """What a step came to. `unjudged` says why the rules could not be applied, and then nothing else is known.

    `findings` are the errors that it brought. `authors` are the staff ids of who wrote its commits, None for somebody
    whom people.yaml does not know; `leaders` those of who led the assessments it adds. `rules_after` is the digest of
    the rules that it leaves, where it touched them. `rules` are those of its base, in this run alone.
    """

    policy_digest: str = ""
    findings: tuple[Finding, ...] = ()
    engagements: tuple[Touched, ...] = ()
    authors: tuple[str | None, ...] = ()
    leaders: tuple[str, ...] = ()
    rules_after: str = ""
    unjudged: Text | None = None
    tracebacks: tuple[str, ...] = ()
    rules: Rules | None = None


class Replayer:
    """Judges steps of one history, one after the other."""

    def __init__(self, past: Past, prefix: str) -> None:
        self._past = past
        self._prefix = prefix
        self._books = Rulebooks()
        self._sources = Remembered()
        self._shares = Shares()

    def replay(self, step: Step, *, mass: bool | None) -> Replay:
        """The step, judged anew; `mass` is whether it was meant to touch many records, None if nobody knows."""
        change = PastChange(step, self._past, self._prefix)
        try:
            rules = self._books.of(change.before)
            verdict = self._verdict(change, rules, step.day, mass=mass)
        except CannotJudge as trouble:
            return Replay(unjudged=_with_place(trouble))
        return self._told(change, rules, verdict)

    def held_to(self, step: Step, rules: Rules) -> Iterator[Finding]:
        """The errors that a step would have brought under other rules than its base's."""
        verdict = self._verdict(PastChange(step, self._past, self._prefix), rules, step.day, mass=None)
        return (found for found in verdict.introduced if _is_held_against(found))

    def rules_around(self, step: Step) -> tuple[Rules | None, Rules | None]:
        """The rules before and after a step; None where they cannot judge."""
        change = PastChange(step, self._past, self._prefix)
        return self._readable(change.before), self._readable(change.after)

    def _readable(self, snapshot: Snapshot) -> Rules | None:
        with suppress(CannotJudge):
            return self._books.of(snapshot)
        return None

    def verdict(self, step: Step, *, mass: bool | None) -> GateVerdict:
        """What the gate says of a step. Raises CannotJudge."""
        change = PastChange(step, self._past, self._prefix)
        return self._verdict(change, self._books.of(change.before), step.day, mass=mass)

    def _verdict(self, change: PastChange, rules: Rules, day: date, *, mass: bool | None) -> GateVerdict:
        """What is not known of a change is not held against it."""
        means = Means(self._sources, self._shares.crew(rules.book, day), self._books.of, shows_new_rules=False)
        return judge_change(change, rules, day, mass=mass is not False, means=means)

    def _told(self, change: PastChange, rules: Rules, verdict: GateVerdict) -> Replay:
        people = People(rules.book.people)
        return Replay(
            policy_digest=rules.digest,
            findings=tuple(found for found in verdict.introduced if _is_held_against(found)),
            engagements=tuple(self._touched(change)),
            authors=tuple(people.of_commit_identity(each.author.name, each.author.email) for each in change.commits),
            leaders=tuple(self._leaders(change)),
            rules_after=self._rules_after(change),
            tracebacks=verdict.tracebacks,
            rules=rules,
        )

    def _touched(self, change: PastChange) -> Iterator[Touched]:
        records = {file.record: None for file in change.files if file.is_record and "/" in file.record}
        for name in records:
            before, after = self._root(change.before, name), self._root(change.after, name)
            added = [file.path for file in change.files if file.record == name and file.status == ADDED]
            entries = tuple(path.removeprefix(f"vendors/{name}/") for path in added if path.endswith(".yaml"))
            status = after.text("status") if after else ""
            journal = tuple(each.removesuffix(".yaml") for each in entries if each.startswith("journal/"))
            yield Touched(name, status, _scope(before), _scope(after), journal)

    def _leaders(self, change: PastChange) -> Iterator[str]:
        for file in change.files:
            if file.status == ADDED and file.folder == "journal" and "-risk-assessment" in file.name:
                entry = self._read(change.after, file.path)
                if entry and entry.text("led_by"):
                    yield entry.text("led_by")

    def _rules_after(self, change: PastChange) -> str:
        if all(file.is_record for file in change.files):
            return ""
        with suppress(CannotJudge):
            return self._books.of(change.after).digest
        return "?"

    def _root(self, snapshot: Snapshot, record: str) -> Node | None:
        return self._read(snapshot, f"vendors/{record}/engagement.yaml")

    def _read(self, snapshot: Snapshot, path: str) -> Node | None:
        if path in snapshot.files():
            with suppress(Unreadable):
                return self._sources.read(snapshot, path).root
        return None


def _is_held_against(found: Finding) -> bool:
    return found.severity == Severity.ERROR and found.waiver is None


def _scope(root: Node | None) -> str:
    scope = root.get("scope") if root else None
    return scope_digest(scope) if scope else ""


def _with_place(trouble: CannotJudge) -> Text:
    """Why, with the first place that is at fault: it stands in another commit than the one that is looked at."""
    at = trouble.places[0] if trouble.places else None
    if at is None:
        where = f"{trouble.location.path}:{trouble.location.line}: " if trouble.location else ""
        return Text(where + trouble.message.zh_tw, where + trouble.message.en)
    where = f"{at.location.path}:{at.location.line}: "
    return Text(
        f"{trouble.message.zh_tw}（{where}{at.message.zh_tw}）", f"{trouble.message.en} ({where}{at.message.en})"
    )
