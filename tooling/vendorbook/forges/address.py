"""Where a forge may be asked, and what may be sent there: the token goes to the place that was named and no other."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

from vendorbook.model import CannotJudge, Text

if TYPE_CHECKING:
    from httpx import URL

_TOKEN = _ADDRESS = re.compile(r"[!-~]{1,1000}")
_PORTS = {"http": 80, "https": 443}


def checked(address: str) -> str:
    """An API's address without the slash at its end. Raises CannotJudge unless it is https, or on this machine."""
    import httpx

    if not _ADDRESS.fullmatch(address):
        raise CannotJudge(_no_address(address))
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError):
        raise CannotJudge(_no_address(address)) from None
    if url.scheme not in _PORTS or not url.host or url.userinfo or url.query or url.fragment:
        raise CannotJudge(_no_address(address))
    if url.scheme == "http" and not _is_loopback(url.host):
        raise CannotJudge(_not_https(address))
    return address.rstrip("/")


def token(variable: str, value: str | None) -> str:
    """The token that an environment variable holds. No message ever shows it."""
    if not value:
        raise CannotJudge(Text(f"請在環境變數 {variable} 提供存取權杖", f"give a token in the variable {variable}"))
    if not _TOKEN.fullmatch(value):
        raise CannotJudge(Text(f"環境變數 {variable} 不是權杖", f"what the variable {variable} holds is no token"))
    return value


def is_within(url: URL, base: URL) -> bool:
    """Whether an address that an answer names is of the same API, so that it may be asked with the token."""
    same_place = (url.scheme, url.host, _port(url)) == (base.scheme, base.host, _port(base))
    return same_place and not url.userinfo and url.path.startswith(base.path.rstrip("/") + "/")


def _port(url: URL) -> int | None:
    return url.port or _PORTS.get(url.scheme)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _no_address(address: str) -> Text:
    shown = address[:200]
    return Text(f"「{shown}」不是 API 網址", f"“{shown}” is no address of an API, such as https://api.github.com")


def _not_https(address: str) -> Text:
    return Text(
        f"{address[:200]} 未加密，不會送出權杖；請用 https",
        f"{address[:200]} is not encrypted: use https, for the token",
    )
