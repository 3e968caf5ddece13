"""Looking at the site while a record is edited: built into a folder of its own, served to this machine alone.

A page asks whether there is a newer site, and loads itself again when there is. That one request is all that its
policy (CSP) is loosened by, and only as it is served here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any

from vendorbook.model import CannotJudge

Made = Callable[[Path], None]
"""Builds the site into a folder."""

_WATCHED = ("vendors", "policies", "schemas")
_EVERY = 0.5
_ASK = "/_newer"
_SCRIPT = "/_follow.js"
_FOLLOW = """(function () {
  let seen = null;
  const ask = () => fetch("/_newer").then((answer) => answer.text()).then((now) => {
    if (seen !== null && now !== seen) location.reload();
    seen = now;
  }).catch(() => {}).finally(() => setTimeout(ask, 700));
  ask();
})();
"""


class Server:
    """Serves what `made` makes of a register, and makes it again when a file of the register is another."""

    def __init__(self, root: Path, made: Made, told: Callable[[str], None]) -> None:
        self._root = root
        self._made = made
        self._told = told
        self._folder = TemporaryDirectory(prefix="vendorbook-site-")
        self.site = Path(self._folder.name) / "site"
        self.version = 0
        self._seen: dict[str, tuple[int, int]] = {}

    @contextmanager
    def listening(self, port: int) -> Iterator[str]:
        """Builds once, then answers until left; gives the address."""
        self._seen = files_of(self._root)
        self._made(self.site)
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            server.server_close()
            self._folder.cleanup()

    def follow(self) -> None:
        """Looks for changes until somebody ends it."""
        while True:
            sleep(_EVERY)
            self.once()

    def once(self) -> bool:
        """Builds again if a file has changed; a register that cannot be judged leaves the last site standing."""
        now = files_of(self._root)
        if now == self._seen:
            return False
        self._seen = now
        try:
            self._made(self.site)
        except CannotJudge as trouble:
            self._told(trouble.message.zh_tw + " / " + trouble.message.en)
            return False
        self.version += 1
        return True


def files_of(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file that the site may depend on."""
    found = {}
    for top in _WATCHED:
        for folder, _, names in os.walk(root / top):
            for name in names:
                path = os.path.join(folder, name)
                try:
                    stat = os.stat(path, follow_symlinks=False)
                except OSError:
                    continue
                found[path] = (stat.st_size, stat.st_mtime_ns)
    return found


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, of: Server, *arguments: Any) -> None:
        self._of = of
        super().__init__(*arguments, directory=str(of.site))

    def do_GET(self) -> None:
        if not self._is_asked_here():
            self.send_error(403)
        elif self.path == _ASK:
            self._answer(str(self._of.version).encode(), "text/plain")
        elif self.path == _SCRIPT:
            self._answer(_FOLLOW.encode(), "text/javascript")
        elif self._page() is not None:
            self._answer(self._following(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _is_asked_here(self) -> bool:
        """Whether the address is this machine's: no page elsewhere may read the register by a name of its own."""
        host = self.headers.get("Host", "").rpartition(":")[0]
        return host in ("127.0.0.1", "localhost")

    def _page(self) -> Path | None:
        place = Path(self.translate_path(self.path))
        page = place / "index.html" if place.is_dir() else place
        return page if page.suffix == ".html" and page.is_file() else None

    def _following(self) -> bytes:
        page = self._page()
        text = page.read_text("utf-8") if page else ""
        loosened = text.replace("connect-src 'none'", "connect-src 'self'", 1)
        return loosened.replace("</body>", f'<script src="{_SCRIPT}"></script></body>', 1).encode()

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nobody wants a line a request."""
