"""A forge that is slow, out of order, wordy or malicious: bounded in time and size, and the token stays with it."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from tests.forges.conftest import NOW, TOKEN, Waited
from tests.helpers.forge_server import FakeForge, Raw, serving
from vendorbook.forges import client as client_module
from vendorbook.forges.client import Client
from vendorbook.forges.patience import Patience
from vendorbook.model import CannotJudge


@pytest.fixture
def client(forge: FakeForge, patience: Patience) -> Client:
    return Client(forge.address + "/api", {"authorization": f"Bearer {TOKEN}"}, patience)


def raw(status: int = 200, body: bytes = b"null", **headers: str) -> Raw:
    return Raw(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


# -- waiting --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limited", "seconds"),
    [
        pytest.param(raw(429, retry_after="17"), 17, id="429"),
        pytest.param(raw(403, retry_after="17"), 17, id="403"),
        pytest.param(raw(403, x_ratelimit_remaining="0", x_ratelimit_reset=str(int(NOW) + 30)), 30, id="until"),
        pytest.param(raw(429, ratelimit_reset=str(int(NOW) + 30)), 30, id="until, as GitLab says it"),
        pytest.param(raw(429, retry_after="Sun, 22 Nov 2026 01:00:40 GMT"), 40, id="a day"),
        pytest.param(raw(429, retry_after="soon"), 60, id="nonsense"),
        pytest.param(raw(429, retry_after="-5"), 60, id="a negative number"),
        pytest.param(raw(429, retry_after="9" * 400), 60, id="a number that nobody means"),
        pytest.param(raw(429, x_ratelimit_reset="1"), 1, id="over already"),
        pytest.param(raw(403, b'{"message": "You have exceeded a secondary rate limit"}'), 60, id="in words"),
    ],
)
def test_asked_too_often(limited: Raw, seconds: float, client: Client, forge: FakeForge, waited: Waited) -> None:
    forge.answers["/api/x"] = {"ok": 1}
    forge.first["/api/x"] = [limited]
    assert client.get("x")["ok"].value == 1
    assert waited.seconds == [seconds]
    assert "asked too often" in waited.said[0].en


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param([raw(429, retry_after="301")], id="at once"),
        pytest.param([raw(429, retry_after="200")] * 2, id="in sum"),
        pytest.param([raw(429, x_ratelimit_reset="9" * 15)], id="until the end of days"),
        pytest.param([raw(429, retry_after="0")] * 400, id="again and again"),
    ],
)
def test_asked_too_often_for_too_long(limits: list[Any], client: Client, forge: FakeForge, waited: Waited) -> None:
    forge.answers["/api/x"] = {}
    forge.first["/api/x"] = list(limits)
    with pytest.raises(CannotJudge, match=r"takes no more questions until .*what is recorded stays"):
        client.get("x")
    assert sum(waited.seconds) <= 300


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_a_fault_that_passes(status: int, client: Client, forge: FakeForge, waited: Waited) -> None:
    forge.answers["/api/x"] = {}
    forge.first["/api/x"] = [raw(status), raw(status)]
    assert client.get("x").value == {}
    assert waited.seconds == [1, 2]


def test_a_fault_that_stays(client: Client, forge: FakeForge, waited: Waited) -> None:
    forge.answers["/api/x"] = raw(502, b"<html>\x1b[31m")
    with pytest.raises(CannotJudge, match=r"does not answer \(502\); what is recorded stays"):
        client.get("x")
    assert (len(forge.asked), waited.seconds) == (5, [1, 2, 4, 8])


def test_nobody_listens(patience: Patience, waited: Waited) -> None:
    with serving(FakeForge()) as gone:
        pass
    with pytest.raises(CannotJudge, match=r"does not answer \(ConnectError\)"):
        Client(gone.address, {}, patience).get("x")
    assert len(waited.seconds) == 4


def test_no_answer_in_time(forge: FakeForge, patience: Patience, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_READING", 0.05)
    over = threading.Event()

    def slow() -> Raw:
        over.wait(10)
        return Raw()

    forge.first["/api/x"] = [slow] * 5
    with pytest.raises(CannotJudge, match=r"does not answer \(timeout\)"):
        Client(forge.address + "/api", {}, patience).get("x")
    over.set()


def test_an_answer_that_trickles(
    forge: FakeForge, client: Client, monkeypatch: pytest.MonkeyPatch, waited: Waited
) -> None:
    monkeypatch.setattr(client_module, "_ANSWERING", -1.0)
    forge.answers["/api/x"] = {}
    with pytest.raises(CannotJudge, match=r"does not answer \(timeout\)"):
        client.get("x")


def test_an_answer_that_is_cut_off(client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = Raw(200, {"content-length": "50"}, b"{}")
    forge.first["/api/x"] = []
    before = time.monotonic()
    with pytest.raises(CannotJudge, match="does not answer"):
        client.get("x")
    assert time.monotonic() - before < 30


# -- pages ----------------------------------------------------------------------------------------------


def test_all_pages_in_order(client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = list(range(1, 8))
    assert [each.number() for each in client.pages("x")] == list(range(1, 8))
    assert forge.asked[0].query == {"per_page": ["100"]}


@pytest.mark.parametrize("link", ['<{0}/api/x>; rel="next"', '</api/x?page=1>; rel="next"'])
def test_pages_without_end(link: str, client: Client, forge: FakeForge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_MOST_PAGES", 7)
    forge.answers["/api/x"] = raw(body=b"[]", link=link.format(forge.address))
    with pytest.raises(CannotJudge, match="list is too long"):
        list(client.pages("x"))
    assert len(forge.asked) == 7


@pytest.mark.parametrize("header", ["", "rubbish", "<x>", '; rel="next"', '<>; rel="prev"', ",,,<", "<a>; rel=next2"])
def test_headers_that_name_no_page(header: str, client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = raw(body=b"[]", link=header)
    assert list(client.pages("x")) == []


@pytest.mark.parametrize("number", ["x", "-1", "1" * 30, "²"])
def test_a_number_of_a_page_that_is_none(number: str, client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = Raw(200, {"x-next-page": number}, b"[]")
    with pytest.raises(CannotJudge, match="does not answer as documented"):
        list(client.pages("x"))


# -- elsewhere ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "{other}/api/x",
        "//127.0.0.2/api/x",
        "https://evil.example.invalid/api/x",
        "{own}/other/x",
        "{own}/apix",
        "{user}/api/x",
    ],
)
@pytest.mark.parametrize("by", ["link", "location"])
def test_the_token_goes_nowhere_else(target: str, by: str, client: Client, forge: FakeForge) -> None:
    with serving(FakeForge()) as other:
        other.answers["/api/x"] = []
        user = forge.address.replace("//", "//somebody:secret@")
        to = target.format(other=other.address, own=forge.address, user=user)
        answer = raw(body=b"[]", link=f'<{to}>; rel="next"') if by == "link" else raw(301, location=to)
        forge.answers["/api/x"] = answer
        with pytest.raises(CannotJudge, match="leads elsewhere"):
            list(client.pages("x"))
        assert other.asked == []
        assert forge.paths() == ["/api/x"]


def test_a_repository_that_has_moved_within_the_forge(client: Client, forge: FakeForge) -> None:
    forge.answers |= {"/api/old": raw(301, location="/api/repositories/5"), "/api/repositories/5": {"a": "b"}}
    assert client.get("old").value == {"a": "b"}


def test_moving_in_circles(client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = raw(302, location="/api/x")
    with pytest.raises(CannotJudge, match="answers 302"):
        client.get("x")
    assert len(forge.asked) == 4


@pytest.mark.parametrize("location", ["", "http://[", "http://\x7f/"])
def test_a_move_to_nowhere(location: str, client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = raw(301, location=location)
    with pytest.raises(CannotJudge):
        client.get("x")


# -- answers that cannot be used ------------------------------------------------------------------------


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"<html>", b'{"a": ' + b"9" * 5000 + b"}"])
def test_no_json(body: bytes, client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = raw(body=body)
    with pytest.raises(CannotJudge, match="should be JSON"):
        client.get("x")


def test_an_answer_without_end(client: Client, forge: FakeForge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_LARGEST", 100_000)
    forge.answers["/api/x"] = raw(body=b" " * 3_000_000)
    with pytest.raises(CannotJudge, match="too large"):
        client.get("x")


def test_a_small_answer_that_unpacks_to_a_large_one(
    client: Client, forge: FakeForge, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gzip

    monkeypatch.setattr(client_module, "_LARGEST", 1_000_000)
    forge.answers["/api/x"] = Raw(200, {"content-encoding": "gzip"}, gzip.compress(b" " * 50_000_000))
    with pytest.raises(CannotJudge, match="too large"):
        client.get("x")


def test_an_answer_that_does_not_unpack(client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = Raw(200, {"content-encoding": "gzip"}, b"not gzip")
    with pytest.raises(CannotJudge, match=r"does not answer \(DecodingError\)"):
        client.get("x")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "token is not valid"),
        (403, "may not read"),
        (404, "is not there"),
        (422, "is not there"),
        (418, "cannot be used"),
    ],
)
def test_a_refusal_says_why_and_does_not_show_the_token(
    status: int, reason: str, client: Client, forge: FakeForge
) -> None:
    forge.answers["/api/x"] = raw(status, f'{{"message": "{TOKEN}"}}'.encode())
    with pytest.raises(CannotJudge, match=reason) as caught:
        client.get("x")
    assert str(status) in caught.value.message.zh_tw
    assert TOKEN not in caught.value.message.en + caught.value.message.zh_tw


@pytest.mark.parametrize("status", [403, 404])
def test_what_may_be_missing(status: int, client: Client, forge: FakeForge) -> None:
    forge.answers["/api/x"] = raw(status)
    assert client.find("x") is None
