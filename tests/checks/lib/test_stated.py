"""What counts as stated: anything but a blank."""

from __future__ import annotations

import pytest

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Plain, Source


@pytest.mark.parametrize(
    "value",
    [
        "word",
        0,
        0.0,
        False,
        ["word"],
        ["", "word"],
        {"clause": "5.1"},
        {"none": "reason"},
        {"not_applicable": "reason"},
    ],
)
def test_something_is_stated(value: Plain) -> None:
    assert is_stated(Source("a.yaml", value, 0).root)


@pytest.mark.parametrize(
    "value",
    ["", " \n", "\u3000", [], {}, [""], [{}], {"none": ""}, {"not_applicable": " "}, {"none": {"none": ""}}],
)
def test_a_blank_is_not(value: Plain) -> None:
    assert not is_stated(Source("a.yaml", value, 0).root)


def test_what_is_not_there_is_not_stated() -> None:
    assert not is_stated(None)
