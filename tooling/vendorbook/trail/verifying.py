"""Verifying the trail: every step of the line judged again, and all that is known beside it held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from vendorbook.judging.progress import Told, silent
from vendorbook.model import CannotJudge, Finding, Location, Severity, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.trail.checkpoints import faults
from vendorbook.trail.judged import EVIDENCE, LOOSENED, REQUIRED, Judged, Wrong
from vendorbook.trail.judging import Judge, lacking
from vendorbook.trail.kept_passed import passed_steps
from vendorbook.trail.kept_steps import KeptSteps, state_of
from vendorbook.trail.known_tips import missing
from vendorbook.trail.opening import Stretch, Trail
from vendorbook.trail.side_by_side import judged_by_all
from vendorbook.trail.steps import Step, day_of, number_of
from vendorbook.trail.verdict import TrailFinding, TrailVerdict

_MOST_MISSING = 20
"""Entries of the evidence whose merges are gone that are named one by one: a rewritten history loses all of them."""


class Asked(NamedTuple):
    """What verifying is asked: the level that every merge has to reach (0: none), from where, and known tips."""

    required: int = 0
    since: str | None = None
    known_tips: tuple[str, ...] = ()


def verify(trail: Trail, asked: Asked, told: Told = silent) -> TrailVerdict:
    """The whole verdict. Raises CannotJudge where the clone cannot be asked, or nothing was merged at all."""
    stretch = trail.stretch(asked.since)
    if not stretch.places:
        raise CannotJudge(_NOTHING)
    steps = judged_steps(trail, stretch.places, told)
    findings = [
        *_of_trail(trail, asked, steps),
        *(found for step in steps for found in _of_step(step, trail.rules.book, asked.required)),
        *_of_loosened(trail, steps),
    ]
    return TrailVerdict(
        tip=trail.line.tip,
        start=trail.line.ids[stretch.start],
        since=trail.line.ids[stretch.since],
        length=_length(trail, stretch),
        required=asked.required,
        policy_digest=trail.rules.digest,
        evidence_tip=trail.ledger.tip,
        evidence_entries=len(trail.ledger.entries),
        checkpoints=tuple(trail.checkpoints),
        steps=tuple(steps),
        findings=tuple(findings),
    )


def judged_steps(trail: Trail, places: Sequence[int], told: Told = silent) -> list[Judged]:
    """The steps at these places, in their order: from what was kept, else judged anew."""
    kept = KeptSteps(trail.kept, trail.prefix)
    states = {place: state_of(trail.beside.witnesses(trail.line.ids[place], _number(trail, place))) for place in places}
    known = {place: each for place in places if (each := kept.of(trail.line.ids[place], states[place]))}
    anew = trail.line.steps([place for place in places if place not in known], trail.prefix)
    for each in judged_by_all(anew, lambda: _judge(trail, anew), told):
        known[trail.line.places[each.commit]] = each
    kept.save((known[step.place], states[step.place]) for step in anew)
    return [known[place] for place in places]


def _number(trail: Trail, place: int) -> int | None:
    return number_of(trail.line.commits[place])


def _judge(trail: Trail, steps: Iterable[Step]) -> Judge:
    commits = trail.line.commits
    days = {commits[step.place - 1].id: day_of(commits[step.place - 1]) for step in steps if step.place}
    return Judge(trail.root, trail.prefix, trail.beside, days)


def _length(trail: Trail, stretch: Stretch) -> int:
    return len(trail.line.ids) - 1 - stretch.start


def _of_trail(trail: Trail, asked: Asked, steps: Sequence[Judged]) -> Iterator[TrailFinding]:
    """What is wrong with more than one step: known tips, the evidence as a chain, checkpoints."""
    book = trail.rules.book
    tips = list(missing(trail.line, trail.known_tips(asked.known_tips)))
    tips += islice(missing(trail.line, trail.merges_of_evidence()), _MOST_MISSING)
    for tip, wrong in tips:
        yield _finding(wrong, book, tip.commit)
    for place in trail.ledger.faults:
        text = place.message
        message = Text(f"{place.location.path}：{text.zh_tw}", f"{place.location.path}: {text.en}")
        yield _finding(Wrong(EVIDENCE, message), book)
    evidence = trail.commits_of_evidence
    start = trail.line.ids[trail.stretch(None).start]
    digests = {trail.line.ids[trail.line.places[step.commit] - 1]: step.policy_digest for step in steps}
    digests[trail.line.tip] = trail.rules.digest
    for found in trail.checkpoints:
        about = found.checkpoint.tip if found.checkpoint else ""
        for wrong in (*found.wrong, *faults(trail.line, start, evidence, found, digests.get)):
            yield _finding(wrong, book, about)


def _of_step(step: Judged, book: Rulebook, required: int) -> Iterator[TrailFinding]:
    for wrong in step.wrong:
        yield _finding(wrong, book, step.commit, step.number)
    for found in step.findings:
        yield _of_gate(step, found)
    if step.level < required and not step.unjudged:
        message = Text(
            f"須為 T{required}，僅證明 {_named(step.level)}：{lacking(step).zh_tw}",
            f"T{required} is required, {_named(step.level)} is proved: {lacking(step).en}",
        )
        yield _finding(Wrong(REQUIRED, message), book, step.commit, step.number)


def _of_loosened(trail: Trail, steps: Sequence[Judged]) -> Iterator[TrailFinding]:
    """What passed only while a policy was other than it had been and is again."""
    numbers = {step.commit: f"#{step.number}" if step.number is not None else step.commit[:12] for step in steps}
    by_commit = {step.commit: step for step in steps}
    for passed in passed_steps(trail, steps):
        found, first, last = passed.finding, numbers[passed.loosened_by], numbers[passed.restored_by]
        message = Text(
            f"{first} 放寬、{last} 又恢復之政策 {found.policy}，本應查出：{found.message.zh_tw}",
            f"{found.policy}, which {first} loosened and {last} restored, would have said: {found.message.en}",
        )
        made = _finding(Wrong(LOOSENED, message), trail.rules.book, passed.commit, by_commit[passed.commit].number)
        yield made._replace(record=found.record, location=found.location)


def _named(level: int) -> str:
    return f"T{level}" if level else "–"


def _of_gate(step: Judged, found: Finding) -> TrailFinding:
    return TrailFinding(
        found.policy, found.severity, step.commit, step.number, found.record, found.location, found.message, found.fix
    )


def _finding(wrong: Wrong, book: Rulebook, commit: str = "", number: int | None = None) -> TrailFinding:
    """A finding of the trail's own; its control file, where the rules of the tip have it, says what to do."""
    policy = book.policies.get(wrong.policy)
    location = Location(wrong.path, 1, 1) if wrong.path else None
    severity = policy.severity if policy else Severity.ERROR
    fix = policy.fix if policy else Text("", "")
    return TrailFinding(wrong.policy, severity, commit, number, "", location, wrong.message, fix)


_NOTHING = Text(
    "起點之後沒有任何合併可供驗證", "nothing has been merged since the start: there is nothing to be verified"
)
