"""GitLab, in the cloud or on premises: merge requests, who has approved them and when, their jobs, the branch's rules.

What is asked, all of it documented in GitLab's REST reference: `repository/commits/{sha}/merge_requests`,
`merge_requests/{iid}` with its `approvals`, `notes`, `versions` and `pipelines`, `pipelines/{id}/jobs`,
`protected_branches/{branch}`, and of the project `approvals` and `approval_rules`.
"""

from __future__ import annotations

import re
from functools import cache

from vendorbook.forges.client import Client
from vendorbook.forges.digests import digest_of
from vendorbook.forges.gitlab_reviews import reviews_of
from vendorbook.forges.patience import Patience
from vendorbook.forges.said import Said, account
from vendorbook.git import CommitObject
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.ledger import Change, CheckRun, Review
from vendorbook.trail.recording import Told

MASS_CHANGE = "mass-change"
"""The label of a merge request that says so."""

APP = "gitlab-ci"
"""Who ran a job: GitLab itself. What others post as a status of a commit is not listed among a pipeline's jobs."""

_PROJECT = re.compile(r"[A-Za-z0-9_.-]{1,255}(?:/[A-Za-z0-9_.-]{1,255}){0,20}")
_ENDED = ("success", "failed", "canceled", "skipped", "manual")


class Adapter:
    """One project, `group/project`, or its number."""

    workflow = ".gitlab-ci.yml"
    address = "https://gitlab.com/api/v4"
    address_variable = "CI_API_V4_URL"
    repository_variable = "CI_PROJECT_PATH"
    token_variable = "GITLAB_TOKEN"  # noqa: S105  (where it is to be found)

    def __init__(self, address: str, repository: str, token: str, patience: Patience) -> None:
        if not _PROJECT.fullmatch(repository) or set(repository.split("/")) & {".", ".."}:
            raise CannotJudge(Text("專案須寫成 group/project", "a project of GitLab is written group/project"))
        self._project = ("projects", repository)
        self._client = Client(address, {"private-token": token}, patience)
        self.ruleset = cache(self._ruleset)

    def told(self, commit: CommitObject, branch: str) -> Told:
        """How a commit came to a branch: by which merge request, as what, approved and checked by whom."""
        found = self._came_by(commit, branch)
        if found is None:
            return Told(Change("gitlab", None, None, None, "direct"), ruleset_digest=self.ruleset(branch))
        number, kind = found
        request = self._client.get(*self._project, "merge_requests", str(number))
        head = request["sha"].commit()
        merger = request["merge_user"] if request["merge_user"].value else request["merged_by"]
        return Told(
            change=Change("gitlab", number, account(request["author"], "username"), head, kind),
            merged_at=request["merged_at"].optional(Said.time),
            merged_by=account(merger, "username"),
            reviews=self._reviews(number),
            checks=self._checks(number, head, request["head_pipeline"].optional(lambda each: each["id"].id())),
            ruleset_digest=self.ruleset(branch),
            mass_change=any(label.text() == MASS_CHANGE for label in request["labels"].items()),
        )

    def _came_by(self, commit: CommitObject, branch: str) -> tuple[int, str] | None:
        """The merge request that brought the commit, and how; None where it was pushed, whatever lists it since."""
        path = (*self._project, "repository", "commits", commit.id, "merge_requests")
        for request in self._client.pages(*path):
            if request["state"].text() == "merged" and request["target_branch"].text() == branch:
                kind = _kind(commit, request)
                if kind is not None:
                    return request["iid"].number(), kind
        return None

    def _reviews(self, number: int) -> tuple[Review, ...]:
        path = (*self._project, "merge_requests", str(number))
        notes = self._client.pages(*path, "notes", sort="asc", order_by="created_at")
        versions = list(self._client.pages(*path, "versions"))
        return reviews_of(self._client.get(*path, "approvals"), notes, versions)

    def _checks(self, number: int, head: str, pipeline: str | None) -> tuple[CheckRun, ...]:
        """The jobs of the pipelines of the head, and of the one that GitLab counts, which may be of a trial merge."""
        pipelines = list(self._client.pages(*self._project, "merge_requests", str(number), "pipelines"))
        of_head = [each for each in pipelines if each["sha"].value == head or each["id"].id() == pipeline]
        return tuple(check for each in of_head for check in self._jobs(each))

    def _jobs(self, pipeline: Said) -> list[CheckRun]:
        commit = pipeline["sha"].commit()
        jobs = self._client.pages(*self._project, "pipelines", pipeline["id"].id(), "jobs")
        return [CheckRun(each["name"].label(), _conclusion(each["status"]), APP, commit) for each in jobs]

    def _ruleset(self, branch: str) -> str | None:
        """The digest of what protects the branch and of what approvals are asked for, as far as the token sees."""
        asked = (("protected_branches", branch), ("approvals",), ("approval_rules",))
        said = {path[0]: self._client.find(*self._project, *path) for path in asked}
        seen = {name: answer.value for name, answer in said.items() if answer is not None}
        return digest_of(seen, f"GET …/protected_branches/{branch}") if seen else None


def _kind(commit: CommitObject, request: Said) -> str | None:
    """How a merge request brought a commit: by a merge, as one squashed commit, or by moving the branch forward."""
    merge, squash = request["merge_commit_sha"].value, request["squash_commit_sha"].value
    if commit.id == merge:
        return "squash" if squash else "merge"
    if commit.id == squash:
        return None if merge else "squash"
    return "rebase" if not merge and not squash and len(commit.parents) == 1 else None


def _conclusion(status: Said) -> str | None:
    said = status.label()
    return said if said in _ENDED else None
