"""Who approved a change, so that it counts: with the role, independent of it, and on what was merged (Article 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model import Node, Text
from vendorbook.register import People
from vendorbook.trail.content import Content, is_same
from vendorbook.trail.ledger import Entry, Review

_APPROVALS = 2
_ROLES = ("unit-head", "security", "general-manager", "board")


class Asked(NamedTuple):
    """How many have to approve, and one of which roles each of them has to have."""

    approvals: int
    roles: tuple[str, ...]

    @classmethod
    def by(cls, trail: Node) -> Asked:
        """As `Rulebook.trail` states it, or as it is where the firm states nothing."""
        number = trail.plain("review.approvals")
        roles = tuple(str(each.value) for each in trail.find("review.roles[]"))
        return cls(number if isinstance(number, int) else _APPROVALS, roles or _ROLES)


class Merged(NamedTuple):
    """What was merged, and who may not approve it: staff ids, None among the authors for somebody who is not known."""

    head: str | None
    content: Content | None
    day: date
    authors: Collection[str | None]
    leaders: Collection[str]


class Approvals(NamedTuple):
    """The staff ids of those whose approval counts, and why others' do not."""

    by: tuple[str, ...]
    refused: tuple[Text, ...]


def approvals(entry: Entry, merged: Merged, people: People, asked: Asked) -> Approvals:
    """The approvals that the evidence tells of, each person once, whatever number of accounts they have."""
    judging = _Judging(entry, merged, people, asked)
    counted: list[str] = []
    refused: list[Text] = []
    for person, reviews in _by_person(entry, people).items():
        reason = judging.reason(person, reviews)
        if reason is None and person is not None:
            counted.append(person)
            refused += [_ONE_PERSON.filled({"who": person})] if _accounts(reviews) > 1 else []
        elif reason is not None:
            refused.append(reason)
    return Approvals(tuple(sorted(counted)), tuple(refused))


class _Judging(NamedTuple):
    entry: Entry
    merged: Merged
    people: People
    asked: Asked

    def reason(self, person: str | None, reviews: list[Review]) -> Text | None:
        """Why what somebody said is no approval that counts; None where it counts. Nothing is said of mere comments."""
        return next(self._reasons(person, reviews), None)

    def _reasons(self, person: str | None, reviews: list[Review]) -> Iterator[Text]:
        named = {"who": person or _login(reviews[-1])}
        last = _last_word(reviews, self.entry.merge.merged_at)
        if last is None or last.state != "approved":
            yield _reason_of(last).filled(named)
            return
        if person is None:
            yield _UNKNOWN.filled(named)
            return
        yield from self._dependent(person, last, named)
        if not self.people.has_role(person, self.asked.roles, self.merged.day):
            yield _NO_ROLE.filled({**named, "roles": ", ".join(self.asked.roles)})
        is_of_head = last.commit is not None and last.commit == self.merged.head
        if not is_of_head and not is_same(last.content, self.merged.content):
            yield _OLD_HEAD.filled({**named, "commit": (last.commit or "?")[:12]})

    def _dependent(self, person: str, last: Review, named: Mapping[str, str]) -> Iterator[Text]:
        author = self.entry.change.author
        if author is not None and last.reviewer is not None and last.reviewer.id == author.id:
            yield _AUTHOR.filled(named)
        elif author is not None and self.people.of_account(self.entry.change.forge, author.id) == person:
            yield _SECOND_ACCOUNT.filled(named)
        elif person in self.merged.authors:
            yield _WROTE.filled(named)
        elif person in self.merged.leaders:
            yield _LEADER.filled(named)


def unknown_authors(entry: Entry, merged: Merged, people: People) -> Text | None:
    """That some author is nobody people.yaml knows: then nobody can say who is independent of them."""
    author = entry.change.author
    if author is None or people.of_account(entry.change.forge, author.id) is None:
        return _UNKNOWN_AUTHOR.filled({"who": author.login if author else "?"})
    return _UNKNOWN_COMMITS if None in merged.authors else None


def _by_person(entry: Entry, people: People) -> dict[str | None, list[Review]]:
    """Reviews in the order of time, by who gave them; of accounts that nobody is known to have, each for itself."""
    found: dict[str | None, list[Review]] = {}
    unknown: list[list[Review]] = []
    for review in sorted(entry.reviews, key=lambda each: each.submitted_at or ""):
        account = review.reviewer
        person = people.of_account(entry.change.forge, account.id) if account else None
        if person is not None:
            found.setdefault(person, []).append(review)
        elif review.state == "approved":
            unknown.append([review])
    return found | ({None: [each for reviews in unknown for each in reviews]} if unknown else {})


def _last_word(reviews: list[Review], merged_at: str | None) -> Review | None:
    """What somebody last said before the merge, comments aside; an approval given afterwards is none."""
    said = [each for each in reviews if each.state != "commented"]
    in_time = [each for each in said if not (merged_at and each.submitted_at and each.submitted_at > merged_at)]
    return in_time[-1] if in_time else None


def _accounts(reviews: list[Review]) -> int:
    return len({each.reviewer.id for each in reviews if each.reviewer and each.state == "approved"})


def _login(review: Review) -> str:
    return f"{review.reviewer.login} ({review.reviewer.id})" if review.reviewer else "?"


def _reason_of(last: Review | None) -> Text:
    return {
        "dismissed": _DISMISSED,
        "changes-requested": _REFUSED,
    }.get(last.state if last else "", _NOTHING)


_DISMISSED = Text("{who} 之核准已撤銷", "the approval of {who} was dismissed")
_REFUSED = Text("{who} 要求修改", "{who} asked for changes")
_NOTHING = Text("{who} 於合併前沒有核准", "{who} approved nothing before the merge")
_UNKNOWN = Text("{who} 之帳號不屬於 people.yaml 中之任何人", "the account of {who} is nobody's in people.yaml")
_AUTHOR = Text("{who} 核准自己提出之變更", "{who} approved a change of their own")
_SECOND_ACCOUNT = Text(
    "{who} 以另一個帳號核准自己提出之變更", "{who} approved a change of their own by a second account"
)
_WROTE = Text("{who} 為變更中提交之作者", "{who} wrote a commit of the change")
_LEADER = Text("{who} 主持此變更所附之評估", "{who} led an assessment that the change adds")
_NO_ROLE = Text("{who} 當日沒有核准所需之職責（{roles}）", "{who} had none of the roles on that day ({roles})")
_OLD_HEAD = Text(
    "{who} 核准者為較早之版本 {commit}，內容與合併者不同",
    "{who} approved an old head, {commit}, whose content is not what was merged",
)
_ONE_PERSON = Text("{who} 以數個帳號核准，只計一次", "{who} approved by several accounts, and counts once")
_UNKNOWN_AUTHOR = Text(
    "提出變更之帳號 {who} 不屬於 people.yaml 中之任何人，無從判斷誰為獨立",
    "the account that proposed it, {who}, is nobody's in people.yaml, so that nobody is known to be independent",
)
_UNKNOWN_COMMITS = Text(
    "有提交之作者不在 people.yaml 中，無從判斷誰為獨立",
    "people.yaml does not know the author of some commit, so that nobody is known to be independent",
)
