"""The site while a record is edited."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from vendorbook.model import CannotJudge, Text
from vendorbook.site.serving import Server

PAGE = "<html><head><meta content=\"connect-src 'none'\"></head><body>{}</body></html>"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    (tmp_path / "register/vendors").mkdir(parents=True)
    (tmp_path / "register/vendors/a.yaml").write_text("one")
    return tmp_path / "register"


class Ground:
    """A server of a register that says what its one file says."""

    def __init__(self, register: Path) -> None:
        self.file = register / "vendors/a.yaml"
        self.told: list[str] = []
        self.server = Server(register, self._made, self.told.append)

    def _made(self, target: Path) -> None:
        text = self.file.read_text()
        if text == "broken":
            raise CannotJudge(Text("壞了", "broken"))
        target.mkdir(exist_ok=True)
        (target / "index.html").write_text(PAGE.format(text))
        (target / "data.json").write_text("{}")


@pytest.fixture
def ground(register: Path) -> Ground:
    return Ground(register)


@pytest.fixture
def address(ground: Ground) -> Iterator[str]:
    with ground.server.listening(0) as address:
        yield address


def ask(address: str, path: str, host: str = "") -> tuple[int, str]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_pages_follow_and_may_ask_nobody_else(address: str) -> None:
    status, page = ask(address, "/")

    assert status == 200
    assert "one" in page
    assert "connect-src 'self'" in page
    assert '<script src="/_follow.js">' in page
    assert ask(address, "/data.json") == (200, "{}")


def test_it_listens_to_this_machine_alone(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert ask(address, "/", host="evil.example:80")[0] == 403
    assert ask(address, "/../../etc/passwd")[0] == 404


def test_an_edit_is_followed(address: str, ground: Ground) -> None:
    before = ask(address, "/_newer")
    assert ground.server.once() is False
    ground.file.write_text("two, and more")
    assert ground.server.once() is True

    assert ask(address, "/_newer") != before
    assert "two, and more" in ask(address, "/")[1]


def test_what_cannot_be_judged_is_told_and_the_last_site_stays(address: str, ground: Ground) -> None:
    ground.file.write_text("broken")

    assert ground.server.once() is False
    assert ground.told == ["壞了 / broken"]
    assert "one" in ask(address, "/")[1]
