"""Commits as they are written: parents, people, message, and what a signature was made over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from vendorbook.git.command import ask, run
from vendorbook.git.objects import Objects, TooLarge
from vendorbook.model import CannotJudge, Text

_LIMIT = 1024 * 1024
_IDENTITY = re.compile(r"(?P<name>.*?) ?<(?P<email>[^<>]*)> (?P<seconds>-?\d{1,12}) (?P<zone>[+-]\d{4})")
_SIGNATURES = ("gpgsig", "gpgsig-sha256")


class Identity(NamedTuple):
    """Who somebody says they are, and when; nothing of it is proved."""

    name: str
    email: str
    when: datetime


class CommitObject(NamedTuple):
    """One commit. `signature` is armoured text, or empty; `payload` is what it was made over."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: Identity
    committer: Identity
    message: str
    signature: str
    payload: bytes

    @property
    def subject(self) -> str:
        return self.message.partition("\n")[0]


def commits_between(root: Path, base: str, head: str) -> list[CommitObject]:
    """What `head` has and `base` has not, oldest first: the commits of a change. Both are commit ids."""
    listed = run(root, "rev-list", "--reverse", "--topo-order", "--end-of-options", head, f"^{base}")
    return read_commits(root, listed.decode().split())


def first_parents(root: Path, tip: str) -> list[str]:
    """The ids from a commit down its first parents to the root, newest first: how a branch has moved."""
    return run(root, "rev-list", "--first-parent", "--end-of-options", tip).decode().split()


def is_ancestor(root: Path, older: str, newer: str) -> bool:
    """Whether a commit is, or comes before, another."""
    return not run(root, "rev-list", "--max-count=1", "--end-of-options", older, f"^{newer}").strip()


def merge_base(root: Path, one: str, other: str) -> str:
    """The commit from which two branches went apart. Raises CannotJudge where there is none, or more than one."""
    found = ask(root, "merge-base", "--all", one, other).output.decode("ascii", "replace").split()
    if len(found) != 1:
        raise CannotJudge(_NO_MERGE_BASE if not found else _SEVERAL_MERGE_BASES)
    return found[0]


def was_touched(root: Path, tip: str, path: str) -> bool:
    """Whether some step of a branch, up to its tip, has had to do with a path (below `root`)."""
    return bool(run(root, "rev-list", "--first-parent", "--max-count=1", "--end-of-options", tip, "--", path).strip())


def read_commits(root: Path, ids: Iterable[str]) -> list[CommitObject]:
    """The commits of these ids, in their order. Raises CannotJudge where one is missing or damaged."""
    wanted = list(ids)
    try:
        contents = list(Objects(root).read_each("commit", wanted, _LIMIT))
    except TooLarge:
        raise CannotJudge(Text("有提交過大，無法讀取", "a commit is too large to be read")) from None
    return [parsed(id, content) for id, content in zip(wanted, contents, strict=True)]


def parsed(id: str, data: bytes) -> CommitObject:
    """A commit from its object's content. Raises CannotJudge where it has not the form of one."""
    head, _, message = data.partition(b"\n\n")
    fields = header_fields(head.decode("utf-8", "replace").split("\n"))
    try:
        return CommitObject(
            id=id,
            tree=fields["tree"][0],
            parents=tuple(fields.get("parent", ())),
            author=identity(fields["author"][0]),
            committer=identity(fields["committer"][0]),
            message=message.decode("utf-8", "replace"),
            signature=next((fields[name][0] + "\n" for name in _SIGNATURES if name in fields), ""),
            payload=unsigned(data),
        )
    except (LookupError, ValueError, OverflowError):
        raise CannotJudge(Text(f"提交 {id} 的格式有誤", f"commit {id} is malformed; run git fsck")) from None


def header_fields(lines: list[str]) -> dict[str, list[str]]:
    """Header fields by name; a line that begins with a space goes on with the field before it."""
    fields: dict[str, list[str]] = {}
    last: list[str] = [""]
    for line in lines:
        if line.startswith(" "):
            last[-1] += "\n" + line[1:]
            continue
        name, _, value = line.partition(" ")
        last = fields.setdefault(name, [])
        last.append(value)
    return fields


def identity(said: str) -> Identity:
    match = _IDENTITY.fullmatch(said)
    if match is None:
        raise ValueError(said)
    hours, minutes = int(match["zone"][1:3]), int(match["zone"][3:])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if match["zone"][0] == "-" else 1)
    when = datetime.fromtimestamp(int(match["seconds"]), timezone(offset))
    return Identity(match["name"], match["email"], when)


def unsigned(data: bytes) -> bytes:
    """The object without its signatures, over which they were made."""
    head, apart, message = data.partition(b"\n\n")
    kept: list[bytes] = []
    skips = False
    for line in head.split(b"\n"):
        skips = (line.startswith(b" ") and skips) or line.partition(b" ")[0].decode("latin-1") in _SIGNATURES
        if not skips:
            kept.append(line)
    return b"\n".join(kept) + apart + message


_NO_MERGE_BASE = Text("兩者的歷史沒有共同的提交", "the two histories have no commit in common")
_SEVERAL_MERGE_BASES = Text(
    "兩者有數個分岔點，無從決定；請改用 A..B，或寫出其中一個提交",
    "the two have gone apart at several commits; use A..B, or name one of those commits",
)
