"""All entries of the evidence branch, and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from vendorbook import git
from vendorbook.git import Blobs
from vendorbook.model import CannotJudge, Location, Place, Text
from vendorbook.trail.ledger.chain import faults_of_chain
from vendorbook.trail.ledger.entry import Entry
from vendorbook.trail.ledger.form import LARGEST, digest_of, parsed, path_of
from vendorbook.trail.ledger.shapes import Malformed

BRANCH = "evidence"
_PLACES = ("refs/heads/{}", "refs/remotes/origin/{}")
_ID = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_FILE = "100644"


class Ledger(NamedTuple):
    """The evidence branch as it is at a commit, `tip`; None where there is no such branch yet.

    `entries` are those that can be read, in their order, and `by_merge` the same by the id of the commit that they are
    about. `faults` are what is wrong with the chain, each with the entry's file and the reason in words; where there
    is any, somebody has been at the branch, and no entry of it proves anything by itself. `last` is the digest that
    the next entry has to name.
    """

    tip: str | None = None
    entries: tuple[Entry, ...] = ()
    by_merge: Mapping[str, Entry] = MappingProxyType({})
    faults: tuple[Place, ...] = ()
    last: str | None = None


def read(root: Path, ref: str = BRANCH) -> Ledger:
    """The ledger at a branch of this name, here or else as it was fetched from `origin`, or at a commit id.

    Reads objects only, each checked against its id. A branch that is not there is an empty ledger; a broken one has
    `faults`. Raises CannotJudge where the clone is shallow, or lacks or damages an object.
    """
    tip = tip_of(root, ref)
    return Ledger() if tip is None else _at(root, tip)


def tip_of(root: Path, ref: str) -> str | None:
    """The commit that `read` would read."""
    if _ID.fullmatch(ref):
        return ref
    return next((tip for place in _PLACES if (tip := git.ref_target(root, place.format(ref)))), None)


def _at(root: Path, tip: str) -> Ledger:
    commits = git.read_commits(root, reversed(git.first_parents(root, tip)))
    listed = git.whole_tree(root, tip)
    if listed is None:
        raise CannotJudge(_incomplete(tip))
    blobs = {path: each.blob for path, each in listed.items() if each.mode == _FILE}
    by_merge, faults, last = _entries(root, blobs)
    faults = [*faults_of_chain(root, commits, blobs), *faults]
    return Ledger(tip, tuple(by_merge.values()), MappingProxyType(by_merge), tuple(faults), last)


def _entries(root: Path, blobs: Mapping[str, str]) -> tuple[dict[str, Entry], list[Place], str | None]:
    """The entries by the merge they are about, what is wrong with them, and the last one's digest."""
    entries, faults, previous = dict[str, Entry](), list[Place](), None
    numbers = [number for number in range(1, len(blobs) + 1) if path_of(number) in blobs]
    for number, data in zip(numbers, _contents(root, [blobs[path_of(each)] for each in numbers]), strict=True):
        try:
            entry = _checked(data, number, previous, entries)
            entries[entry.merge.commit] = entry
        except Malformed as reason:
            faults.append(Place(Location(path_of(number), 1, 1), reason.message))
        previous = digest_of(data)
    return entries, faults, previous


def _contents(root: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The files' contents; nothing for one that is larger than an entry ever is."""
    objects = Blobs(root)
    try:
        yield from list(objects.read_each(blobs, LARGEST))
        return
    except git.TooLarge:
        pass
    for blob in blobs:
        try:
            yield objects.read(blob, LARGEST)
        except git.TooLarge:
            yield b""


def _checked(data: bytes, number: int, previous: str | None, before: Mapping[str, Entry]) -> Entry:
    """The entry, if it has its number, names the one before and is about a merge that none before is about."""
    if not data:
        raise Malformed("", "是空的，或過大", "is empty, or too large")
    entry = parsed(data)
    if entry.number != number:
        raise Malformed("/number", f"應為 {number}", f"must be {number}")
    if entry.previous != previous:
        raise Malformed(
            "/previous",
            "不是前一筆之摘要：前一筆已被更動",
            "is not the digest of the entry before: that has been changed",
        )
    if (first := before.get(entry.merge.commit)) is not None:
        raise Malformed("/merge/commit", f"第 {first.number} 筆已記載", f"entry {first.number} is about it already")
    return entry


def _incomplete(tip: str) -> Text:
    return Text(
        f"此副本缺少證據分支 {tip} 之物件；請重新完整複製（git clone）",
        f"this clone lacks objects of the evidence branch at {tip}; make a full one (git clone)",
    )
