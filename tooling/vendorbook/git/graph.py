"""How commits hang together, read once: a history of thousands of merges asks the same thing again and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from vendorbook.git.command import run


def parents_of_all(root: Path, tip: str) -> Mapping[str, tuple[str, ...]]:
    """The parents of a commit and of all that came before it, by id."""
    listed = run(root, "rev-list", "--parents", "--end-of-options", tip).decode()
    return {each[0]: tuple(each[1:]) for each in (line.split() for line in listed.splitlines())}


def first_parent_line(parents: Mapping[str, tuple[str, ...]], tip: str) -> list[str]:
    """The ids from the root to a commit, along first parents."""
    line = [tip]
    while before := parents[line[-1]]:
        line.append(before[0])
    return line[::-1]


def brought_by_each(parents: Mapping[str, tuple[str, ...]], line: Iterable[str]) -> dict[str, list[str]]:
    """For each commit of a first-parent line the commits that came with it alone, parents before their children.

    That is what its other parents have and its first parent has not; itself not counted.
    """
    known: set[str] = set()
    brought = {}
    for commit in line:
        known.add(commit)
        brought[commit] = _unknown(parents, parents[commit][1:], known)
    return brought


def _unknown(parents: Mapping[str, tuple[str, ...]], heads: Iterable[str], known: set[str]) -> list[str]:
    """Those that can be reached and are not known yet; they are from now on."""
    found: list[str] = []
    waiting = [(head, False) for head in reversed(tuple(heads))]
    while waiting:
        commit, is_done = waiting.pop()
        if is_done:
            found.append(commit)
        elif commit not in known:
            known.add(commit)
            waiting.append((commit, True))
            waiting.extend((each, False) for each in reversed(parents[commit]))
    return found


def are_ancestors(
    parents: Mapping[str, tuple[str, ...]], line: Iterable[str], brought: Mapping[str, list[str]]
) -> dict[str, bool]:
    """For each commit of the line with two parents: whether the first comes before the second.

    It does exactly if some commit that came with the merge (or its second parent itself) has it as a parent: all that
    is older than the first parent is known by then.
    """
    result = {}
    for commit in line:
        own = parents[commit]
        if len(own) == 2:
            result[commit] = any(own[0] in parents[each] for each in brought[commit]) or own[0] == own[1]
    return result
