"""Entries, and a ledger of three of them."""

from __future__ import annotations

from hashlib import sha1
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from vendorbook.trail.ledger import Account, Change, CheckRun, Content, Entry, Ledger, Merge, Review, append


def id_of(seed: object) -> str:
    return sha1(str(seed).encode(), usedforsecurity=False).hexdigest()


def entry(number: int) -> Entry:
    """An entry about a merge of its own; with a name that JSON may write in several ways."""
    merge, head, folder = id_of(number), id_of(f"head {number}"), "vendors/kite/orders"
    heron, teal = Account("1001", "heron"), Account("1002", 'teal\u00e9\u2028\x7f\\"/\b\x1f😀')
    return Entry(
        number=number,
        previous=None,
        merge=Merge(merge, id_of(number - 1), head, "2026-11-20T02:00:00Z", heron),
        change=Change("github", number, heron, head, "merge"),
        reviews=(Review("1", teal, "approved", head, "2026-11-19T01:00:00Z", {folder: head, "vendors/kite": None}),),
        checks=(CheckRun("gate", "success", "15368", head), CheckRun("slow", None, None, head)),
        workflow_digest="sha256:" + "1" * 64,
        ruleset_digest=None,
        content={folder: Content(head, "sha256:" + "2" * 64), "vendors/kite": None},
        mass_change=False,
        recorded_at=f"2026-11-22T01:00:{number:02}Z",
        tool="1.0.0",
    )


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.commit({"vendors/kite/supplier.yaml": "id: kite\n"})
    return made


def appended(repo: Repo, ledger: Ledger, *entries: Entry) -> Ledger:
    for each in entries:
        longer = append(repo.path, ledger, each)
        assert longer is not None
        ledger = longer
    return ledger


@pytest.fixture
def three(repo: Repo) -> Ledger:
    return appended(repo, Ledger(), entry(1), entry(2), entry(3))
