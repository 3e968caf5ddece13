"""An editor, as far as a language server can tell: pygls' own client, over the standard streams of a real process."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Union

from lsprotocol import types as t
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from tests.conftest import ROOT
from tests.helpers.repos import surroundings

PATIENCE = 60
"""Seconds after which an answer will not come any more, on the slowest of machines."""


class Editor:
    """A client with one register open; texts are what it has typed, whether or not it has saved them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor", "1", converter_factory=_converter)
        self.diagnostics: dict[str, list[t.Diagnostic]] = {}
        self.said: list[str] = []
        self._told = asyncio.Event()
        self._last = 0
        self._versions: dict[str, int] = {}
        self._listen()

    async def start(self, *arguments: str, locale: str = "zh-tw", encodings: list[str] | None = None) -> None:
        environment = surroundings() | {
            "PYTHONPATH": str(ROOT / "tooling"),
            "XDG_CACHE_HOME": str(self.root.parent / f"{self.root.name}-cache"),
        }
        command = [sys.executable, "-P", "-m", "vendorbook", "lsp", "--as-of", "2026-11-22", *arguments]
        await self.client.start_io(*command, cwd=str(self.root), env=environment)
        general = t.GeneralClientCapabilities(position_encodings=encodings or ["utf-16"])
        can = t.ClientCapabilities(general=general)
        folder = t.WorkspaceFolder(self.root.as_uri(), "register")
        asked = t.InitializeParams(capabilities=can, locale=locale, workspace_folders=[folder])
        self.server = await self.client.initialize_async(asked)
        self.client.initialized(t.InitializedParams())

    async def stop(self) -> int | None:
        """Ends the conversation as an editor does; the status that the server leaves with."""
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), 10)
        assert self.client._server
        return self.client._server.returncode

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> str:
        content = (self.root / path).read_text("utf-8") if text is None else text
        item = t.TextDocumentItem(self.uri(path), "yaml", self._new(path), content)
        self.client.text_document_did_open(t.DidOpenTextDocumentParams(item))
        return content

    def type(self, path: str, text: str) -> None:
        at = t.VersionedTextDocumentIdentifier(self._new(path), self.uri(path))
        whole = t.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(t.DidChangeTextDocumentParams(at, [whole]))

    def close(self, path: str) -> None:
        self._versions.pop(self.uri(path))
        self.diagnostics.pop(self.uri(path), None)
        self.client.text_document_did_close(t.DidCloseTextDocumentParams(t.TextDocumentIdentifier(self.uri(path))))

    def save(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, "utf-8")
        self.diagnostics.pop(self.uri(path), None)
        self.client.text_document_did_save(t.DidSaveTextDocumentParams(t.TextDocumentIdentifier(self.uri(path))))

    async def found(self, path: str) -> list[t.Diagnostic]:
        """What is shown in a file, once something has been told of it since it was last touched."""
        return await self._when(lambda: self.diagnostics.get(self.uri(path)))

    async def codes(self, path: str) -> set[str]:
        return {str(each.code) for each in await self.found(path)}

    async def until(self, path: str, holds: Callable[[set[str]], bool]) -> float:
        """Waits until the codes shown are as they should be; the seconds it took."""
        begun = time.perf_counter()

        def codes() -> bool | None:
            known = self.diagnostics.get(self.uri(path))
            return True if known is not None and holds({str(each.code) for each in known}) else None

        await self._when(codes)
        return time.perf_counter() - begun

    async def hover(self, path: str, row: int, column: int) -> str:
        asked = t.HoverParams(self._at(path), t.Position(row, column))
        answer = await asyncio.wait_for(self.client.text_document_hover_async(asked), PATIENCE)
        return answer.contents.value if answer else ""  # type: ignore[union-attr]

    async def choices(self, path: str, row: int, column: int) -> dict[str, t.CompletionItem]:
        asked = t.CompletionParams(self._at(path), t.Position(row, column))
        answer = await asyncio.wait_for(self.client.text_document_completion_async(asked), PATIENCE)
        assert isinstance(answer, list)
        return {each.label: each for each in answer}

    async def actions(self, path: str, found: list[t.Diagnostic], **how: Any) -> list[t.CodeAction]:
        """What is offered at the first of the findings; `how` is `only` and `trigger_kind` of the protocol's."""
        over = found[0].range if found else t.Range(t.Position(0, 0), t.Position(0, 0))
        asked = t.CodeActionParams(self._at(path), over, t.CodeActionContext(found, **how))
        answer = await asyncio.wait_for(self.client.text_document_code_action_async(asked), PATIENCE)
        return [each for each in answer or [] if isinstance(each, t.CodeAction)]

    async def _when(self, known: Callable[[], Any]) -> Any:
        async def wait() -> Any:
            while (value := known()) is None:
                self._told.clear()
                await self._told.wait()
            return value

        return await asyncio.wait_for(wait(), PATIENCE)

    def _at(self, path: str) -> t.TextDocumentIdentifier:
        return t.TextDocumentIdentifier(self.uri(path))

    def _new(self, path: str) -> int:
        """The number of a text; what is told of earlier ones is not waited for any more."""
        self._last += 1
        self._versions[self.uri(path)] = self._last
        self.diagnostics.pop(self.uri(path), None)
        return self._last

    def _listen(self) -> None:
        @self.client.feature(t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _published(params: t.PublishDiagnosticsParams) -> None:
            if self._versions.get(params.uri) == params.version:
                self.diagnostics[params.uri] = list(params.diagnostics)
                self._told.set()

        @self.client.feature(t.WINDOW_LOG_MESSAGE)
        def _logged(params: t.LogMessageParams) -> None:
            self.said.append(params.message)

        @self.client.feature(t.WINDOW_SHOW_MESSAGE)
        def _said(params: t.ShowMessageParams) -> None:
            self.said.append(params.message)


def _converter() -> Any:
    """pygls' own, but for actions: it takes every one that has a command for a bare command."""
    converter = default_converter()
    converter.register_structure_hook(
        Union[t.Command, t.CodeAction],  # noqa: UP007
        lambda told, _: converter.structure(told, t.CodeAction),
    )
    return converter


def talk(root: Path, act: Callable[[Editor], Coroutine[Any, Any, None]], *arguments: str, **how: Any) -> Editor:
    """Has a conversation from beginning to end; the server must end it in time, without having failed."""

    async def all_of_it() -> Editor:
        editor = Editor(root)
        await editor.start(*arguments, **how)
        try:
            await act(editor)
        except BaseException:
            if editor.client._server and editor.client._server.returncode is None:
                editor.client._server.kill()
            raise
        assert await editor.stop() == 0
        return editor

    return asyncio.run(all_of_it())
