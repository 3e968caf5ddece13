"""Histories for tests, object by object: any form of commit, signed or not, the same ids every time, and no process."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, timezone
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

from tests.helpers.repos import Repo

TAIPEI = timezone(timedelta(hours=8))
Files = Mapping[str, bytes | str | None]
"""What a change does to files, by path; None removes one."""

Sign = Callable[[bytes], str]
"""Gives the armoured signature of a payload."""


class Who(NamedTuple):
    """Whom a commit says that it is by."""

    name: str
    email: str


FORGE = Who("Forge", "noreply@forge.example")


class Folder:
    """A folder at one moment; what is changed is another, which shares all that is not."""

    def __init__(self, names: Mapping[str, Folder | str]) -> None:
        self.names = dict(names)
        self.id = ""

    def with_(self, path: str, blob: str | None) -> Folder:
        name, _, below = path.partition("/")
        names = dict(self.names)
        inner = names.get(name)
        if below:
            names[name] = (inner if isinstance(inner, Folder) else Folder({})).with_(below, blob)
        elif blob is None:
            names.pop(name)
        else:
            names[name] = blob
        return Folder({name: each for name, each in names.items() if not (isinstance(each, Folder) and not each.names)})

    def at(self, path: str) -> Folder | str | None:
        found: Folder | str | None = self
        for step in path.split("/"):
            found = found.names.get(step) if isinstance(found, Folder) else None
        return found


class Commit(NamedTuple):
    """A commit that was made, and what it holds."""

    id: str
    folder: Folder


class History:
    """A repository whose branch `main` is made step by step; nothing of the machine's git has a say in it."""

    def __init__(self, path: Path, files: Files, when: datetime, who: Who) -> None:
        self.repo = Repo(path)
        self.when = when
        self._objects = path / ".git/objects"
        self.main = self.commit((), self._changed(Folder({}), files), "The register as it was", who)
        self.line = [self.main]

    @property
    def path(self) -> Path:
        return self.repo.path

    def change(self, base: Commit, files: Files, who: Who, message: str = "A change") -> Commit:
        """A commit of a branch."""
        return self.commit((base.id,), self._changed(base.folder, files), message, who)

    def merge(self, number: int, head: Commit, folder: Folder | None = None, *, sign: Sign | None = None) -> Commit:
        """The branch merged as a forge does; `folder` is what that comes to, where the base has moved on."""
        message = f"Merge pull request #{number} from paper-boat/change-{number}\n\nA change\n"
        made = self.commit((self.main.id, head.id), folder or head.folder, message, FORGE, sign=sign)
        return self.moved(made)

    def merged(self, number: int, files: Files, who: Who, *, sign: Sign | None = None) -> Commit:
        """A change of one commit, on top of what there is, and merged."""
        return self.merge(number, self.change(self.main, files, who), sign=sign)

    def moved(self, commit: Commit) -> Commit:
        """The branch, as it is after a step."""
        self.main = commit
        self.line.append(commit)
        return commit

    def on_main(self, files: Files) -> Folder:
        """What the branch would hold with these changes."""
        return self._changed(self.main.folder, files)

    def commit(
        self, parents: Iterable[str], folder: Folder, message: str, who: Who, *, sign: Sign | None = None
    ) -> Commit:
        lines = [f"tree {self._tree(folder)}", *(f"parent {each}" for each in parents)]
        lines += [f"author {self._by(who)}", f"committer {self._by(who)}"]
        body = f"\n\n{message if message.endswith(chr(10)) else message + chr(10)}"
        payload = ("\n".join(lines) + body).encode()
        if sign is None:
            return Commit(self._write("commit", payload), folder)
        signature = "gpgsig " + sign(payload).rstrip("\n").replace("\n", "\n ")
        return Commit(self._write("commit", ("\n".join([*lines, signature]) + body).encode()), folder)

    def tag(self, name: str, target: Commit, message: str, who: Who, *, sign: Sign | None = None) -> str:
        """An annotated tag of a commit."""
        head = f"object {target.id}\ntype commit\ntag {name}\ntagger {self._by(who)}\n\n{message}\n"
        signed = head + (sign(head.encode()) if sign else "")
        id = self._write("tag", signed.encode())
        self.ref(f"refs/tags/{name}", id)
        return id

    def ref(self, name: str, id: str) -> None:
        self.repo.git("update-ref", name, id)

    def done(self) -> Repo:
        """The repository, with `main` where it has come to; its work tree stays empty."""
        self.ref("refs/heads/main", self.main.id)
        return self.repo

    def later(self, **span: float) -> None:
        """Lets time pass."""
        self.when += timedelta(**span)

    def _changed(self, folder: Folder, files: Files) -> Folder:
        for path, data in files.items():
            folder = folder.with_(path, None if data is None else self.blob(data))
        return folder

    def blob(self, data: bytes | str) -> str:
        return self._write("blob", data.encode() if isinstance(data, str) else data)

    def _tree(self, folder: Folder) -> str:
        if not folder.id:
            entries = sorted(folder.names.items(), key=lambda each: each[0] + "/" * isinstance(each[1], Folder))
            folder.id = self._write("tree", b"".join(self._entry(name, each) for name, each in entries))
        return folder.id

    def _entry(self, name: str, each: Folder | str) -> bytes:
        if isinstance(each, Folder):
            return b"40000 %s\0%s" % (name.encode(), bytes.fromhex(self._tree(each)))
        return b"100644 %s\0%s" % (name.encode(), bytes.fromhex(each))

    def _by(self, who: Who) -> str:
        return f"{who.name} <{who.email}> {int(self.when.timestamp())} +0800"

    def _write(self, kind: str, data: bytes) -> str:
        whole = b"%s %d\0%s" % (kind.encode(), len(data), data)
        id = sha1(whole, usedforsecurity=False).hexdigest()
        place = self._objects / id[:2] / id[2:]
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            with open(os.open(place, os.O_WRONLY | os.O_CREAT, 0o444), "wb") as file:
                file.write(zlib.compress(whole, 1))
        return id
