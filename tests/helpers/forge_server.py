"""A forge on this machine: answers in the shapes that GitHub and GitLab document, a few items a page."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

PAGE = 2


class Raw(NamedTuple):
    """An answer that is not simply JSON."""

    status: int = 200
    headers: Mapping[str, str] = {}
    body: bytes = b"null"


class Asked(NamedTuple):
    """A question as it arrived."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]


class FakeForge:
    """`answers` are by path; a list is given out in pages. `first` are answers that come before, one by one."""

    def __init__(self, *, numbered: bool = False) -> None:
        self.answers: dict[str, Any] = {}
        self.first: dict[str, list[Raw | Callable[[], Raw]]] = {}
        self.asked: list[Asked] = []
        self.numbered = numbered
        self.address = ""
        self._lock = threading.Lock()

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def answer(self, asked: Asked) -> Raw:
        with self._lock:
            self.asked.append(asked)
            waiting = self.first.get(asked.path)
            special = waiting.pop(0) if waiting else None
        if special is not None:
            return special if isinstance(special, Raw) else special()
        if asked.path not in self.answers:
            return Raw(404, body=b'{"message": "Not Found"}')
        found = self.answers[asked.path]
        return found if isinstance(found, Raw) else self._paged(asked, found)

    def _paged(self, asked: Asked, found: Any) -> Raw:
        page = int(asked.query.get("page", ["1"])[0])
        part, more = found, False
        within = next((name for name in ("check_runs",) if isinstance(found, dict) and name in found), None)
        items = found[within] if within else found
        if isinstance(items, list):
            part = items[(page - 1) * PAGE : page * PAGE]
            part, more = ({**found, within: part} if within else part), page * PAGE < len(items)
        return Raw(headers=self._next(asked, page, more=more), body=json.dumps(part).encode())

    def _next(self, asked: Asked, page: int, *, more: bool) -> dict[str, str]:
        if self.numbered:
            return {"x-next-page": str(page + 1) if more else "", "x-page": str(page)}
        link = f'<{self.address}{asked.path}?page={page + 1}>; rel="next", <{self.address}{asked.path}>; rel="first"'
        return {"link": link} if more else {}


@contextmanager
def serving(forge: FakeForge) -> Iterator[FakeForge]:
    """The forge, listening on loopback for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 20

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            raw = forge.answer(Asked(parts.path, parse_qs(parts.query), headers))
            self.send_response(raw.status)
            for name, value in {"content-length": str(len(raw.body)), **raw.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(raw.body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    forge.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
