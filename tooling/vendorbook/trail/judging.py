"""Judging steps of one history: their form, what the gate would have said, and how much is proved of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vendorbook.git import TagObject
from vendorbook.model import Text
from vendorbook.repository.past import Past
from vendorbook.trail.changes import PastChange
from vendorbook.trail.clean import unclean
from vendorbook.trail.content import content_at, digest_of
from vendorbook.trail.forms import faults_of_content, faults_of_entry, faults_of_form
from vendorbook.trail.judged import Judged, Wrong
from vendorbook.trail.ledger import Entry
from vendorbook.trail.levels import Proof, Witnesses, proof
from vendorbook.trail.replay import Replay, Replayer
from vendorbook.trail.signatures import TrustedKey
from vendorbook.trail.steps import Step


class Beside(NamedTuple):
    """What is known besides the line: the forge's keys, the entries by merge, and the reviewers' tags by number."""

    forge_keys: Sequence[TrustedKey]
    entries: Mapping[str, Entry]
    tags: Mapping[int, Sequence[TagObject]]

    def witnesses(self, commit: str, number: int | None) -> Witnesses:
        """What there is about one commit, by its id and the number in its message."""
        tags = self.tags.get(number, ()) if number is not None else ()
        return Witnesses(self.forge_keys, self.entries.get(commit), tags)


class Judge:
    """Judges steps; what it has read for one it keeps for the next."""

    def __init__(self, root: Path, prefix: str, beside: Beside, days: Mapping[str, date]) -> None:
        self._root = root
        self._prefix = prefix
        self._beside = beside
        self._days = days
        self._past = Past(root, prefix)
        self._replayer = Replayer(self._past, prefix)

    def judged(self, steps: Sequence[Step]) -> Iterator[Judged]:
        """Each in turn; `days` has the day of every commit of the line."""
        wrong = unclean(self._root, steps)
        return (self._one(step, wrong.get(step.id, ())) for step in steps)

    def _one(self, step: Step, not_clean: tuple[str, ...]) -> Judged:
        witnesses = self._beside.witnesses(step.id, step.number)
        mass = witnesses.entry.mass_change if witnesses.entry else None
        replay = self._replayer.replay(step, mass=mass)
        of_form = list(faults_of_form(step, not_clean, self._days.get(step.base)))
        of_entry = list(self._of_entry(step, witnesses.entry))
        if of_entry:  # what contradicts the commit proves nothing about it
            witnesses = witnesses._replace(entry=None)
        change = PastChange(step, self._past, self._prefix)
        proved = proof(step, change, replay, [each.message for each in of_form], witnesses, self._past)
        return _together(step, replay, [*of_form, *of_entry], proved)

    def _of_entry(self, step: Step, entry: Entry | None) -> Iterator[Wrong]:
        if entry is not None:
            yield from faults_of_entry(step, entry)
            trees = content_at(self._past, step.commit.tree, list(entry.content))
            yield from faults_of_content(entry, trees, partial(digest_of, self._past))


def _together(step: Step, replay: Replay, wrong: Sequence[Wrong], proved: Proof) -> Judged:
    return Judged(
        commit=step.id,
        number=step.number,
        form=step.form.value,
        day=step.day.isoformat(),
        authors=_named_once(_authors(step, replay)),
        engagements=replay.engagements,
        policy_digest=replay.policy_digest,
        rules_after=replay.rules_after,
        wrong=tuple(wrong),
        findings=replay.findings,
        unjudged=replay.unjudged,
        level=proved.level,
        lacks=tuple(proved.lacks),
        approved_by=proved.approved_by,
        tracebacks=replay.tracebacks,
    )


def _authors(step: Step, replay: Replay) -> Iterator[str]:
    """Who wrote the change: by staff id, or as the commit has it."""
    commits = step.commits if len(step.commit.parents) > 1 else (step.commit,)
    known: Iterable[str | None] = replay.authors or [None] * len(commits)
    for commit, person in zip(commits, known, strict=False):
        yield person or f"<{commit.author.email}>"


def _named_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def lacking(judged: Judged) -> Text:
    """What the next level lacks, in one sentence."""
    return Text("；".join(each.zh_tw for each in judged.lacks), "; ".join(each.en for each in judged.lacks))
