"""What the hook sees is what git commits: whichever index that is, and whatever lies on the disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, Repo
from tests.precommit.hooks import by_git, by_pre_commit, commit, note_taker
from vendorbook.repository.git_objects import Commit

FILE = "vendors/kite/supplier.yaml"
OTHER = "vendors/kite/orders/engagement.yaml"


class Hooked:
    """A repository whose hook notes what it sees."""

    def __init__(self, place: Path, install: Callable[[Repo, str, Path], None]) -> None:
        self.repo = Repo(place / "repo")
        self.repo.commit(REGISTER)
        self.home = place / "home"
        self.home.mkdir()
        self.note = place / "note.json"
        install(self.repo, note_taker(place, self.note), self.home)
        self.repo.git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "the hook")

    def run(self, *arguments: str, where: Path | None = None) -> bool:
        """Whether the commit went through; in either case the hook must have run."""
        self.note.unlink(missing_ok=True)
        done = commit(where or self.repo.path, self.home, *arguments)
        assert self.note.exists(), done.stdout + done.stderr
        return done.returncode == 0

    def seen(self) -> dict[str, bytes]:
        files = json.loads(self.note.read_text())["files"]
        return {path: text.encode("latin-1") for path, text in files.items()}

    def assert_seen_is_committed(self, where: Path | None = None) -> None:
        made = Commit(where or self.repo.path, "HEAD")
        assert self.seen() == {path: made.read(path) for path in made.files()}


@pytest.fixture(params=[by_git, by_pre_commit])
def hooked(request: pytest.FixtureRequest, tmp_path: Path) -> Hooked:
    return Hooked(tmp_path, request.param)


def test_commit_takes_what_is_staged(hooked: Hooked) -> None:
    hooked.repo.stage({FILE: "id: staged\n"})
    hooked.repo.write({FILE: "id: broken\n", OTHER: "id: broken\n", "vendors/moth/supplier.yaml": "broken"})
    assert hooked.run("commit", "-m", "staged")
    assert hooked.seen()[FILE] == b"id: staged\n"
    hooked.assert_seen_is_committed()


def test_a_broken_index_under_a_sound_work_tree(hooked: Hooked) -> None:
    hooked.repo.stage({FILE: "id: broken\n"})
    hooked.repo.write({FILE: "id: sound\n"})
    before = hooked.repo.git("rev-parse", "HEAD")
    assert not hooked.run("commit", "-m", "staged")
    assert hooked.repo.git("rev-parse", "HEAD") == before


def test_commit_all(hooked: Hooked) -> None:
    """Git makes an index for this commit alone, and tells the hook where it is."""
    hooked.repo.write({FILE: "id: changed\n", OTHER: None})
    assert hooked.run("commit", "-a", "-m", "all")
    assert hooked.seen()[FILE] == b"id: changed\n"
    assert OTHER not in hooked.seen()
    hooked.assert_seen_is_committed()


def test_commit_all_of_what_is_broken(hooked: Hooked) -> None:
    hooked.repo.write({FILE: "id: broken\n"})
    assert not hooked.run("commit", "-a", "-m", "all")


def test_commit_of_one_path(hooked: Hooked) -> None:
    """What else is staged stays behind, and must neither be judged nor committed."""
    hooked.repo.stage({OTHER: "id: broken\n"})
    hooked.repo.write({FILE: "id: changed\n"})
    assert hooked.run("commit", "-m", "one path", "--", FILE)
    assert hooked.seen()[FILE] == b"id: changed\n"
    assert hooked.seen()[OTHER] == b"id: orders\n"
    hooked.assert_seen_is_committed()


def test_commit_of_one_broken_path(hooked: Hooked) -> None:
    hooked.repo.write({FILE: "id: broken\n"})
    assert not hooked.run("commit", "-m", "one path", "--", FILE)


def test_commit_including_a_path(hooked: Hooked) -> None:
    hooked.repo.stage({OTHER: "id: staged\n"})
    hooked.repo.write({FILE: "id: changed\n"})
    assert hooked.run("commit", "-m", "both", "--include", FILE)
    assert (hooked.seen()[FILE], hooked.seen()[OTHER]) == (b"id: changed\n", b"id: staged\n")
    hooked.assert_seen_is_committed()


def test_deletion_alone(hooked: Hooked) -> None:
    hooked.repo.git("rm", "--quiet", OTHER)
    assert hooked.run("commit", "-m", "gone")
    assert OTHER not in hooked.seen()
    hooked.assert_seen_is_committed()


def test_deletion_from_the_index_alone(hooked: Hooked) -> None:
    hooked.repo.git("rm", "--quiet", "--cached", OTHER)
    assert hooked.run("commit", "-m", "gone, though still on the disk")
    assert OTHER not in hooked.seen()
    hooked.assert_seen_is_committed()


def test_a_rename(hooked: Hooked) -> None:
    hooked.repo.git("mv", "vendors/kite/orders", "vendors/kite/routing")
    assert hooked.run("commit", "-m", "renamed")
    assert "vendors/kite/routing/engagement.yaml" in hooked.seen()
    hooked.assert_seen_is_committed()


def test_a_promise_is_not_committed(hooked: Hooked) -> None:
    hooked.repo.stage({FILE: "id: staged\n"})
    hooked.repo.write({"vendors/moth/supplier.yaml": "id: moth\n"})
    hooked.repo.git("add", "--intent-to-add", "vendors/moth/supplier.yaml")
    assert hooked.run("commit", "-m", "without the moth")
    assert "vendors/moth/supplier.yaml" not in hooked.seen()
    hooked.assert_seen_is_committed()


def test_amending(hooked: Hooked) -> None:
    hooked.repo.stage({FILE: "id: amended\n"})
    assert hooked.run("commit", "--amend", "--no-edit")
    hooked.assert_seen_is_committed()


def test_from_a_folder_below(hooked: Hooked) -> None:
    hooked.repo.write({FILE: "id: changed\n"})
    assert hooked.run("commit", "-m", "from below", "--", "supplier.yaml", where=hooked.repo.path / "vendors/kite")
    hooked.assert_seen_is_committed()


@pytest.mark.parametrize("arguments", [(), ("-a",), ("--", FILE)], ids=["staged", "all", "path"])
def test_in_a_linked_work_tree(hooked: Hooked, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """There, git tells its hooks GIT_DIR too, and the index lies elsewhere."""
    linked = tmp_path / "linked"
    hooked.repo.git("worktree", "add", "--quiet", "-b", "side", str(linked))
    (linked / FILE).write_text("id: linked\n")
    if not arguments:
        hooked.repo.git("-C", str(linked), "add", FILE)
    assert hooked.run("commit", "-m", "linked", *arguments, where=linked)
    assert hooked.seen()[FILE] == b"id: linked\n"
    hooked.assert_seen_is_committed(linked)


def test_a_merge(hooked: Hooked) -> None:
    hooked.repo.git("checkout", "--quiet", "-b", "side")
    hooked.repo.stage({FILE: "id: side\n"})
    hooked.repo.git("commit", "--quiet", "--no-verify", "--message", "side")
    hooked.repo.git("checkout", "--quiet", "main")
    assert hooked.run("merge", "--no-ff", "--no-edit", "side")
    assert hooked.seen()[FILE] == b"id: side\n"
    hooked.assert_seen_is_committed()


def test_a_link_in_the_index(hooked: Hooked) -> None:
    hooked.repo.index([("120000", hooked.repo.blob(b"/etc/passwd"), FILE.encode())])
    hooked.run("commit", "-m", "a link")
    assert json.loads(hooked.note.read_text())["refused"] == [FILE]
