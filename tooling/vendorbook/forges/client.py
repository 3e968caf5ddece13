"""Asking a forge's API: read only, bounded in time and size, with patience, and the token to nobody else."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from urllib.parse import quote

from vendorbook import __version__
from vendorbook.forges.address import checked, is_within
from vendorbook.forges.patience import Patience, is_limit
from vendorbook.forges.said import Said
from vendorbook.model import CannotJudge, Text

if TYPE_CHECKING:
    from httpx import URL, Response

_LARGEST = 32 * 1024 * 1024
_MOST_PAGES = 200
_MOST_REDIRECTS = 3
_CONNECTING, _READING, _ANSWERING = 10.0, 30.0, 120.0
_FAULTS = (408, 500, 502, 503, 504)
_MOVED = (301, 302, 307, 308)
_HIDDEN = (403, 404)


class Answered(NamedTuple):
    """An answer read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Client:
    """One forge's API at an address. `headers` hold the token."""

    def __init__(self, address: str, headers: Mapping[str, str], patience: Patience = Patience()) -> None:  # noqa: B008  # never changed
        import httpx

        self._base = httpx.URL(checked(address))
        self._patience = patience
        self._http = httpx.Client(
            headers={"user-agent": f"vendorbook/{__version__}", **headers},
            timeout=httpx.Timeout(_READING, connect=_CONNECTING),
            follow_redirects=False,
        )

    def get(self, *path: str, **query: str) -> Said:
        """The answer to a question, the parts of its path being quoted. Raises CannotJudge where there is none."""
        url = self._url(path, query)
        return _said(self._asked(url), _where(url))

    def find(self, *path: str, **query: str) -> Said | None:
        """As `get`, but None where there is no such thing, or the token may not see it."""
        url = self._url(path, query)
        answered = self._asked(url, also=_HIDDEN)
        return None if answered.status in _HIDDEN else _said(answered, _where(url))

    def pages(self, *path: str, within: str | None = None, **query: str) -> Iterator[Said]:
        """The items of a list that comes in pages; `within` names the member that holds them where it is an object."""
        url: URL | None = self._url(path, {**query, "per_page": "100"})
        for _ in range(_MOST_PAGES):
            if url is None:
                return
            answered = self._asked(url)
            said = _said(answered, _where(url))
            yield from (said[within] if within else said).items()
            url = self._next(url, answered.headers)
        raise CannotJudge(_endless(path))

    def _url(self, path: tuple[str, ...], query: Mapping[str, str]) -> URL:
        raw = self._base.path.rstrip("/") + "".join(f"/{quote(part, safe='')}" for part in path)
        return self._base.copy_with(raw_path=raw.encode()).copy_merge_params(query)

    def _next(self, url: URL, headers: Mapping[str, str]) -> URL | None:
        """The next page: its number, as GitLab says it, or its address, as GitHub does."""
        if (number := headers.get("x-next-page")) is not None:
            if number and not (number.isascii() and number.isdigit() and len(number) < 10):
                raise _not_as_documented(url, "x-next-page")
            return url.copy_set_param("page", number) if number else None
        found = _link(headers.get("link", ""))
        return None if found is None else self._own(url, found)

    def _own(self, url: URL, found: str) -> URL:
        """An address that an answer names, if it is of the same API."""
        import httpx

        try:
            target = url.join(found)
        except (httpx.InvalidURL, UnicodeError):
            raise _not_as_documented(url, "address") from None
        if not is_within(target, self._base):
            raise CannotJudge(_elsewhere(target.host))
        return target

    def _asked(self, url: URL, also: tuple[int, ...] = ()) -> Answered:
        """The answer, after as much waiting as there is patience for."""
        waited, faults, moves = 0.0, 0, 0
        while True:
            answered = self._answered(url)
            if isinstance(answered, str) or answered.status in _FAULTS:
                faults += 1
                why = answered if isinstance(answered, str) else str(answered.status)
                self._patience.wait_after_fault(faults, why)
            elif is_limit(*answered):
                waited += self._patience.wait_for_turn(answered.headers, waited)
            elif answered.status in _MOVED and moves < _MOST_REDIRECTS:
                moves += 1
                url = self._own(url, answered.headers.get("location", ""))
            elif answered.status == 200 or answered.status in also:
                return answered
            else:
                _refused(answered.status, _where(url))

    def _answered(self, url: URL) -> Answered | str:
        """One attempt; what went wrong on the way, if there is no answer."""
        import httpx

        try:
            with self._http.stream("GET", url) as response:
                return Answered(response.status_code, dict(response.headers), _read(response, _where(url)))
        except httpx.TimeoutException:
            return "timeout"
        except (httpx.TransportError, httpx.DecodingError) as trouble:
            return type(trouble).__name__


def _read(response: Response, where: str) -> bytes:
    import httpx

    until, parts, size = time.monotonic() + _ANSWERING, list[bytes](), 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > _LARGEST:
            raise CannotJudge(Text(f"代管平台的回答過大：{where}", f"the forge's answer is too large: {where}"))
        if time.monotonic() > until:
            raise httpx.ReadTimeout(where)
    return b"".join(parts)


def _said(answered: Answered, where: str) -> Said:
    try:
        return Said(json.loads(answered.body), where)
    except (ValueError, RecursionError):
        raise Said(None, where).unexpected("JSON", " JSON") from None


def _where(url: URL) -> str:
    return f"GET {url.path}"[:300]


def _link(header: str) -> str | None:
    """The target of `rel="next"` in a Link header."""
    for part in header.split(","):
        target, _, rest = part.strip().partition(">")
        if target.startswith("<") and 'rel="next"' in rest:
            return target[1:]
    return None


def _refused(status: int, where: str) -> NoReturn:
    reasons = {401: _BAD_TOKEN, 403: _NOT_ALLOWED, 404: _NOT_FOUND, 422: _NOT_FOUND}
    zh_tw, en = reasons.get(status, Text("無法處理之回答", "an answer that cannot be used"))
    raise CannotJudge(Text(f"代管平台回答 {status}：{where}：{zh_tw}", f"the forge answers {status}: {where}: {en}"))


def _not_as_documented(url: URL, en: str) -> CannotJudge:
    return Said(None, f"{_where(url)} {en}").unexpected("an address or a page", "網址或頁碼")


def _elsewhere(host: str) -> Text:
    return Text(
        f"代管平台的回答指向另一處（{host}）；不會把權杖送往該處",
        f"the forge's answer leads elsewhere ({host}), where the token will not be sent",
    )


def _endless(path: tuple[str, ...]) -> Text:
    where = "/".join(path)
    return Text(f"代管平台的清單過長：{where}", f"the forge's list is too long: {where}")


_BAD_TOKEN = Text("權杖無效或已過期", "the token is not valid, or no longer")
_NOT_ALLOWED = Text("權杖沒有讀取之權限", "the token may not read this: reviews, checks and rules need to be readable")
_NOT_FOUND = Text(
    "查無此項：請確認儲存庫名稱、權杖之權限，並確認提交已推送",
    "it is not there: check the repository's name and what the token may see, and that the commit has been pushed",
)
