"""Patterns of the schemas match in linear time, and end where the text ends, whichever engine matches."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.schema_check.conftest import ROOT
from vendorbook.schema_check.faults import validator
from vendorbook.schema_check.judging import judge

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

FILES = [json.loads(path.read_bytes()) for path in sorted(ROOT.glob("schemas/**/*.json"))]


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (value for key, value in schema.items() if key == "pattern" and isinstance(value, str))
    for below in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from patterns(below)


PATTERNS = sorted({pattern for schema in FILES for pattern in patterns(schema)})


def repeats_within_repeats(parsed: Any, within: bool = False) -> bool:
    """Whether something that repeats stands in something that repeats: what makes matching slow."""
    for operation, argument in parsed:
        repeats = operation in (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT)
        many = repeats and argument[1] > 1
        inner = [
            part for part in (argument if isinstance(argument, tuple) else ()) if isinstance(part, sre_parse.SubPattern)
        ]
        branches = argument[1] if operation is sre_parse.BRANCH else []
        if many and within:
            return True
        if any(repeats_within_repeats(part, within or many) for part in [*inner, *branches]):
            return True
    return False


def test_the_search_for_slow_patterns_finds_them() -> None:
    assert repeats_within_repeats(sre_parse.parse("^(a+)+$"))
    assert repeats_within_repeats(sre_parse.parse("^(a|b[a-z]*)*$"))
    assert not repeats_within_repeats(sre_parse.parse("^(a+)?b*$"))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_anchored_and_fast(pattern: str) -> None:
    assert pattern.startswith("^")
    assert pattern.endswith("$")
    assert pattern.isascii()
    assert not repeats_within_repeats(sre_parse.parse(pattern))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize("pattern", [pattern for pattern in PATTERNS if "[^" not in pattern])
def test_a_pattern_ends_where_the_text_ends(pattern: str, data: st.DataObject) -> None:
    schema = {"pattern": pattern}
    text = data.draw(st.from_regex(pattern, fullmatch=True)).removesuffix("\n")

    for is_valid in (judge(schema).is_valid, validator(schema).is_valid):
        assert is_valid(text)
        assert not is_valid(f"{text}\n")


def test_a_pattern_takes_no_digits_of_other_scripts() -> None:
    common = json.loads((ROOT / "schemas/common.schema.json").read_bytes())["$defs"]

    for schema in (common["date"], common["staff_id"], common["period"]):
        for is_valid in (judge(schema).is_valid, validator(schema).is_valid):
            assert not is_valid("２０２６-01-01")
            assert not is_valid("s-０１０７")
            assert not is_valid("P６M")
