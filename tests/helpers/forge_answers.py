"""What GitHub and GitLab answer, in their documented shapes, with members that nobody asks for."""

from __future__ import annotations

from typing import Any

REPO = "/repos/paper-boat/register"
PROJECT = "/projects/paper-boat%2Fregister"
BRANCH_RULES = [{"type": "pull_request", "ruleset_id": 7, "parameters": {"required_approving_review_count": 2}}]
IDS = {"heron": 1001, "teal": 1002, "swan": 1003, "ibis": 1004}


def user(login: str) -> dict[str, Any]:
    return {"login": login, "username": login, "id": IDS[login], "type": "User", "site_admin": False, "new": {"a": []}}


def pull(number: int, merge: str, head: str, **other: Any) -> dict[str, Any]:
    return {
        "number": number,
        "id": number * 1000,
        "state": "closed",
        "user": user("heron"),
        "merged_at": "2026-11-20T02:00:00Z",
        "merged_by": user("ibis"),
        "merge_commit_sha": merge,
        "head": {"sha": head, "ref": "a-change"},
        "base": {"ref": "main", "sha": "0" * 40},
        "labels": [{"id": 1, "name": "records"}],
        "requested_reviewers": [],
        "requested_teams": [],
        "draft": False,
        **other,
    }


def review(id: int, login: str | None, state: str, commit: str | None, **other: Any) -> dict[str, Any]:
    return {
        "id": id,
        "node_id": "MDE3",
        "user": user(login) if login else None,
        "body": "ok \x1b[31m",
        "state": state,
        "commit_id": commit,
        "submitted_at": f"2026-11-19T0{id % 10}:00:00Z",
        "author_association": "MEMBER",
        **other,
    }


def check_run(name: str, commit: str, conclusion: str | None = "success", app: int | None = 15368) -> dict[str, Any]:
    return {
        "id": 4,
        "head_sha": commit,
        "status": "completed",
        "conclusion": conclusion,
        "name": name,
        "app": app and {"id": app, "slug": "github-actions", "owner": {}},
        "output": {"title": "::error::x"},
    }


def github(
    merge: str, head: str, number: int = 12, reviews: Any = (), checks: Any = (), **other: Any
) -> dict[str, Any]:
    """The answers about one pull request, by path."""
    said = pull(number, merge, head, **other)
    return {
        f"{REPO}/commits/{merge}/pulls": [said],
        f"{REPO}/pulls/{number}": said,
        f"{REPO}/pulls/{number}/reviews": list(reviews),
        f"{REPO}/commits/{head}/check-runs": {"total_count": len(checks), "check_runs": list(checks)},
        f"{REPO}/rules/branches/main": BRANCH_RULES,
    }


def request(number: int, merge: str | None, head: str, **other: Any) -> dict[str, Any]:
    return {
        "iid": number,
        "id": number * 1000,
        "state": "merged",
        "target_branch": "main",
        "author": user("heron"),
        "merged_at": "2026-11-20T10:00:00.123+08:00",
        "merged_by": user("swan"),
        "merge_user": user("ibis"),
        "merge_commit_sha": merge,
        "squash_commit_sha": None,
        "sha": head,
        "labels": ["records"],
        "head_pipeline": {"id": 900, "sha": head, "status": "success"},
        "diff_refs": {"head_sha": head},
        **other,
    }


def note(id: int, login: str, body: str, when: str, *, system: bool = True) -> dict[str, Any]:
    return {"id": id, "author": user(login), "body": body, "system": system, "created_at": when, "type": None}


def version(commit: str, when: str) -> dict[str, Any]:
    return {"id": 1, "head_commit_sha": commit, "base_commit_sha": "0" * 40, "created_at": when, "state": "collected"}


def gitlab(
    merge: str, said: dict[str, Any], *, approved_by: Any = (), notes: Any = (), versions: Any = (), **other: Any
) -> dict[str, Any]:
    """The answers about one merge request, by path."""
    mine = f"{PROJECT}/merge_requests/{said['iid']}"
    return {
        f"{PROJECT}/repository/commits/{merge}/merge_requests": [said],
        mine: said,
        f"{mine}/approvals": {"approvals_required": 2, "approved_by": [{"user": user(login)} for login in approved_by]},
        f"{mine}/notes": list(notes),
        f"{mine}/versions": list(versions),
        f"{mine}/pipelines": [
            {"id": 900, "sha": said["sha"], "status": "success", "ref": "a-change"},
            {"id": 899, "sha": "e" * 40, "status": "success", "ref": "a-change"},
        ],
        f"{PROJECT}/pipelines/900/jobs": [
            {"id": 1, "name": "gate", "status": "success", "commit": {"id": said["sha"]}},
            {"id": 2, "name": "pages", "status": "running", "commit": {"id": said["sha"]}},
        ],
        f"{PROJECT}/protected_branches/main": {"name": "main", "allow_force_push": False},
        f"{PROJECT}/approvals": {"reset_approvals_on_push": True},
        **other,
    }
