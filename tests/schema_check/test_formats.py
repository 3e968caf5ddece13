"""Formats mean the same to both validators."""

from __future__ import annotations

import pytest

from vendorbook.schema_check import formats, formats_are_enforced
from vendorbook.schema_check.faults import validator
from vendorbook.schema_check.judging import judge

VALUES = {
    "date": {
        "2024-02-29": True,
        "1999-12-31": True,
        "2026-02-29": False,
        "2026-13-01": False,
        "2026-1-1": False,
        "20260101": False,
        "2026-W01-1": False,
        "2026-01-01\n": False,
        " 2026-01-01": False,
        "２０２６-01-01": False,
        "": False,
    },
    "date-time": {
        "2026-11-22T21:30:00+08:00": True,
        "2026-11-22T21:30:00Z": True,
        "2026-11-22T21:30:00": False,
        "2026-11-22T21:30+08:00": False,
        "2026-11-22 21:30:00+08:00": False,
        "2026-11-22T25:30:00+08:00": False,
        "2026-11-22": False,
        "": False,
    },
    "period": {
        "P6M": True,
        "P1Y": True,
        "P1Y6M": True,
        "P2W": True,
        "P30D": True,
        "PT4H": True,
        "PT5M": True,
        "P1DT12H": True,
        "P": False,
        "PT": False,
        "P1DT": False,
        "P6": False,
        "6M": False,
        "P6m": False,
        "P1.5Y": False,
        "-P1D": False,
        "P6M\n": False,
        "P６M": False,
        "": False,
    },
}


@pytest.mark.parametrize("name", VALUES)
def test_both_validators_enforce_a_format(name: str) -> None:
    schema = {"type": "string", "format": name}

    for is_valid in (judge(schema).is_valid, validator(schema).is_valid):
        assert {value: is_valid(value) for value in VALUES[name]} == VALUES[name]


def test_a_format_says_nothing_of_what_is_no_text() -> None:
    for name in formats.FORMATS:
        assert judge({"format": name}).is_valid(5)
        assert validator({"format": name}).is_valid(5)


def test_the_self_test_holds_here() -> None:
    assert formats_are_enforced()


@pytest.mark.parametrize("name", formats.FORMATS)
def test_the_self_test_notices_a_format_that_is_not_enforced(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lenient = {**formats.FORMATS, name: lambda value: True}
    monkeypatch.setattr("vendorbook.schema_check.faults.FORMATS", lenient)

    assert not formats_are_enforced()


def test_a_format_that_nobody_enforces_cannot_be_used() -> None:
    with pytest.raises(ValueError, match="email-of-mine"):
        judge({"type": "string", "format": "email-of-mine"})
