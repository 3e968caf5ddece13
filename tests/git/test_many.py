"""Many questions to one git come to what each of them comes to by itself."""

from __future__ import annotations

import pytest

from tests.helpers.repos import Repo
from vendorbook import git
from vendorbook.model import CannotJudge

ODD = {"vendors/a\nb": "1\n", "vendors/:100644 x": "2\n", "vendors/日本": "3\n"}


def _trees(repo: Repo) -> list[str]:
    first = repo.git("rev-parse", "HEAD^{tree}")
    repo.commit({**ODD, "vendors/kite/supplier.yaml": "id: x\n"})
    second = repo.git("rev-parse", "HEAD^{tree}")
    repo.commit({"vendors/a\nb": None, "vendors/kite/supplier.yaml": None})
    return [first, second, repo.git("rev-parse", "HEAD^{tree}")]


def test_differences_of_many_pairs_of_trees(repo: Repo) -> None:
    first, second, third = _trees(repo)
    pairs = [(first, second), (second, second), (second, third), (third, first), (first, first)]

    many = git.changes_of_trees(repo.path, pairs)

    assert many == [git.changed_files(repo.path, *pair) for pair in pairs]
    assert [len(each) for each in many] == [4, 0, 2, 3, 0]


def test_no_pairs(repo: Repo) -> None:
    assert git.changes_of_trees(repo.path, []) == []


def _merges(repo: Repo) -> tuple[str, str, str, str]:
    base = repo.git("rev-parse", "HEAD")
    ours = repo.commit({"vendors/kite/supplier.yaml": "id: ours\n"})
    repo.git("checkout", "--quiet", "-B", "theirs", base)
    theirs = repo.commit({"vendors/kite/supplier.yaml": "id: theirs\n"})
    repo.git("checkout", "--quiet", "-B", "other", base)
    other = repo.commit({"vendors/other": "other\n"})
    orphan = repo.git("commit-tree", "HEAD^{tree}", "-m", "from nowhere")
    return ours, theirs, other, orphan


def test_many_merges(repo: Repo) -> None:
    ours, theirs, other, _ = _merges(repo)
    merging = git.Merging(repo.path)
    pairs = [(ours, other), (ours, theirs), (theirs, other), (ours, ours)]

    many = merging.merged_each(pairs)

    assert many == [merging.merged(*pair) for pair in pairs]
    assert [each.conflicts for each in many] == [(), ("vendors/kite/supplier.yaml",), (), ()]
    assert merging.merged_each([]) == []


def test_one_of_many_merges_that_nobody_can_make(repo: Repo) -> None:
    ours, _, other, orphan = _merges(repo)

    with pytest.raises(CannotJudge, match="in common"):
        git.Merging(repo.path).merged_each([(ours, other), (ours, orphan)])


def test_folders_hold_what_git_lists(repo: Repo) -> None:
    tree = _trees(repo)[1]
    folders = git.Folders(repo.path)

    def listed(id: str, path: str) -> list[str]:
        members = folders.members(id)
        return [
            each
            for name, member in members
            for each in (listed(member.id, f"{path}{name}/") if member.is_folder else [f"{path}{name}"])
        ]

    assert listed(tree, "") == [each.path for each in git.tree_files(repo.path, tree)]
    found = folders.at(tree, "vendors/kite/supplier.yaml")
    assert found is not None
    assert found.id == repo.git("rev-parse", f"{tree}:vendors/kite/supplier.yaml")
    assert folders.at(tree, "vendors/kite/supplier.yaml/x") is None
    assert folders.at(tree, "vendors/none") is None


def test_the_graph(repo: Repo) -> None:
    ours, theirs, other, orphan = _merges(repo)
    tree = repo.git("rev-parse", "HEAD^{tree}")
    merge = repo.git("commit-tree", tree, "-p", ours, "-p", theirs, "-m", "merged")
    tip = repo.git("commit-tree", tree, "-p", merge, "-p", other, "-p", orphan, "-m", "merged")
    parents = git.parents_of_all(repo.path, tip)

    line = git.first_parent_line(parents, tip)
    brought = git.brought_by_each(parents, line)

    assert line == git.first_parents(repo.path, tip)[::-1]
    assert brought[merge] == [theirs]
    assert brought[tip] == [other, orphan]
    assert git.are_ancestors(parents, line, brought) == {merge: False}
