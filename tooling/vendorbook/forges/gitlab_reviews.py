"""Who has approved a merge request on GitLab, when, and what they had before them.

GitLab says who approves now (`approvals`), and in notes of its own who approved or withdrew when. Nothing names the
commit: it is the newest that had been pushed by then (`versions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import MappingProxyType

from vendorbook.forges.said import Said, account
from vendorbook.trail.ledger import Account, Review

_STATES = MappingProxyType({"approved this merge request": "approved", "requested changes": "changes-requested"})
_NO_NOTE = "0"


def reviews_of(approvals: Said, notes: Iterable[Said], versions: Sequence[Said]) -> tuple[Review, ...]:
    """The reviews in the order in which they were given. An approval stands if it is the person's last and GitLab
    still counts it; pushes, withdrawals and new approvals leave all others `dismissed`."""
    pushed = sorted(
        ((each["created_at"].moment(), each["head_commit_sha"].commit()) for each in versions), reverse=True
    )
    given = [_review(note, pushed) for note in notes if _is_review(note)]
    counted = {each.id: (each, said) for said in approvals["approved_by"].items() if (each := _approver(said))}
    last = {each.reviewer.id: each.id for each in given if each.state == "approved" and each.reviewer}
    standing = {id for reviewer, id in last.items() if reviewer in counted}
    without = [_without_note(who, said, pushed) for who, said in counted.values() if who.id not in last]
    return tuple(_standing(each, standing) for each in given) + tuple(without)


def _is_review(note: Said) -> bool:
    return note["system"].value is True and note["body"].text() in _STATES


def _review(note: Said, pushed: Sequence[tuple[datetime, str]]) -> Review:
    when = note["created_at"]
    state = _STATES[note["body"].text()]
    commit = _seen(when.moment(), pushed)
    return Review(note["id"].id(), account(note["author"], "username"), state, commit, when.time(), None)


def _approver(said: Said) -> Account | None:
    return account(said["user"], "username")


def _standing(review: Review, standing: set[str]) -> Review:
    stands = review.state != "approved" or review.id in standing
    return review if stands else review._replace(state="dismissed")


def _without_note(reviewer: Account, said: Said, pushed: Sequence[tuple[datetime, str]]) -> Review:
    """An approval that GitLab counts without a note of when, as of an imported project; newer versions say it here."""
    when = said["approved_at"]
    commit = when.optional(lambda each: _seen(each.moment(), pushed))
    return Review(_NO_NOTE, reviewer, "approved", commit, when.optional(Said.time), None)


def _seen(when: datetime, pushed: Sequence[tuple[datetime, str]]) -> str | None:
    """The newest commit of the request at a time; `pushed` has the newest first."""
    return next((commit for created, commit in pushed if created <= when), None)
