"""The only writer: objects, and references that move only from where they were known to be.

Everything goes into the object store and the references, by plumbing: no work tree, no index, no hook has a part in it.
Objects are whole before a reference names them, so whatever ends a run half-way leaves a valid repository.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import sleep
from typing import NamedTuple

from vendorbook.git.command import Answer, ask, failure, run
from vendorbook.model import CannotJudge, Text

_TRIES = 5
_PAUSE = 0.1


class Author(NamedTuple):
    """Whom an object that the tool writes is by: never what the machine's configuration says."""

    name: str
    email: str


def write_blob(root: Path, data: bytes) -> str:
    """Stores a file's content and gives its id."""
    return _written(root, "blob", data)


def tree_with(root: Path, tree: str | None, path: str, blob: str) -> str:
    """The id of a tree that holds what `tree` holds (None: nothing) and one more file, at a path with `/`.

    Raises CannotJudge where the path is taken, or a folder on its way is a file.
    """
    name, _, below = path.partition("/")
    entries = _entries(root, tree)
    there = entries.get(name)
    if there is not None and not (below and there[1] == "tree"):
        raise CannotJudge(Text(f"{path} 已存在", f"{path} is there already"))
    inner = tree_with(root, there[2] if there else None, below, blob) if below else blob
    entries[name] = ("040000", "tree", inner) if below else ("100644", "blob", inner)
    lines = [f"{mode} {kind} {id}\t{each}\0" for each, (mode, kind, id) in entries.items()]
    return _id(run(root, "mktree", "-z", stdin="".join(lines).encode("utf-8", "surrogateescape")))


def write_commit(root: Path, tree: str, parents: tuple[str, ...], message: str, author: Author, when: datetime) -> str:
    """Stores a commit and gives its id: the same every time for the same arguments. `when` has a time zone."""
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
    lines += [f"author {_signed(author, when)}", f"committer {_signed(author, when)}", "", message]
    return _written(root, "commit", _ended("\n".join(lines)))


def write_tag(root: Path, commit: str, name: str, message: str, author: Author, when: datetime) -> str:
    """Stores an annotated tag of a commit and gives its id; `refs/tags/<name>` is to be moved to it by itself.

    A message may end in a signature: the object's content before it is what was signed.
    """
    return _written(root, "tag", tag_content(commit, name, message, author, when))


def tag_content(commit: str, name: str, message: str, author: Author, when: datetime) -> bytes:
    """The content of an annotated tag as git stores it: what a signature over it is made of."""
    lines = [f"object {commit}", "type commit", f"tag {name}", f"tagger {_signed(author, when)}", "", message]
    return _ended("\n".join(lines))


def move_ref(root: Path, ref: str, new: str, old: str | None) -> bool:
    """Lets a full reference name another object, if it still names `old` (None: if there is none such).

    False: somebody else has moved it in the meantime, and nothing has changed. Raises CannotJudge where git cannot.
    """
    answer = Answer(1, b"", "")
    for _ in range(_TRIES):
        answer = ask(root, "update-ref", "--no-deref", ref, new, old or "0" * len(new))
        if answer.status == 0:
            return True
        if ref_target(root, ref) != old:
            return False
        sleep(_PAUSE)  # another process holds the lock, and may yet give up
    raise failure(root, answer.complaint)


def ref_target(root: Path, ref: str) -> str | None:
    """The object that a full reference names, a tag not taken apart; None when there is no such reference."""
    answer = ask(root, "show-ref", "--verify", "--hash", "--", ref)
    return _id(answer.output) if answer.status == 0 else None


def _entries(root: Path, tree: str | None) -> dict[str, tuple[str, str, str]]:
    """Mode, kind and id by name."""
    if tree is None:
        return {}
    listed = run(root, "ls-tree", "-z", "--end-of-options", tree).decode("utf-8", "surrogateescape")
    parts = [line.partition("\t") for line in listed.split("\0")[:-1]]
    return {name: _three(facts) for facts, _, name in parts}


def _three(facts: str) -> tuple[str, str, str]:
    mode, kind, id = facts.split(" ")
    return mode, kind, id


def _written(root: Path, kind: str, data: bytes) -> str:
    return _id(run(root, "hash-object", "-w", "-t", kind, "--stdin", stdin=data))


def _signed(author: Author, when: datetime) -> str:
    return f"{author.name} <{author.email}> {int(when.timestamp())} {when:%z}"


def _ended(text: str) -> bytes:
    return (text if text.endswith("\n") else text + "\n").encode()


def _id(output: bytes) -> str:
    return output.removesuffix(b"\n").decode()
