"""The protocol's side: which questions are answered, and when the editor is told something unasked."""

from __future__ import annotations

import asyncio
import os
import re
from functools import partial
from typing import BinaryIO

from lsprotocol import types as t
from pygls import uris
from pygls.lsp.server import LanguageServer

from vendorbook import __version__
from vendorbook.lsp.actions import ASSESS, KINDS, actions
from vendorbook.lsp.diagnostics import NAME
from vendorbook.lsp.focus import Focus
from vendorbook.lsp.session import Options, Session, Shown
from vendorbook.lsp.worker import Ran, Worker
from vendorbook.model import Text
from vendorbook.reports import inert

_TRIGGERS = [" ", "[", "-", "/"]
_WATCHED = "vendorbook-files"
_WRITTEN = re.compile(r"vendors/[a-z0-9/-]+/journal/[a-z0-9-]+\.yaml")
_SAVE_FIRST = Text("請先存檔，再執行評估", "save the file first, then assess")


class Server(LanguageServer):
    """One editor's server. Texts are sent whole: to put changes together, both sides would have to agree on rows."""

    def __init__(self, options: Options) -> None:
        super().__init__(NAME, __version__, text_document_sync_kind=t.TextDocumentSyncKind.Full)
        self.session = Session(options)
        self.worker = Worker(self._look, self._failed)
        self.has_ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        _follow(self)
        _answer(self)

    def begin(self, params: t.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        if self.session.options.lang is None and params.locale:
            self.session.lang = "zh-TW" if params.locale.lower().startswith("zh") else "en"

    def ready(self) -> None:
        codec = self.workspace.position_codec
        self.session.units = codec.client_num_units
        self.worker.ask(*self.session.texts.foci())
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [t.FileSystemWatcher(f"**/{top}/**") for top in ("vendors", "policies", "schemas")]
            how = t.DidChangeWatchedFilesRegistrationOptions(watchers)
            watch = t.Registration(_WATCHED, t.WORKSPACE_DID_CHANGE_WATCHED_FILES, how)
            self.client_register_capability(t.RegistrationParams([watch]), lambda _answer: None)

    def typed(self, uri: str, text: str, version: int) -> None:
        file = uris.to_fs_path(uri)
        if file and (at := self.session.texts.put(uri, file, text, version)):
            self.worker.ask(at.focus)

    def closed(self, uri: str) -> None:
        if at := self.session.texts.drop(uri):
            self.worker.ask(at.focus)

    def saved(self) -> None:
        """What is on the disk has changed: all that is open may stand differently."""
        self.worker.ask(*self.session.texts.foci())

    async def assess(self, uri: str) -> None:
        """Runs `vendorbook assess` for the engagement that a file belongs to, and shows what it has written."""
        session, opened = self.session, self.session.texts.at(uri)
        record = session.engagement(uri)
        if not session.options.may_assess or opened is None or not record:
            return
        if not session.is_saved(uri):
            self._say(_SAVE_FIRST.in_(session.lang), t.MessageType.Warning)
            return
        arguments = ["assess", record, "--root", str(opened.at.root), "--lang", session.lang]
        arguments += ["--as-of", session.options.today().isoformat()]
        ran = await asyncio.to_thread(session.commands.run, *arguments)
        self._tell(ran, opened.at.root.as_uri())
        self.saved()

    def _tell(self, ran: Ran, root: str) -> None:
        said = "\n".join(inert.lines(ran.said))
        self._say(said, t.MessageType.Info if ran.status in (0, 1) else t.MessageType.Error)
        window = self.client_capabilities.window
        written = _WRITTEN.search(ran.said)
        if ran.status in (0, 1) and written and window and window.show_document:
            self.window_show_document(t.ShowDocumentParams(f"{root}/{written[0]}"), lambda _answer: None)

    def _say(self, text: str, weight: t.MessageType) -> None:
        self.window_show_message(t.ShowMessageParams(weight, text))

    def _look(self, focus: Focus) -> None:
        shown = self.session.look(focus)
        self._later(partial(self._publish, shown))

    def _publish(self, shown: list[Shown]) -> None:
        for each in shown:
            told = t.PublishDiagnosticsParams(each.uri, each.diagnostics, each.version)
            self.text_document_publish_diagnostics(told)

    def _failed(self, error: Exception) -> None:
        said = inert.line(f"{type(error).__name__}: {error}")
        self._later(partial(self.window_log_message, t.LogMessageParams(t.MessageType.Error, said)))

    def _later(self, act: partial[None]) -> None:
        if self._loop is not None and not self.has_ended:
            self._loop.call_soon_threadsafe(act)


def serve(options: Options, stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Talks to an editor until it has had enough; whether it said so before it went."""
    server = Server(options)
    try:
        server.start_io(stdin, stdout)
    finally:
        server.session.commands.end()
    return server.has_ended


def own_output() -> BinaryIO:
    """Where the editor listens; whatever else is printed goes to where messages go, and disturbs nothing."""
    mine = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return mine


def _follow(server: Server) -> None:
    """What the editor tells of itself."""

    @server.feature(t.INITIALIZE)
    def _initialize(params: t.InitializeParams) -> None:
        server.begin(params)

    @server.feature(t.INITIALIZED)
    def _initialized(_params: t.InitializedParams) -> None:
        server.ready()

    @server.feature(t.SHUTDOWN)
    def _shutdown(_params: None) -> None:
        server.has_ended = True
        server.session.commands.end()

    _follow_files(server)


def _follow_files(server: Server) -> None:
    """What the editor tells of files."""

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: t.DidOpenTextDocumentParams) -> None:
        server.typed(params.text_document.uri, params.text_document.text, params.text_document.version)

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: t.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.typed(uri, server.workspace.get_text_document(uri).source, params.text_document.version)

    @server.feature(t.TEXT_DOCUMENT_DID_SAVE)
    def _saved(_params: t.DidSaveTextDocumentParams) -> None:
        server.saved()

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _moved(_params: t.DidChangeWatchedFilesParams) -> None:
        server.saved()

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: t.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)


def _answer(server: Server) -> None:
    """What the editor asks."""
    session = server.session

    @server.feature(t.TEXT_DOCUMENT_HOVER)
    def _hover(params: t.HoverParams) -> t.Hover | None:
        return session.hover(params.text_document.uri, params.position)

    @server.feature(t.TEXT_DOCUMENT_COMPLETION, t.CompletionOptions(trigger_characters=_TRIGGERS))
    def _completion(params: t.CompletionParams) -> list[t.CompletionItem]:
        return session.completion(params.text_document.uri, params.position)

    @server.feature(t.TEXT_DOCUMENT_CODE_ACTION, t.CodeActionOptions(KINDS))
    async def _actions(params: t.CodeActionParams) -> list[t.CodeAction]:
        return await asyncio.to_thread(lambda: list(actions(session, params.text_document.uri, params.context)))

    if session.options.may_assess:

        @server.command(ASSESS)
        async def _assess(uri: str) -> None:
            await server.assess(uri)
