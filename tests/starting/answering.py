"""The answers of an invented firm, as the options of `vendorbook init`."""

from __future__ import annotations

ANSWERS = {
    "name": "紙燕證券股份有限公司",
    "name-en": "Paper Swallow Securities Co., Ltd.",
    "registration-number": "00000002",
    "class": "2",
    "class-since": "2020-01-01",
    "class-basis": "未達應設資訊安全長之條件，登記為第二類",
    "foreign-basis": "本國設立之證券商",
    "bound-from": "2022-01-01",
    "staff-name": "簷下築",
    "unit": "資訊部",
    "email": "yan.xiazhu@paper-swallow.example",
}


def options(**other: str | None) -> list[str]:
    """The options, some of them otherwise; None leaves one out."""
    said = ANSWERS | {name.replace("_", "-"): value for name, value in other.items()}
    return [part for name, value in said.items() if value is not None for part in (f"--{name}", value)]
