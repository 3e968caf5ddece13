"""A small client of yaml-language-server: opens a file and asks what an editor would show."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

Message = dict[str, Any]

NAME = "yaml-language-server"


def command() -> str | None:
    """Where the server is: as the environment says, else on the path."""
    return os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which(NAME)


class LanguageServer:
    """A running server for one folder, with the settings that the folder's editors have."""

    def __init__(self, program: str, folder: Path, settings: Message) -> None:
        self._settings = {
            key.removeprefix("yaml."): value for key, value in settings.items() if key.startswith("yaml.")
        }
        self._folder = folder
        self._last_id = 0
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> LanguageServer:
        can = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["plaintext"]}},
        }
        where = {"uri": self._folder.as_uri(), "name": "register"}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": where["uri"], "workspaceFolders": [where], "capabilities": can},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: str, text: str) -> list[str]:
        """Opens a file with a content; the complaints, each as `line: message`."""
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        told = self._next(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in told["params"]["diagnostics"]]

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown over a place, counted from 1."""
        position = {"line": line - 1, "character": column - 1}
        answer = self._ask("textDocument/hover", {"textDocument": {"uri": self._uri(path)}, "position": position})
        return answer["contents"]["value"] if answer else ""

    def _uri(self, path: str) -> str:
        return (self._folder / path).as_uri()

    def _ask(self, method: str, params: Message) -> Any:
        self._last_id += 1
        number = self._last_id
        self._send({"id": number, "method": method, "params": params})
        return self._next(lambda message: message.get("id") == number and "method" not in message)["result"]

    def _tell(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _next(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message of a sort; what the server asks meanwhile is answered."""
        while True:
            message = self._receive()
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, question: Message) -> Any:
        if question["method"] != "workspace/configuration":
            return None
        return [self._settings if item.get("section") == "yaml" else None for item in question["params"]["items"]]

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Message:
        assert self._process.stdout
        length = 0
        while header := self._process.stdout.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError(f"{NAME} ended")
        received: Message = json.loads(self._process.stdout.read(length))
        return received
