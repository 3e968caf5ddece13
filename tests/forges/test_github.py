"""What GitHub says of a commit, and what is made of it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
import rfc8785

from tests.forges.conftest import BASE, HEAD, MERGE, OLDER, TOKEN, commit
from tests.helpers.forge_answers import BRANCH_RULES, REPO, check_run, github, pull, review, user
from tests.helpers.forge_server import FakeForge
from vendorbook.forges.github import Adapter
from vendorbook.forges.patience import Patience
from vendorbook.model import CannotJudge
from vendorbook.trail.ledger import Account, Change, CheckRun
from vendorbook.trail.recording import Told


@pytest.fixture
def ask(forge: FakeForge, patience: Patience) -> Any:
    def ask(answers: dict[str, Any], **of: Any) -> Told:
        forge.answers.update(answers)
        return Adapter(forge.address, "paper-boat/register", TOKEN, patience).told(commit(**of), "main")

    return ask


def test_a_merge(ask: Any) -> None:
    told = ask(github(MERGE, HEAD, checks=[check_run("gate", HEAD)]))
    heron, ibis = Account("1001", "heron"), Account("1004", "ibis")
    assert told.change == Change("github", 12, heron, HEAD, "merge")
    assert (told.merged_at, told.merged_by, told.mass_change) == ("2026-11-20T02:00:00Z", ibis, False)
    assert told.checks == (CheckRun("gate", "success", "15368", HEAD),)
    assert told.ruleset_digest == "sha256:" + sha256(rfc8785.dumps(BRANCH_RULES)).hexdigest()


def test_reviews_as_they_stand(ask: Any) -> None:
    """Of older heads, dismissed, of deleted accounts, of commits that are gone; over several pages, in their order."""
    given = [
        review(1, "teal", "APPROVED", OLDER),
        review(2, "swan", "COMMENTED", HEAD),
        review(3, "swan", "DISMISSED", OLDER),
        review(4, "ibis", "CHANGES_REQUESTED", HEAD),
        review(5, "ibis", "PENDING", HEAD, submitted_at=None),
        review(6, None, "APPROVED", None),
        review(7, "swan", "APPROVED", HEAD),
    ]
    found = ask(github(MERGE, HEAD, reviews=given)).reviews
    assert [(each.id, each.reviewer and each.reviewer.login, each.state, each.commit) for each in found] == [
        ("1", "teal", "approved", OLDER),
        ("2", "swan", "commented", HEAD),
        ("3", "swan", "dismissed", OLDER),
        ("4", "ibis", "changes-requested", HEAD),
        ("6", None, "approved", None),
        ("7", "swan", "approved", HEAD),
    ]
    assert found[0].submitted_at == "2026-11-19T01:00:00Z"


def test_who_is_asked_again_has_not_approved(ask: Any) -> None:
    given = [review(1, "teal", "APPROVED", HEAD), review(2, "swan", "APPROVED", HEAD)]
    found = ask(github(MERGE, HEAD, reviews=given, requested_reviewers=[user("teal")])).reviews
    assert [each.state for each in found] == ["dismissed", "approved"]


def test_a_change_that_says_it_is_a_mass_change(ask: Any) -> None:
    assert ask(github(MERGE, HEAD, labels=[{"name": "mass-change"}])).mass_change


def of_pull(sha: str, message: str = "a change", when: str = "2026-11-18T11:00:00+08:00") -> dict[str, Any]:
    """A commit of a pull request, as GitHub lists it."""
    author = {"name": "Heron", "email": "heron@example.invalid", "date": when}
    return {"sha": sha, "commit": {"author": author, "message": message}, "author": user("heron")}


ALONE = {"parents": (BASE,)}
SQUASHED = [of_pull(HEAD, when="2026-11-17T00:00:00Z")]


@pytest.mark.parametrize(
    ("commits", "merged_as", "kind"),
    [
        pytest.param(SQUASHED, MERGE, "squash", id="one new commit of another time"),
        pytest.param([of_pull(OLDER, "first"), of_pull(HEAD)], MERGE, "rebase", id="the last of a rebase"),
        pytest.param([of_pull(HEAD), of_pull(OLDER, "last")], "9" * 40, "rebase", id="an earlier one of a rebase"),
        pytest.param([of_pull(OLDER, "o"), of_pull("8" * 40, "p"), of_pull(HEAD)], MERGE, "rebase", id="in pages"),
        pytest.param([of_pull(MERGE)], "9" * 40, "direct", id="pushed before a pull request that holds it"),
        pytest.param([of_pull(MERGE)], MERGE, "direct", id="pushed, and the pull request closed by it"),
        pytest.param(SQUASHED, "9" * 40, "direct", id="of no pull request that lists it"),
    ],
)
def test_commits_with_one_parent(commits: list[Any], merged_as: str, kind: str, ask: Any) -> None:
    answers = github(MERGE, HEAD, merge_commit_sha=merged_as) | {f"{REPO}/pulls/12/commits": commits}
    change = ask(answers, **ALONE).change
    assert change.kind == kind
    assert change.number == (None if kind == "direct" else 12)


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param([], id="none"),
        pytest.param([pull(12, MERGE, HEAD, merged_at=None)], id="not merged"),
        pytest.param([pull(12, MERGE, HEAD, base={"ref": "other"})], id="merged into another branch"),
        pytest.param([pull(12, "9" * 40, OLDER)], id="another merge of another head"),
    ],
)
def test_a_push_without_a_pull_request(listed: list[Any], ask: Any) -> None:
    told = ask(github(MERGE, HEAD) | {f"{REPO}/commits/{MERGE}/pulls": listed})
    assert told.change == Change("github", None, None, None, "direct")
    assert (told.merged_at, told.merged_by, told.reviews, told.checks) == (None, None, (), ())
    assert told.ruleset_digest


def test_of_several_pull_requests_the_one_of_this_merge(ask: Any) -> None:
    listed = [pull(11, "9" * 40, HEAD), pull(13, OLDER, OLDER), pull(12, MERGE, HEAD)]
    assert ask(github(MERGE, HEAD) | {f"{REPO}/commits/{MERGE}/pulls": listed}).change.number == 12


def test_rules_that_the_forge_does_not_show(ask: Any) -> None:
    answers = github(MERGE, HEAD)
    del answers[f"{REPO}/rules/branches/main"]
    assert ask(answers).ruleset_digest is None


def test_checks_over_several_pages(ask: Any) -> None:
    names = ["gate", "test", "nightly", "docs", "site"]
    checks = [check_run(name, HEAD) for name in names] + [check_run("slow", HEAD, None, None)]
    found = ask(github(MERGE, HEAD, checks=checks)).checks
    assert [each.name for each in found] == [*names, "slow"]
    assert found[-1] == CheckRun("slow", None, None, HEAD)


def test_names_that_would_act_on_a_terminal_are_kept_harmless(ask: Any) -> None:
    evil = {**user("teal"), "login": "\x1b[2J\u202etset\ud800" + "x" * 9000}
    answers = github(MERGE, HEAD, reviews=[review(1, "teal", "APPROVED", HEAD) | {"user": evil}])
    answers[f"{REPO}/commits/{HEAD}/check-runs"]["check_runs"] = [check_run("\r::stop-commands::x", HEAD)]
    told = ask(answers)
    who = told.reviews[0].reviewer
    assert (who.id, who.login.isprintable(), len(who.login)) == ("1002", True, 255)
    assert told.checks[0].name == "�::stop-commands::x"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (f"/commits/{MERGE}/pulls", {"message": "a list was asked for"}),
        (f"/commits/{MERGE}/pulls", ["x"]),
        (f"/commits/{MERGE}/pulls", [pull(12, MERGE, HEAD) | {"base": None}]),
        (f"/commits/{MERGE}/pulls", [pull(12, MERGE, HEAD) | {"number": -1}]),
        (f"/commits/{MERGE}/pulls", [pull(12, MERGE, HEAD) | {"number": True}]),
        ("/pulls/12", []),
        ("/pulls/12", pull(12, MERGE, "main")),
        ("/pulls/12", pull(12, MERGE, HEAD, merged_at="yesterday")),
        ("/pulls/12", pull(12, MERGE, HEAD, merged_at="2026-11-20T02:00:00")),
        ("/pulls/12", pull(12, MERGE, HEAD, merged_at="0001-01-01T00:00:00+14:00")),
        ("/pulls/12", pull(12, MERGE, HEAD, merged_by={"login": "ibis", "id": "1004"})),
        ("/pulls/12", pull(12, MERGE, HEAD, merged_by={"login": "ibis", "id": 10**400})),
        ("/pulls/12", pull(12, MERGE, HEAD, labels="mass-change")),
        ("/pulls/12", pull(12, MERGE, HEAD, requested_reviewers=None)),
        ("/pulls/12/reviews", [review(1, "teal", "ACCLAIMED", HEAD)]),
        ("/pulls/12/reviews", [review(1, "teal", "APPROVED", "HEAD")]),
        ("/pulls/12/reviews", [review(1, "teal", "APPROVED", HEAD, user=[])]),
        ("/pulls/12/reviews", [review(1, "teal", "APPROVED", HEAD, submitted_at=5)]),
        (f"/commits/{HEAD}/check-runs", []),
        (f"/commits/{HEAD}/check-runs", {"total_count": 0}),
        (f"/commits/{HEAD}/check-runs", {"check_runs": [check_run("gate", "x")]}),
        (f"/commits/{HEAD}/check-runs", {"check_runs": [check_run("gate", HEAD) | {"app": {"id": "15368"}}]}),
        ("/rules/branches/main", [2**60]),
        ("/rules/branches/main", ["\ud800"]),
    ],
)
def test_an_answer_of_another_shape_is_told_with_its_place(path: str, answer: Any, ask: Any) -> None:
    answers = github(MERGE, HEAD) | {f"{REPO}{path}": answer}
    with pytest.raises(CannotJudge, match="does not answer as documented") as caught:
        ask(answers)
    assert path in caught.value.message.en
    assert path in caught.value.message.zh_tw


@pytest.mark.parametrize("name", ["", "register", "a/b/c", "../x", "a/..", "a b/c", "a/b?x", "a/b\n"])
def test_a_name_that_is_no_repository(name: str, patience: Patience) -> None:
    with pytest.raises(CannotJudge, match="owner/name"):
        Adapter("https://api.github.com", name, TOKEN, patience)
