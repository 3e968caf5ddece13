"""How long a forge is waited for: when it says that it was asked too often, and when it does not answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from vendorbook.model import CannotJudge, Text

_AFTER_A_FAULT = (1.0, 2.0, 4.0, 8.0)
_UNLESS_TOLD = 60.0
_AT_LEAST = 1.0


def silent(_: Text) -> None:
    """Nobody is told that there is waiting."""


class Patience(NamedTuple):
    """`longest` is how many seconds one question may spend on waiting; `tell` is told why there is waiting."""

    longest: float = 900.0
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time
    tell: Callable[[Text], None] = silent

    def wait_for_turn(self, headers: Mapping[str, str], waited: float) -> float:
        """Waits until the forge may be asked again: the seconds. Raises CannotJudge where that is too long."""
        seconds = max(_AT_LEAST, _told(headers, self.now()))
        until = _clock(self.now() + seconds)
        if not waited + seconds <= self.longest:
            raise CannotJudge(_too_long(until))
        self.tell(
            Text(f"代管平台限制次數，等候至 {until}", f"the forge has been asked too often; waiting until {until}")
        )
        self.sleep(seconds)
        return seconds

    def wait_after_fault(self, tries: int, why: str) -> None:
        """Waits before asking again what has not been answered. Raises CannotJudge after some tries."""
        if tries > len(_AFTER_A_FAULT):
            raise CannotJudge(_out_of_order(why))
        seconds = _AFTER_A_FAULT[tries - 1]
        self.tell(Text(f"代管平台沒有回答（{why}），再試一次", f"the forge does not answer ({why}); trying again"))
        self.sleep(seconds)


def is_limit(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer says that the forge was asked too often, rather than that this may not be asked at all."""
    if status == 429:
        return True
    told = "retry-after" in headers or headers.get("x-ratelimit-remaining") == "0"
    return status == 403 and (told or b"rate limit" in body[:10_000].lower())


def _told(headers: Mapping[str, str], now: float) -> float:
    """The seconds that the forge asks to wait."""
    after = headers.get("retry-after")
    if after is not None:
        return float(after) if _is_number(after) else _until(after, now)
    for name in ("x-ratelimit-reset", "ratelimit-reset"):
        if _is_number(headers.get(name, "")):
            return float(headers[name]) - now
    return _UNLESS_TOLD


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16


def _until(day: str, now: float) -> float:
    try:
        return parsedate_to_datetime(day).timestamp() - now
    except (ValueError, OverflowError):
        return _UNLESS_TOLD


def _clock(moment: float) -> str:
    try:
        return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return "?"


def _too_long(until: str) -> Text:
    return Text(
        f"代管平台限制次數至 {until}；已記載者保留，請於其後再執行一次",
        f"the forge takes no more questions until {until}; what is recorded stays, run this again then",
    )


def _out_of_order(why: str) -> Text:
    return Text(
        f"代管平台沒有回答（{why}）；已記載者保留，請稍後再執行一次",
        f"the forge does not answer ({why}); what is recorded stays, run this again later",
    )
