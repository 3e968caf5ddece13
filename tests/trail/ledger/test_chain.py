"""Whoever touches the evidence branch is seen, whatever they do to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.repos import Repo
from tests.trail.ledger.conftest import appended, entry, id_of
from vendorbook.model import CannotJudge
from vendorbook.trail.ledger import Ledger, append, digest_of, read, written


def file(number: int, previous: bytes | None) -> bytes:
    return written(entry(number)._replace(previous=previous and digest_of(previous)))


FIRST = file(1, None)
SECOND = file(2, FIRST)
THIRD = file(3, SECOND)
PATHS = [f"entries/{number:06}.json" for number in range(1, 6)]


def test_what_was_appended_is_read(repo: Repo, three: Ledger) -> None:
    found = read(repo.path)
    assert found == three
    assert [each.number for each in found.entries] == [1, 2, 3]
    assert found.by_merge[id_of(2)] == found.entries[1]
    assert found.faults == ()
    assert repo.git("show", f"{found.tip}:{PATHS[2]}").encode() + b"\n" == THIRD
    assert repo.git("rev-list", "--count", "evidence") == "3"
    assert repo.git("rev-list", "--max-parents=0", "evidence") != repo.git("rev-list", "--max-parents=0", "main")


def test_no_branch_is_an_empty_ledger(repo: Repo) -> None:
    assert read(repo.path) == Ledger()


def test_a_fetched_branch_and_a_commit(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone")
    assert read(clone.path) == three
    assert len(read(clone.path, repo.git("rev-parse", "evidence~1")).entries) == 2


class Branch:
    """The evidence branch, made by hand."""

    def __init__(self, repo: Repo) -> None:
        self.repo = repo

    def commit(self, files: dict[str, bytes | None], *parents: str, mode: str = "100644") -> str:
        """A commit of exactly these files."""
        self.repo.git("read-tree", "--empty")
        self.repo.index((mode, self.repo.blob(data), path.encode()) for path, data in files.items() if data is not None)
        arguments = [part for parent in parents for part in ("-p", parent)]
        made = self.repo.git("commit-tree", self.repo.git("write-tree"), *arguments, "-m", "by hand")
        self.repo.git("update-ref", "refs/heads/evidence", made)
        return made

    def line(self, *states: dict[str, bytes | None]) -> None:
        parents: tuple[str, ...] = ()
        for files in states:
            parents = (self.commit(files, *parents),)


ONE, TWO = {PATHS[0]: FIRST}, {PATHS[0]: FIRST, PATHS[1]: SECOND}
THREE = {**TWO, PATHS[2]: THIRD}
OTHER = file(5, None)


def test_by_hand_is_as_good(repo: Repo) -> None:
    Branch(repo).line(ONE, TWO, THREE)
    assert read(repo.path).faults == ()


@pytest.mark.parametrize(
    ("states", "place", "said"),
    [
        pytest.param([ONE, TWO, {**THREE, PATHS[0]: OTHER}], PATHS[2], f"M {PATHS[0]}", id="an old entry changed"),
        pytest.param([ONE, TWO, {PATHS[1]: SECOND, PATHS[2]: THIRD}], PATHS[2], f"D {PATHS[0]}", id="one removed"),
        pytest.param([ONE, TWO, ONE], PATHS[2], f"D {PATHS[1]}", id="the last one removed"),
        pytest.param([ONE, THREE], PATHS[1], f"A {PATHS[1]}, A {PATHS[2]}", id="two at once"),
        pytest.param([ONE, ONE, TWO], PATHS[1], "does: –", id="none at all"),
        pytest.param([TWO], PATHS[0], f"A {PATHS[0]}, A {PATHS[1]}", id="begun with two"),
        pytest.param([{}, ONE], PATHS[0], "does: –", id="begun with none"),
        pytest.param([ONE, {**ONE, PATHS[2]: THIRD}], PATHS[1], f"A {PATHS[2]}", id="a number left out"),
        pytest.param([ONE, {**TWO, "README.md": b"x"}], PATHS[1], "README.md", id="another file with it"),
        pytest.param([ONE, {**ONE, "entries/2.json": SECOND}], PATHS[1], "entries/2.json", id="another name"),
        pytest.param([ONE, {**ONE, "entries/000002.json/x": SECOND}], PATHS[1], "000002.json/x", id="a folder"),
        pytest.param([ONE, TWO, {**TWO, "entries/a\x1b\n": b"x"}], PATHS[2], "A entries/a", id="a hostile name"),
        pytest.param([{"entries": FIRST}], PATHS[0], "A entries", id="a file where the folder should be"),
        pytest.param([{}], PATHS[0], "does: –", id="nothing"),
    ],
)
def test_a_commit_that_does_anything_but_add_the_next(
    states: list[dict[str, bytes | None]], place: str, said: str, repo: Repo
) -> None:
    Branch(repo).line(*states)
    faults = read(repo.path).faults
    assert faults[0].location.path == place
    assert said in faults[0].message.en
    assert said.split(", ")[0] in faults[0].message.zh_tw or said == "does: –"


@pytest.mark.parametrize(
    ("states", "place", "said"),
    [
        pytest.param([{PATHS[0]: file(1, b"x")}], PATHS[0], "/previous", id="the first names one before"),
        pytest.param([ONE, {**ONE, PATHS[1]: file(2, THIRD)}], PATHS[1], "/previous", id="names another"),
        pytest.param([ONE, {**ONE, PATHS[1]: file(3, FIRST)}], PATHS[1], "/number", id="another number"),
        pytest.param([ONE, {**ONE, PATHS[1]: b"{}\n"}], PATHS[1], "must be an object", id="no entry"),
        pytest.param([ONE, {**ONE, PATHS[1]: SECOND[:-1]}], PATHS[1], "canonically", id="not as written"),
        pytest.param([ONE, {**ONE, PATHS[1]: b"{" * 50_000}], PATHS[1], "JSON", id="a bomb"),
        pytest.param([ONE, {**ONE, PATHS[1]: b" " * 5_000_000}], PATHS[1], "too large", id="huge"),
        pytest.param(
            [ONE, {**ONE, PATHS[1]: written(entry(1)._replace(number=2, previous=digest_of(FIRST)))}],
            PATHS[1],
            "/merge/commit",
            id="about the same merge",
        ),
    ],
)
def test_an_entry_that_is_none(states: list[dict[str, bytes | None]], place: str, said: str, repo: Repo) -> None:
    Branch(repo).line(*states)
    found = read(repo.path)
    assert [(each.location.path, said in each.message.en) for each in found.faults] == [(place, True)]
    assert len(found.entries) == len(states) - 1


def test_a_folder_without_anything_that_no_list_of_files_shows(repo: Repo) -> None:
    branch = Branch(repo)
    branch.line(ONE)
    inner = repo.git("ls-tree", "evidence:entries") + f"\n040000 tree {repo.git('mktree')}\tx\n"
    tree = repo.git("mktree", input=f"040000 tree {repo.git('mktree', input=inner.encode())}\tentries\n".encode())
    odd = repo.git("commit-tree", tree, "-m", "by hand")
    branch.commit(TWO, odd)
    assert [each.location.path for each in read(repo.path).faults] == [PATHS[0]]


def test_rewritten_with_all_that_follows(repo: Repo) -> None:
    """A chain made anew is a chain: that it is not the one that was is for checkpoints and known tips to show."""
    new = written(entry(1)._replace(tool="2.0.0"))
    Branch(repo).line({PATHS[0]: new}, {PATHS[0]: new, PATHS[1]: file(2, new)})
    assert read(repo.path).faults == ()


def merged(branch: Branch) -> None:
    branch.line(ONE, TWO)
    two = branch.repo.git("rev-parse", "evidence")
    branch.commit(THREE, two, branch.repo.git("rev-parse", "main"))


def on_main(branch: Branch) -> None:
    branch.commit(ONE, branch.repo.git("rev-parse", "main"))


@pytest.mark.parametrize(("make", "number"), [(merged, 3), (on_main, 2)])
def test_a_branch_that_is_no_line_of_its_own(make: Callable[[Branch], None], number: int, repo: Repo) -> None:
    make(Branch(repo))
    faults = read(repo.path).faults
    assert any("is a merge, or the branch has no root" in each.message.en for each in faults) or number == 2
    assert faults


@pytest.mark.parametrize("mode", ["100755", "120000"])
def test_an_entry_that_is_no_plain_file(mode: str, repo: Repo) -> None:
    Branch(repo).commit(ONE, mode=mode)
    assert {each.location.path for each in read(repo.path).faults} == {PATHS[0]}


def test_a_shallow_clone_is_not_judged(repo: Repo, three: Ledger, tmp_path: Path) -> None:
    clone = repo.clone(tmp_path / "clone", "--depth=1", "--no-single-branch")
    with pytest.raises(CannotJudge, match="unshallow"):
        read(clone.path)


def test_replaced_objects_and_grafts_say_nothing(repo: Repo, three: Ledger) -> None:
    evil = repo.blob(OTHER)
    repo.git("replace", repo.git("rev-parse", f"evidence:{PATHS[0]}"), evil)
    (repo.path / ".git/info").mkdir(exist_ok=True)
    (repo.path / ".git/info/grafts").write_text(repo.git("rev-parse", "evidence") + "\n")
    assert read(repo.path) == three


def test_nothing_is_built_on_a_broken_chain(repo: Repo) -> None:
    Branch(repo).line(ONE, {**TWO, "x": b"x"})
    before = read(repo.path)
    with pytest.raises(CannotJudge, match="tampered with") as caught:
        append(repo.path, before, entry(3))
    assert caught.value.places == before.faults
    assert read(repo.path).tip == before.tip


def test_a_repository_of_the_longer_ids(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "long", "--object-format=sha256")
    repo.commit({"a": "b"})
    three = appended(repo, Ledger(), entry(1), entry(2), entry(3))
    assert read(repo.path) == three
