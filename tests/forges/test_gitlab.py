"""What GitLab says of a commit, and what is made of it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
import rfc8785

from tests.forges.conftest import BASE, HEAD, MERGE, OLDER, TOKEN, commit
from tests.helpers.forge_answers import PROJECT, gitlab, note, request, user, version
from tests.helpers.forge_server import FakeForge
from vendorbook.forges.gitlab import Adapter
from vendorbook.forges.patience import Patience
from vendorbook.model import CannotJudge
from vendorbook.trail.ledger import Account, Change, CheckRun
from vendorbook.trail.recording import Told

VERSIONS = [version(HEAD, "2026-11-18T09:00:00.500Z"), version(OLDER, "2026-11-17T09:00:00.000Z")]
APPROVED, UNAPPROVED = "approved this merge request", "unapproved this merge request"
EARLY, LATE, LATER = "2026-11-17T12:00:00.000Z", "2026-11-18T12:00:00.000Z", "2026-11-19T12:00:00.000+08:00"


@pytest.fixture
def ask(numbered: FakeForge, patience: Patience) -> Any:
    def ask(answers: dict[str, Any], **of: Any) -> Told:
        numbered.answers.update(answers)
        return Adapter(numbered.address, "paper-boat/register", TOKEN, patience).told(commit(**of), "main")

    return ask


def test_a_merge(ask: Any) -> None:
    told = ask(gitlab(MERGE, request(7, MERGE, HEAD), versions=VERSIONS))
    assert told.change == Change("gitlab", 7, Account("1001", "heron"), HEAD, "merge")
    assert (told.merged_at, told.merged_by) == ("2026-11-20T02:00:00Z", Account("1004", "ibis"))
    assert told.checks == (CheckRun("gate", "success", "gitlab-ci", HEAD), CheckRun("pages", None, "gitlab-ci", HEAD))
    rules = {
        "protected_branches": {"name": "main", "allow_force_push": False},
        "approvals": {"reset_approvals_on_push": True},
    }
    assert told.ruleset_digest == "sha256:" + sha256(rfc8785.dumps(rules)).hexdigest()


def test_older_versions_name_the_merger_otherwise(ask: Any) -> None:
    said = request(7, MERGE, HEAD)
    del said["merge_user"]
    assert ask(gitlab(MERGE, said)).merged_by.login == "swan"


@pytest.mark.parametrize(
    ("notes", "approved_by", "expected"),
    [
        pytest.param([(1, "teal", APPROVED, LATE)], ["teal"], [("1", "teal", "approved", HEAD)], id="stands"),
        pytest.param(
            [(1, "teal", APPROVED, EARLY)], ["teal"], [("1", "teal", "approved", OLDER)], id="of an older head"
        ),
        pytest.param(
            [(1, "teal", APPROVED, EARLY), (2, "teal", UNAPPROVED, LATE)],
            [],
            [("1", "teal", "dismissed", OLDER)],
            id="withdrawn",
        ),
        pytest.param(
            [(1, "teal", APPROVED, EARLY), (2, "teal", UNAPPROVED, LATE), (3, "teal", APPROVED, LATER)],
            ["teal"],
            [("1", "teal", "dismissed", OLDER), ("3", "teal", "approved", HEAD)],
            id="given anew",
        ),
        pytest.param(
            [(1, "teal", APPROVED, EARLY), (2, "swan", APPROVED, LATE)],
            ["swan"],
            [("1", "teal", "dismissed", OLDER), ("2", "swan", "approved", HEAD)],
            id="reset by a push",
        ),
        pytest.param(
            [
                (1, "swan", "requested changes", EARLY),
                (2, "swan", APPROVED, LATE),
                (3, "teal", "mentioned in !3", LATE),
            ],
            ["swan"],
            [("1", "swan", "changes-requested", OLDER), ("2", "swan", "approved", HEAD)],
            id="changes requested first",
        ),
        pytest.param(
            [(1, "teal", APPROVED, "2026-11-01T00:00:00Z")], ["teal"], [("1", "teal", "approved", None)], id="?"
        ),
    ],
)
def test_reviews(notes: list[Any], approved_by: list[str], expected: list[Any], ask: Any) -> None:
    said = [note(*each) for each in notes]
    found = ask(gitlab(MERGE, request(7, MERGE, HEAD), notes=said, approved_by=approved_by, versions=VERSIONS)).reviews
    assert [(each.id, each.reviewer.login, each.state, each.commit) for each in found] == expected


def test_words_of_a_person_are_no_approval(ask: Any) -> None:
    said = [note(1, "teal", APPROVED, LATE, system=False), note(2, "teal", f"{APPROVED} not", LATE)]
    assert ask(gitlab(MERGE, request(7, MERGE, HEAD), notes=said, versions=VERSIONS)).reviews == ()


def test_an_approval_of_which_there_is_no_note(ask: Any) -> None:
    answers = gitlab(MERGE, request(7, MERGE, HEAD), versions=VERSIONS)
    approvals = [{"user": user("teal"), "approved_at": LATE}, {"user": user("swan")}]
    answers[f"{PROJECT}/merge_requests/7/approvals"] = {"approved_by": approvals}
    found = ask(answers).reviews
    assert [(each.id, each.reviewer.login, each.commit) for each in found] == [("0", "teal", HEAD), ("0", "swan", None)]


SQUASH = "5" * 40


@pytest.mark.parametrize(
    ("said", "parents", "kind"),
    [
        pytest.param(
            request(7, MERGE, HEAD, squash_commit_sha=SQUASH), (BASE, SQUASH), "squash", id="squash, then merge"
        ),
        pytest.param(request(7, None, HEAD, squash_commit_sha=MERGE), (BASE,), "squash", id="squash and fast-forward"),
        pytest.param(request(7, None, MERGE), (BASE,), "rebase", id="fast-forward"),
        pytest.param(request(7, None, HEAD), (BASE,), "rebase", id="an earlier one of a fast-forward"),
        pytest.param(request(7, "9" * 40, MERGE), (BASE,), "direct", id="pushed before it was merged"),
        pytest.param(request(7, None, HEAD, squash_commit_sha=SQUASH), (BASE,), "direct", id="pushed, then squashed"),
        pytest.param(
            request(7, "9" * 40, HEAD, squash_commit_sha=MERGE),
            (BASE,),
            "direct",
            id="the squash pushed beside its merge",
        ),
        pytest.param(request(7, MERGE, HEAD, state="opened"), (BASE, HEAD), "direct", id="not merged"),
        pytest.param(request(7, MERGE, HEAD, target_branch="x"), (BASE, HEAD), "direct", id="merged elsewhere"),
    ],
)
def test_how_it_came(said: dict[str, Any], parents: tuple[str, ...], kind: str, ask: Any) -> None:
    change = ask(gitlab(MERGE, said, versions=VERSIONS), parents=parents).change
    assert (change.kind, change.number) == (kind, None if kind == "direct" else 7)


def test_the_pipeline_of_a_trial_merge_counts_under_its_own_commit(ask: Any) -> None:
    said = request(7, MERGE, HEAD, head_pipeline={"id": 901})
    answers = gitlab(MERGE, said)
    answers[f"{PROJECT}/merge_requests/7/pipelines"].append({"id": 901, "sha": SQUASH, "status": "success"})
    answers[f"{PROJECT}/pipelines/901/jobs"] = [{"name": "gate", "status": "failed"}]
    assert ask(answers).checks[-1] == CheckRun("gate", "failed", "gitlab-ci", SQUASH)


def test_the_project_is_one_part_of_the_path(numbered: FakeForge, ask: Any) -> None:
    ask(gitlab(MERGE, request(7, MERGE, HEAD)))
    assert all(path.startswith("/projects/paper-boat%2Fregister/") for path in numbered.paths())
    assert {each.headers["private-token"] for each in numbered.asked} == {TOKEN}


def test_nothing_of_the_rules_may_be_seen(ask: Any) -> None:
    answers = gitlab(MERGE, request(7, MERGE, HEAD))
    del answers[f"{PROJECT}/protected_branches/main"], answers[f"{PROJECT}/approvals"]
    assert ask(answers).ruleset_digest is None


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (f"/repository/commits/{MERGE}/merge_requests", {}),
        (f"/repository/commits/{MERGE}/merge_requests", [7]),
        (f"/repository/commits/{MERGE}/merge_requests", [request(7, MERGE, HEAD) | {"iid": "7"}]),
        ("/merge_requests/7", request(7, MERGE, HEAD) | {"sha": None}),
        ("/merge_requests/7", request(7, MERGE, HEAD) | {"author": {"id": 1.5, "username": "x"}}),
        ("/merge_requests/7", request(7, MERGE, HEAD) | {"labels": [{}]}),
        ("/merge_requests/7/approvals", {"approved_by": {}}),
        ("/merge_requests/7/approvals", {"approved_by": [{"user": 5}]}),
        ("/merge_requests/7/notes", [{"system": True}]),
        ("/merge_requests/7/notes", [note(1, "teal", APPROVED, "soon")]),
        ("/merge_requests/7/versions", [version("x", LATE)]),
        ("/merge_requests/7/pipelines", [{"id": 900, "sha": HEAD}, {"sha": OLDER}]),
        ("/pipelines/900/jobs", [{"name": None, "status": "success"}]),
    ],
)
def test_an_answer_of_another_shape_is_told_with_its_place(path: str, answer: Any, ask: Any) -> None:
    answers = gitlab(MERGE, request(7, MERGE, HEAD), versions=VERSIONS) | {f"{PROJECT}{path}": answer}
    with pytest.raises(CannotJudge, match="does not answer as documented") as caught:
        ask(answers)
    assert path in caught.value.message.en


@pytest.mark.parametrize("name", ["", "/a", "a//b", "a/../b", "a b", "a/b\n", "a?b"])
def test_a_name_that_is_no_project(name: str, patience: Patience) -> None:
    with pytest.raises(CannotJudge, match="group/project"):
        Adapter("https://gitlab.com/api/v4", name, TOKEN, patience)
