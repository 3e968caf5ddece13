"""Why a signature proves nothing, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from vendorbook.model import Text

Kind = Literal["unsigned", "malformed", "unsupported", "other-purpose", "unknown-key", "refused", "not-valid", "bad"]


class Refused(NamedTuple):
    """A signature that proves nothing. `kind` is for programs, `reason` for people; nothing hostile is in it."""

    kind: Kind
    reason: Text


UNSIGNED = Refused("unsigned", Text("沒有簽章", "there is no signature"))

MALFORMED = Refused("malformed", Text("簽章格式有誤，無法讀取", "the signature is malformed and cannot be read"))

UNSUPPORTED = Refused(
    "unsupported",
    Text("簽章既非 OpenPGP 也非 SSH，無法驗證", "the signature is neither OpenPGP nor SSH, and cannot be verified"),
)

OTHER_PURPOSE = Refused(
    "other-purpose",
    Text("簽章之用途不同（SSH 命名空間）", "the signature was made for something else (it has another SSH namespace)"),
)


def unknown_key(fingerprint: str) -> Refused:
    return Refused(
        "unknown-key",
        Text(f"簽章之公鑰不在規則中：{fingerprint}", f"the rules have no such key as signed this: {fingerprint}"),
    )


def refused(what: str) -> Refused:
    """`what` is the name of an algorithm that is known to us, or of our own making."""
    return Refused(
        "refused",
        Text(f"簽章之演算法過弱或不接受：{what}", f"the signature's algorithm is too weak, or not accepted: {what}"),
    )


def not_valid(fingerprint: str, day: date) -> Refused:
    return Refused(
        "not-valid",
        Text(f"公鑰 {fingerprint} 於 {day} 並非有效", f"the key {fingerprint} was not valid on {day}"),
    )


def bad(fingerprint: str) -> Refused:
    return Refused(
        "bad",
        Text(
            f"簽章與內容或公鑰 {fingerprint} 不符：內容經更動，或簽章取自他處",
            f"the signature does not fit the content and the key {fingerprint}: altered, or taken from elsewhere",
        ),
    )
