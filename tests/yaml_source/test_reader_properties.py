"""What holds for any file: it is read, or refused with its reasons; and what is read is what was written."""

from __future__ import annotations

import json
import unicodedata

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.yaml_source.others import ours, pyyaml
from tests.yaml_source.test_reader_positions import assert_places_hold
from vendorbook.model import Source, Unreadable
from vendorbook.yaml_source import read
from vendorbook.yaml_source.character_kinds import REFUSED
from vendorbook.yaml_source.characters import UNUSUAL

SIGNS = [*"abn0129 -:?,[]{}#&*!|>'\"%@`~=.\\/<_\n\n\n", "é", "文", "\t", "\r", "\u200b", "\ufeff"]
WORDS = ["  ", ": ", "- ", "---", "...", "no", "1e5", "\\u202e", "<<", "null", "|\n  ", "key: "]
PIECES = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=60).map("".join)

CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Co"]).filter(lambda each: not REFUSED.match(each))
TEXTS = st.text(CHARACTERS, max_size=30).map(lambda text: unicodedata.normalize("NFC", text))
ASCII = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
KEYS = st.text(ASCII, min_size=1, max_size=12).filter(lambda key: key.strip() == key and key != "<<")
INTEGERS = st.integers(-(10**15) + 1, 10**15 - 1)
DECIMALS = st.integers(-(10**11), 10**11).map(lambda number: number / 1000)
SCALARS = TEXTS | INTEGERS | DECIMALS | st.booleans() | st.dates().map(str)
VALUES = st.recursive(SCALARS, lambda at: st.lists(at, max_size=5) | st.dictionaries(KEYS, at, max_size=5))
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=6)


def read_or_refused(data: bytes) -> Source | Unreadable:
    try:
        return read(data, "x.yaml")
    except Unreadable as unreadable:
        return unreadable


@settings(deadline=None)
@given(st.binary(max_size=200) | PIECES.map(str.encode))
def test_any_bytes_are_read_or_refused_with_located_reasons(data: bytes) -> None:
    result = read_or_refused(data)

    if isinstance(result, Source):
        assert ours(data.decode()) == pyyaml(data.decode())
        return
    assert result.refusals
    for place in result.refusals:
        _, line, column = place.location
        assert 1 <= line <= data.count(b"\n") + 1
        assert 1 <= column <= len(data) + 1
        assert place.message.en
        assert place.message.zh_tw


@settings(deadline=None)
@given(RECORDS)
@example({"on": "no", "y": "010", "~": "2026-02-30", "1": "1e5"})
def test_what_is_quoted_is_read_as_it_was_written(record: dict[str, object]) -> None:
    text = json.dumps(record, ensure_ascii=False) + "\n"

    assert read(text.encode(), "x.yaml").value == record
    assert_places_hold(text)


@settings(deadline=None)
@given(RECORDS, st.booleans() | st.none(), st.sampled_from([20, 80, 9999]), st.integers(1, 4))
def test_what_a_dumper_writes_is_read_the_same_or_refused(
    record: dict[str, object], flow: bool | None, width: int, indent: int
) -> None:
    style = {"default_flow_style": flow, "width": width, "indent": indent}
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, **style)
    result = read_or_refused(text.encode())

    if isinstance(result, Source):
        assert result.value == record
        assert list(result.value) == list(record)
        assert_places_hold(text)


@settings(deadline=None)
@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_refused_raw_and_by_escape_alike(character: str) -> None:
    assume(character != "\n" and unicodedata.is_normalized("NFC", character))
    raw = read_or_refused(f"a: |\n  x{character}y\n".encode())
    escaped = read_or_refused(f'a: "x\\U{ord(character):08x}y"\n'.encode())

    assert isinstance(raw, Source) == isinstance(escaped, Source)
    assert isinstance(raw, Unreadable) == bool(REFUSED.match(character))


def test_the_characters_of_everyday_text_need_no_second_look() -> None:
    everyday = [chr(code) for code in range(0x110000) if not UNUSUAL.match(chr(code))]

    assert len(everyday) > 20_000
    assert not [each for each in everyday if REFUSED.match(each)]
    assert unicodedata.is_normalized("NFC", "".join(everyday))
    assert not [each for each in everyday if unicodedata.combining(each)]
