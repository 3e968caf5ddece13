"""What the trail says of one step, as values that can be kept and sent from one process to another."""

from __future__ import annotations

from typing import Any, NamedTuple

from vendorbook.model import Finding, Text
from vendorbook.model.finding_data import from_data as finding_from
from vendorbook.model.finding_data import to_data as finding_to
from vendorbook.trail.replay import Touched

MERGE_FORM = "changes-come-by-merge"
CLEAN = "merges-are-clean"
IN_ORDER = "merges-are-dated-in-order"
REWRITTEN = "history-is-never-rewritten"
EVIDENCE = "evidence-is-unbroken"
CHECKPOINT = "checkpoint-holds"
REQUIRED = "required-level-is-proved"
LOOSENED = "rules-are-not-loosened-for-a-while"


class Wrong(NamedTuple):
    """Something wrong with a step itself, or with the trail: the policy that says so, in words, and a file if any."""

    policy: str
    message: Text
    path: str = ""


class Judged(NamedTuple):
    """One step of the line. `day` is ISO, in Taipei; `findings` are the errors that it brought, by its base's rules.

    `level` is what is proved (0 to 4) and `lacks` what the next one asks for; `authors` are staff ids, or the address
    where nobody is known by it. `rules_after` is the digest of the rules it leaves where it touched them, else empty.
    """

    commit: str
    number: int | None
    form: str
    day: str
    authors: tuple[str, ...]
    engagements: tuple[Touched, ...]
    policy_digest: str
    rules_after: str
    wrong: tuple[Wrong, ...]
    findings: tuple[Finding, ...]
    unjudged: Text | None
    level: int
    lacks: tuple[Text, ...]
    approved_by: tuple[str, ...]
    tracebacks: tuple[str, ...] = ()


def to_data(judged: Judged) -> list[Any]:
    """In JSON's types, field by field; tracebacks are not kept."""
    findings = [finding_to(each) for each in judged.findings]
    return [findings if name == "findings" else value for name, value in judged._asdict().items()][:-1]


def from_data(data: list[Any]) -> Judged:
    """What `to_data` was given. Raises TypeError, ValueError or KeyError for anything else."""
    plain = Judged(*data)
    return plain._replace(
        authors=tuple(plain.authors),
        engagements=tuple(Touched(*each[:4], tuple(each[4])) for each in plain.engagements),
        wrong=tuple(Wrong(policy, Text(*message), path) for policy, message, path in plain.wrong),
        findings=tuple(finding_from(each) for each in data[9]),
        unjudged=Text(*plain.unjudged) if plain.unjudged else None,
        lacks=tuple(Text(*each) for each in plain.lacks),
        approved_by=tuple(plain.approved_by),
    )
