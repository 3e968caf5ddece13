"""A conversation with one editor: what is open, what was found in it, what the editor asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from lsprotocol.types import CompletionItem, Diagnostic, Hover, MarkupContent, MarkupKind, Position, TextEdit

from vendorbook.editing.desk import Desk
from vendorbook.lsp.completion import completion
from vendorbook.lsp.diagnostics import Showing, uri_of
from vendorbook.lsp.fixes import Fix, fixes
from vendorbook.lsp.focus import Document, Focus
from vendorbook.lsp.hover import hover
from vendorbook.lsp.judged import Judged
from vendorbook.lsp.lines import Lines, Units
from vendorbook.lsp.mending import mending
from vendorbook.lsp.outline import spot, word_at
from vendorbook.lsp.texts import Open, Texts, as_bytes, saved
from vendorbook.lsp.worker import Commands
from vendorbook.model import CannotJudge, Policy
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository.layout import record_of


class Shown(NamedTuple):
    """What is to be shown in a file: none where what was is to go. `version` is the text's that it was found in."""

    uri: str
    version: int | None
    diagnostics: list[Diagnostic]


class Options(NamedTuple):
    """What the command line says: `lang` where it is stated, the day to judge as of, and whether `assess` is there."""

    lang: str | None
    today: Callable[[], date]
    may_assess: bool


class Session:
    """Everything about the conversation but the protocol; `lang` and `units` are known once it has begun."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.lang = options.lang or "zh-TW"
        self.units: Units = len
        self.texts = Texts()
        self.commands = Commands()
        self._judged: dict[Path, Judged] = {}
        self._shown: dict[Focus, set[str]] = {}

    def look(self, focus: Focus) -> list[Shown]:
        """What is found in a focus now; nothing once none of it is open."""
        opened = self.texts.within(focus)
        found: dict[str, list[Diagnostic]] = {each.uri: [] for each in opened}
        for path, diagnostic in self._found(focus, opened) if opened else ():
            found.setdefault(self._address(Document(focus.root, path)), []).append(diagnostic)
        gone = self._shown.get(focus, set()) - found.keys()
        self._shown[focus] = set(found)
        versions = {each.uri: each.version for each in opened}
        return [Shown(uri, versions.get(uri), each) for uri, each in (found | {uri: [] for uri in gone}).items()]

    def _found(self, focus: Focus, opened: Sequence[Open]) -> Iterator[tuple[str, Diagnostic]]:
        edited = {each.at.path: as_bytes(each.text) for each in opened}
        found = self._judge(focus.root).findings(focus, edited, self.options.today())
        return self._showing(focus.root).diagnostics(found)

    def hover(self, uri: str, at: Position) -> Hover | None:
        opened = self.texts.at(uri)
        book = self._book(opened)
        if opened is None or book is None:
            return None
        lines = Lines(opened.text, self.units)
        row, column = lines.place_of(at)
        place, word = word_at(lines.rows, row, column)
        said = hover(place, word, opened.at.path, book, self.lang)
        over = lines.range_of(row, place.start, place.start + len(word))
        return Hover(MarkupContent(MarkupKind.Markdown, said), over) if said else None

    def completion(self, uri: str, at: Position) -> list[CompletionItem]:
        opened = self.texts.at(uri)
        book = self._book(opened)
        if opened is None or book is None:
            return []
        lines = Lines(opened.text, self.units)
        row, column = lines.place_of(at)
        place = spot(lines.rows, row, column)
        over = lines.range_of(row, place.start, column)
        return completion(place, over, opened.at, book, self.texts, self.lang)

    def fixes(self, uri: str, found: Diagnostic) -> Iterator[Fix]:
        opened = self.texts.at(uri)
        book = self._book(opened)
        if opened is not None and book is not None:
            yield from fixes(found, opened.at, Lines(opened.text, self.units), book, self.texts)

    def mending(self, uri: str) -> list[TextEdit]:
        """What `vendorbook fix` would write over in an open file."""
        opened = self.texts.at(uri)
        if opened is None or self._book(opened) is None:
            return []
        rules = self._judge(opened.at.root).saved_rules()
        return mending(opened, Desk(opened.at.root, rules, self.options.today(), self.lang))

    def engagement(self, uri: str) -> str:
        """The engagement that an open file belongs to; nothing where it is none's."""
        opened = self.texts.at(uri)
        record = record_of(opened.at.path) if opened else ""
        return record if "/" in record and opened and opened.at.path.startswith("vendors/") else ""

    def is_saved(self, uri: str) -> bool:
        """Whether the file on the disk says what the editor has."""
        opened = self.texts.at(uri)
        if opened is None:
            return True
        return saved(opened.at) == as_bytes(opened.text)

    def _book(self, opened: Open | None) -> Rulebook | None:
        try:
            return self._judge(opened.at.root).book() if opened else None
        except CannotJudge:
            return None

    def _policy(self, root: Path) -> Callable[[str], Policy | None]:
        try:
            return self._judge(root).book().policies.get
        except CannotJudge:
            return lambda _name: None

    def _judge(self, root: Path) -> Judged:
        if root not in self._judged:
            self._judged[root] = Judged(root, lambda: self._warm(root))
        return self._judged[root]

    def _warm(self, root: Path) -> None:
        arguments = ("check", "--root", str(root), "--as-of", self.options.today().isoformat(), "--format", "one_line")
        Thread(target=self.commands.run, args=arguments, daemon=True).start()

    def _showing(self, root: Path) -> Showing:
        known: dict[str, Lines] = {}

        def lines(path: str) -> Lines:
            if path not in known:
                known[path] = Lines(self.texts.text(Document(root, path)), self.units)
            return known[path]

        return Showing(root, self.lang, lines, self._policy(root))

    def _address(self, at: Document) -> str:
        return self.texts.uri_of(at) or uri_of(at.root, at.path)
