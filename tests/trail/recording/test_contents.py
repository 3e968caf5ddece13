"""What an approval is bound to: the folders that a merge touches, in ids that anybody can work out again."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.helpers.merging import ORDERS, History
from vendorbook.model import CannotJudge
from vendorbook.trail.recording.contents import Contents, folders_touched


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "register")


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (f"{ORDERS}/engagement.yaml", ORDERS),
        (f"{ORDERS}/journal/2026-01-05-audit.yaml", ORDERS),
        (f"{ORDERS}/evidence/a/b/c.pdf", ORDERS),
        ("vendors/kite/supplier.yaml", "vendors/kite"),
        ("vendors/kite/journal/2026-01-05-audit.yaml", "vendors/kite"),
        ("vendors/kite/evidence/report.pdf", "vendors/kite"),
        ("vendors/teal/quotes/engagement.yaml", "vendors/teal/quotes"),
        ("vendors/kite/Odd/engagement.yaml", "vendors/kite"),
        ("vendors/new\nline/x/y.yaml", None),
        ("vendors/README.md", None),
        ("policies/firm.yaml", None),
        ("docs/vendors/kite/x", None),
    ],
)
def test_the_folder_of_a_file(path: str, folder: str | None, history: History) -> None:
    commit = history.push({path: "new\n"})
    assert folders_touched(history.repo.path, history.root, commit) == ((folder,) if folder else ())


def test_digests_that_anybody_can_work_out(history: History) -> None:
    odd = {f"{ORDERS}/evidence/b-2.pdf": b"\0\xff", f"{ORDERS}/evidence/a\nb\\c": "x", f"{ORDERS}/evidence/ünï": "y"}
    commit = history.push({**odd, f"{ORDERS}/journal/2026-01-05-audit.yaml": "kind: audit\n"})
    names = history.repo.git("ls-tree", "-rz", "--name-only", f"{commit}:{ORDERS}").split("\0")[:-1]
    ordered = sorted(names, key=lambda name: name.encode("utf-8", "surrogateescape"))
    listing = subprocess.run(
        ["sha256sum", *ordered], cwd=history.repo.path / ORDERS, capture_output=True, check=True
    ).stdout
    found = Contents(history.repo.path).merged(commit, (ORDERS,))[ORDERS]
    assert found is not None
    assert found.tree == history.repo.git("rev-parse", f"{commit}:{ORDERS}")
    assert found.sha256 == "sha256:" + sha256(listing).hexdigest()


def test_a_folder_that_is_gone_and_one_that_never_was(history: History) -> None:
    commit = history.push({f"{ORDERS}/engagement.yaml": None})
    contents = Contents(history.repo.path)
    assert contents.merged(commit, (ORDERS, "vendors/teal")) == {ORDERS: None, "vendors/teal": None}
    assert contents.reviewed(commit, (ORDERS,)) == {ORDERS: None}


def test_what_reviewers_saw(history: History) -> None:
    merged = history.merge({f"{ORDERS}/engagement.yaml": "id: 1\n"})
    contents = Contents(history.repo.path)
    tree = history.repo.git("rev-parse", f"{merged.head}:{ORDERS}")
    assert contents.reviewed(merged.head, (ORDERS,)) == {ORDERS: tree}
    assert contents.reviewed("d" * 40, (ORDERS,)) is None
    assert contents.reviewed(None, (ORDERS,)) is None


def test_a_submodule_and_a_link_in_a_folder_are_no_files_to_follow(history: History) -> None:
    """The gate refuses both; recording what happened must not fail for it."""
    blob = history.repo.blob(b"/etc/passwd")
    history.repo.index([("160000", "9" * 40, f"{ORDERS}/sub".encode()), ("120000", blob, f"{ORDERS}/link".encode())])
    history.repo.git("commit", "--quiet", "--message", "odd")
    found = Contents(history.repo.path).merged("HEAD", (ORDERS,))[ORDERS]
    assert found is not None
    assert found.tree == history.repo.git("rev-parse", f"HEAD:{ORDERS}")


def test_the_digest_of_a_file(history: History) -> None:
    contents = Contents(history.repo.path)
    assert (
        contents.digest_of(history.root, "vendors/kite/supplier.yaml") == "sha256:" + sha256(b"id: kite\n").hexdigest()
    )
    assert contents.digest_of(history.root, ".github/workflows/gate.yml") is None
    assert contents.digest_of(history.root, ORDERS) is None


def test_a_commit_that_is_not_in_the_clone(history: History) -> None:
    with pytest.raises(CannotJudge, match="lacks"):
        Contents(history.repo.path).merged("d" * 40, (ORDERS,))
