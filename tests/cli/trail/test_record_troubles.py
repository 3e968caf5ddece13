"""`vendorbook trail record` asked wrongly, lied to, or given a branch that somebody has been at."""

from __future__ import annotations

import pytest

from tests.cli.trail.conftest import Run
from tests.forges.conftest import TOKEN
from tests.helpers.forge_answers import REPO
from tests.helpers.forge_server import FakeForge, Raw
from tests.helpers.merging import History, Landed
from vendorbook.trail.ledger import read


def test_a_broken_chain_is_told_and_left_alone(history: History, five: list[Landed], record: Run) -> None:
    record("--merge", five[0].commit)
    history.repo.git("read-tree", "--empty")
    history.repo.index([("100644", history.repo.blob(b"x"), b"entries/000002.json")])
    tampered = history.repo.git("commit-tree", history.repo.git("write-tree"), "-p", "evidence", "-m", "x")
    history.repo.git("update-ref", "refs/heads/evidence", tampered)
    ran = record()
    assert (ran.status, ran.out) == (2, "")
    assert "tampered with" in ran.err
    assert "entries/000002.json:1:1: " in ran.err
    assert history.repo.git("rev-parse", "evidence") == tampered


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "HEAD", "--merge", "HEAD"), "use one of"),
        (("--merge", "nowhere"), "has no commit"),
        (("--merge", "--output=x"), "is no revision"),
        (("--branch", "other"), "no branch other"),
        (("--repository", "x"), "owner/name"),
        (("--api-url", "http://api.github.com"), "is not encrypted"),
        (("--max-wait", "-1"), "--max-wait"),
        (("--root", "nowhere"), "nowhere"),
    ],
)
def test_asked_wrongly(arguments: tuple[str, ...], said: str, five: list[Landed], record: Run) -> None:
    ran = record(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_the_root_has_no_merge_to_record(history: History, record: Run) -> None:
    ran = record("--merge", history.root)
    assert (ran.status, "or is its root" in ran.err) == (2, True)


@pytest.mark.parametrize("missing", ["forge", "repository", "token"])
def test_what_has_to_be_named(
    missing: str, five: list[Landed], vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"forge": ("--forge", "github"), "repository": ("--repository", "a/b")}
    if missing == "token":
        monkeypatch.delenv("GITHUB_TOKEN")
    ran = vendorbook("trail", "record", *(part for name, option in given.items() if name != missing for part in option))
    assert ran.status == 2
    assert (missing if missing != "token" else "GITHUB_TOKEN") in ran.err


def test_hostile_answers_are_told_in_one_harmless_line(
    five: list[Landed], forge: FakeForge, record: Run, history: History
) -> None:
    evil = f'<{"http://evil.example.invalid"}/x>; rel="next"'
    forge.answers[f"{REPO}/pulls/2/reviews"] = Raw(200, {"link": evil}, b"[]")
    ran = record()
    assert (ran.status, ran.out.count("\n")) == (2, 1)
    assert "leads elsewhere (evil.example.invalid)" in ran.err
    assert TOKEN not in ran.out + ran.err
    assert read(history.repo.path).faults == ()


def test_the_token_is_shown_nowhere_and_sent_with_every_question(
    five: list[Landed], forge: FakeForge, record: Run
) -> None:
    forge.answers[f"{REPO}/pulls/2"] = Raw(401, body=TOKEN.encode())
    ran = record("--debug")
    assert ran.status == 2
    assert TOKEN not in ran.out + ran.err
    assert {each.headers["authorization"] for each in forge.asked} == {f"Bearer {TOKEN}"}
