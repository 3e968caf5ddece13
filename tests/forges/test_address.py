"""Where a token may be sent, and what is one."""

from __future__ import annotations

import pytest

from vendorbook.forges.address import checked, token
from vendorbook.model import CannotJudge


@pytest.mark.parametrize(
    "address",
    [
        "https://api.github.com",
        "https://git.example.invalid:8443/api/v3/",
        "http://127.0.0.1:9",
        "http://[::1]:9",
        "http://localhost",
    ],
)
def test_where_a_token_may_be_sent(address: str) -> None:
    assert checked(address) == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://api.github.com",
        "http://127.0.0.1.example.invalid",
        "http://localhost.example.invalid",
        "http://10.0.0.1",
        "ftp://localhost",
        "file:///etc/passwd",
        "https://",
        "https://user:pass@git.example.invalid",
        "https://git.example.invalid?x=1",
        "https://git.example.invalid#x",
        "api.github.com",
        "",
        "http://[",
        "https://\x00",
        "https://a b",
    ],
)
def test_where_it_may_not(address: str) -> None:
    with pytest.raises(CannotJudge):
        checked(address)


@pytest.mark.parametrize("value", [None, "", "two words", "a\nb", "a\r\nx-evil: 1", "ü", "x" * 2000])
def test_what_is_no_token_is_not_shown(value: str | None) -> None:
    with pytest.raises(CannotJudge, match="GITHUB_TOKEN") as caught:
        token("GITHUB_TOKEN", value)
    assert not value or value not in caught.value.message.en
