"""Repositories that are not what they seem: commits are judged as they are, or the run says why it cannot look."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import RECORD, SUPPLIER
from tests.helpers.repos import Repo

Check = Callable[..., Ran]
BROKEN = b"id: website\nid: website\n"
AT = f"{RECORD}:2:1"


# -- what is judged ------------------------------------------------------------------------------------


def test_a_dirty_work_tree_is_not_the_commit(own_repo: Repo, check: Check) -> None:
    own_repo.write({RECORD: BROKEN, "vendors/moth/supplier.yaml": b"id: other\n"})

    assert check().status == 1
    assert check("--at", "HEAD").status == 0
    assert check("--staged").status == 0


def test_a_clean_work_tree_does_not_hide_a_broken_commit(own_repo: Repo, check: Check) -> None:
    good = (own_repo.path / RECORD).read_bytes()
    own_repo.commit({RECORD: BROKEN})
    own_repo.stage({RECORD: good})

    assert check().status == check("--staged").status == 0
    ran = check("--at", "HEAD")
    assert ran.status == 1
    assert AT in ran.out


def test_a_commit_can_be_judged_when_nothing_of_it_is_on_the_disk(own_repo: Repo, check: Check) -> None:
    own_repo.git("rm", "-r", "--quiet", "vendors", "policies", "schemas")

    assert check("--at", "HEAD").status == 0
    assert check().status == check("--staged").status == 2


def test_the_index_that_git_names_is_the_one_that_is_staged(
    own_repo: Repo, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git commit -a` and `git commit -- path` make an index of their own, and tell the hook where it is."""
    own_repo.stage({RECORD: BROKEN})
    monkeypatch.setenv("GIT_INDEX_FILE", str(own_repo.path / ".git/next-index"))
    own_repo.git("read-tree", "HEAD", env={"GIT_INDEX_FILE": ".git/next-index"})
    assert check("--staged").status == 0
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert check("--staged").status == 1


def test_histories_that_have_nothing_in_common(own_repo: Repo, check: Check) -> None:
    orphan = own_repo.git("commit-tree", "HEAD^{tree}", "-m", "from nowhere")
    assert check("--at", orphan).status == 0


def test_a_replacement_does_not_stand_in_for_the_commit(own_repo: Repo, check: Check) -> None:
    good = own_repo.git("rev-parse", "HEAD")
    broken = own_repo.commit({RECORD: BROKEN})
    own_repo.git("replace", broken, good)

    assert check("--at", broken).status == 1
    own_repo.git("replace", "--delete", broken)
    own_repo.git(
        "replace", own_repo.git("rev-parse", f"{broken}:{RECORD}"), own_repo.git("rev-parse", f"{good}:{RECORD}")
    )
    assert check("--at", broken).status == 1


def test_a_graft_gives_no_commit_another_parent(own_repo: Repo, check: Check) -> None:
    good = own_repo.git("rev-parse", "HEAD")
    broken = own_repo.commit({RECORD: BROKEN})
    head = own_repo.commit({RECORD: (own_repo.git("show", f"{good}:{RECORD}") + "\n").encode()})
    grafts = own_repo.path / ".git/info/grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(f"{head} {good}\n")

    assert check("--at", head).status == 0
    ran = check("--at", f"{head}~1")
    assert ran.status == 1, f"the parent is {broken}, which is broken, whatever the grafts say"


# -- what cannot be looked at --------------------------------------------------------------------------


def test_a_shallow_clone_lacks_its_past(
    own_repo: Repo, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = own_repo.git("rev-parse", "HEAD")
    own_repo.commit({SUPPLIER: (own_repo.path / SUPPLIER).read_bytes() + b"# more\n"})
    own_repo.clone(tmp_path / "shallow", "--depth=1")
    monkeypatch.chdir(tmp_path / "shallow")

    assert check("--at", "HEAD").status == 0
    for missing in (old, "HEAD~1"):
        ran = check("--at", missing)
        assert (ran.status, ran.out) == (2, "")
        assert "shallow clone" in ran.err


def test_a_partial_clone_fetches_nothing(
    own_repo: Repo, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_repo.git("config", "uploadpack.allowFilter", "true")
    partial = own_repo.clone(tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    before = sorted((partial.path / ".git/objects").rglob("*"))
    monkeypatch.chdir(partial.path)
    ran = check("--at", "HEAD", "--root", str(partial.path))

    assert (ran.status, ran.out) == (2, "")
    assert "lacks the object" in ran.err
    assert sorted((partial.path / ".git/objects").rglob("*")) == before


def test_an_object_that_is_not_what_its_id_says(own_repo: Repo, check: Check) -> None:
    blob = own_repo.git("rev-parse", f"HEAD:{RECORD}")
    place = own_repo.path / ".git/objects" / blob[:2] / blob[2:]
    place.chmod(0o644)
    forged = (own_repo.path / RECORD).read_bytes().replace(b"draft", b"ended")
    place.write_bytes(zlib.compress(b"blob %d\0" % len(forged) + forged))
    ran = check("--at", "HEAD")

    assert (ran.status, ran.out) == (2, "")
    assert blob in ran.err


def test_a_tag_that_hides_a_branch(own_repo: Repo, check: Check) -> None:
    own_repo.git("tag", "main")
    own_repo.commit({RECORD: BROKEN})
    ran = check("--at", "main")

    assert (ran.status, ran.out) == (2, "")
    assert "refs/heads/main, refs/tags/main" in ran.err
    assert check("--at", "refs/heads/main").status == 1


REVISIONS = (
    "", "-", "--output=stolen", "--exec=touch stolen", "-h", "nonesuch", "HEAD^{tree}", f"HEAD:{RECORD}", "HEAD..HEAD",
    "^HEAD", "0" * 40, "deadbeef", ":/the", "@{u}", "\x1b[2J", "a\nb", "\u202e", "x" * 5000, "../../etc/passwd",
)  # fmt: skip


@pytest.mark.parametrize("revision", REVISIONS, ids=lambda revision: ascii(revision)[:30])
def test_what_is_no_commit(revision: str, own_repo: Repo, check: Check) -> None:
    """Nothing that looks like an option is one, and nothing else is quietly judged instead."""
    ran = check(f"--at={revision}")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err
    assert not list(own_repo.path.glob("stolen*"))


def test_a_repository_without_a_commit(own_repo: Repo, check: Check) -> None:
    own_repo.git("update-ref", "-d", "HEAD")

    assert check("--at", "HEAD").status == 2
    assert check().status == check("--staged").status == 0


def test_outside_of_git(check: Check, register: object) -> None:
    assert check().status == 0
    for option in (("--at", "HEAD"), ("--staged",)):
        ran = check(*option)
        assert (ran.status, ran.out) == (2, "")
        assert "not in a git repository" in ran.err
