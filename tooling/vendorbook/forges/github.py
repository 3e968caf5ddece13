"""GitHub, here or on premises: pull requests, their reviews, the checks of their heads, the rules of the branch.

What is asked, all of it documented in GitHub's REST reference: `commits/{sha}/pulls`, `pulls/{n}` with its `reviews`
and `commits`, `commits/{sha}/check-runs`, `rules/branches/{branch}`.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from vendorbook.forges.client import Client
from vendorbook.forges.digests import digest_of
from vendorbook.forges.patience import Patience
from vendorbook.forges.said import Said, account
from vendorbook.git import CommitObject
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger import Account, Change, CheckRun, Review
from vendorbook.trail.recording import Told

MASS_CHANGE = "mass-change"
"""The label of a pull request that says so."""

_VERSION = "2022-11-28"
_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
_STATES = MappingProxyType(
    {
        "APPROVED": "approved",
        "CHANGES_REQUESTED": "changes-requested",
        "COMMENTED": "commented",
        "DISMISSED": "dismissed",
    }
)
_NOT_YET_GIVEN = "PENDING"


class Adapter:
    """One repository, `owner/name`."""

    workflow = ".github/workflows/gate.yml"
    address = "https://api.github.com"
    address_variable = "GITHUB_API_URL"
    repository_variable = "GITHUB_REPOSITORY"
    token_variable = "GITHUB_TOKEN"  # noqa: S105  (where it is to be found)

    def __init__(self, address: str, repository: str, token: str, patience: Patience) -> None:
        if not _REPOSITORY.fullmatch(repository) or set(repository.split("/")) & {".", ".."}:
            raise CannotJudge(Text("儲存庫須寫成 owner/name", "a repository of GitHub is written owner/name"))
        self._repository = ("repos", *repository.split("/"))
        headers = {
            "accept": "application/vnd.github+json",
            "authorization": f"Bearer {token}",
            "x-github-api-version": _VERSION,
        }
        self._client = Client(address, headers, patience)
        self.ruleset = cache(self._ruleset)

    def told(self, commit: CommitObject, branch: str) -> Told:
        """How a commit came to a branch: by which pull request, as what, reviewed and checked by whom."""
        found = self._came_by(commit, branch)
        if found is None:
            return Told(Change("github", None, None, None, "direct"), ruleset_digest=self.ruleset(branch))
        number, kind = found
        pull = self._client.get(*self._repository, "pulls", str(number))
        head = pull["head"]["sha"].commit()
        return Told(
            change=Change("github", number, account(pull["user"], "login"), head, kind),
            merged_at=pull["merged_at"].optional(Said.time),
            merged_by=account(pull["merged_by"], "login"),
            reviews=self._reviews(number, _asked_again(pull)),
            checks=self._checks(head),
            ruleset_digest=self.ruleset(branch),
            mass_change=any(label["name"].text() == MASS_CHANGE for label in pull["labels"].items()),
        )

    def _came_by(self, commit: CommitObject, branch: str) -> tuple[int, str] | None:
        """The pull request that brought the commit, and how; None where it was pushed, whatever lists it since.

        GitHub lists a pull request for each commit that it has brought, and also for those that it merely contained.
        """
        listed = list(self._client.pages(*self._repository, "commits", commit.id, "pulls"))
        pulls = [each for each in listed if each["merged_at"].value and each["base"]["ref"].text() == branch]
        for pull in sorted(pulls, key=lambda each: each["merge_commit_sha"].value != commit.id):
            kind = self._kind(commit, pull)
            if kind is not None:
                return pull["number"].number(), kind
        return None

    def _kind(self, commit: CommitObject, pull: Said) -> str | None:
        is_its_merge = pull["merge_commit_sha"].value == commit.id
        if len(commit.parents) > 1:
            return "merge" if is_its_merge or pull["head"]["sha"].value in commit.parents[1:] else None
        number = pull["number"].id()
        commits = list(self._client.pages(*self._repository, "pulls", number, "commits"))
        if any(each["sha"].commit() == commit.id for each in commits):
            return None
        if any(_is_rebased(each["commit"], commit) for each in commits):
            return "rebase"
        return "squash" if is_its_merge else None

    def _reviews(self, number: int, asked_again: frozenset[str]) -> tuple[Review, ...]:
        listed = self._client.pages(*self._repository, "pulls", str(number), "reviews")
        return tuple(_review(each, asked_again) for each in listed if each["state"].text() != _NOT_YET_GIVEN)

    def _checks(self, head: str) -> tuple[CheckRun, ...]:
        path = (*self._repository, "commits", head, "check-runs")
        return tuple(_check(each) for each in self._client.pages(*path, within="check_runs", filter="latest"))

    def _ruleset(self, branch: str) -> str | None:
        """The digest of the rules that are in force for a branch, whichever ruleset they come from."""
        if self._client.find(*self._repository, "rules", "branches", branch) is None:
            return None
        rules = [each.value for each in self._client.pages(*self._repository, "rules", "branches", branch)]
        return digest_of(rules, f"GET …/rules/branches/{branch}")


def _asked_again(pull: Said) -> frozenset[str]:
    """The ids of those who are still asked for a review: an older one of theirs does not stand any more."""
    return frozenset(each["id"].id() for each in pull["requested_reviewers"].items())


def _review(said: Said, asked_again: frozenset[str]) -> Review:
    state = _STATES.get(said["state"].text())
    if state is None:
        raise said["state"].unexpected(f"one of {', '.join(_STATES)}", "已知之狀態")
    reviewer: Account | None = account(said["user"], "login")
    if state == "approved" and reviewer and reviewer.id in asked_again:
        state = "dismissed"
    commit = said["commit_id"].optional(Said.commit)
    return Review(said["id"].id(), reviewer, state, commit, said["submitted_at"].optional(Said.time), None)


def _check(said: Said) -> CheckRun:
    app = said["app"].optional(lambda each: each["id"].id())
    return CheckRun(said["name"].label(), said["conclusion"].optional(Said.label), app, said["head_sha"].commit())


def _is_rebased(theirs: Said, ours: CommitObject) -> bool:
    """Whether a commit is another anew on another parent: its author, their time and the message stay."""
    author = theirs["author"]
    name, email = author["name"].optional(Said.text), author["email"].optional(Said.text)
    return (
        (name, email) == (ours.author.name, ours.author.email)
        and author["date"].moment() == ours.author.when
        and theirs["message"].text().strip() == ours.message.strip()
    )
