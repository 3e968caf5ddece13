"""The files of registers as the editor has them: open ones with all that has been typed, others as they are saved."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from vendorbook import yaml_source
from vendorbook.lsp.focus import RULES, Document, Focus, document
from vendorbook.model import CannotJudge, Node, Unreadable
from vendorbook.repository import WorkTree


class Open(NamedTuple):
    """A file that is open in the editor, by the address that the editor has for it."""

    uri: str
    at: Document
    text: str
    version: int | None


class Texts:
    """What is open, and what is not; handed from the thread that talks to the editor to the one that judges."""

    def __init__(self) -> None:
        self._open: dict[str, Open] = {}
        self._sound: dict[Document, Node] = {}
        self._lock = Lock()

    def put(self, uri: str, file: str, text: str, version: int | None = None) -> Document | None:
        """Takes what the editor has for a file; None where that is no file of a register."""
        at = document(file)
        if at is not None:
            with self._lock:
                self._open[uri] = Open(uri, at, text, version)
        return at

    def drop(self, uri: str) -> Document | None:
        with self._lock:
            known = self._open.pop(uri, None)
        return known.at if known else None

    def at(self, uri: str) -> Open | None:
        return self._open.get(uri)

    def opened(self) -> list[Open]:
        with self._lock:
            return list(self._open.values())

    def foci(self) -> list[Focus]:
        return list(dict.fromkeys(each.at.focus for each in self.opened()))

    def uri_of(self, at: Document) -> str | None:
        return next((each.uri for each in self.opened() if each.at == at), None)

    def within(self, focus: Focus) -> list[Open]:
        """What is open in a focus; a file of rules counts for records once it is saved."""
        return [each for each in self.opened() if each.at.focus == focus]

    def text(self, at: Document) -> str:
        """A file as the editor has it; empty where it is neither open nor to be read."""
        known = next((each.text for each in self.opened() if each.at == at), None)
        return saved(at).decode("utf-8", "replace") if known is None else known

    def root(self, at: Document) -> Node | None:
        """The values of a file: those that it had last while what is being typed cannot be read."""
        with suppress(Unreadable):
            self._sound[at] = yaml_source.read(as_bytes(self.text(at)), at.path).root
        return self._sound.get(at)


def as_bytes(text: str) -> bytes:
    """What would be saved; a lone surrogate, which JSON may bring, is left for the reader to refuse."""
    return text.encode("utf-8", "surrogatepass")


def files_of(root: Path, folder: str) -> WorkTree:
    """The saved files of a focus's folder, links and the like left out."""
    return WorkTree(root, folders=(RULES,)) if folder == RULES else WorkTree(root, [folder])


def saved(at: Document) -> bytes:
    """The content that the disk has; nothing where there is none that may be read."""
    tree = files_of(at.root, at.focus.folder)
    try:
        return tree.read(at.path) if at.path.endswith(".yaml") and at.path in tree.files() else b""
    except (Unreadable, CannotJudge):
        return b""
