"""What cannot be read safely is refused, at its line and column, with what to write instead."""

from __future__ import annotations

import pytest

from tests.yaml_source.reader_cases import BYTES, KEYS, STRUCTURE, TEXTS, VALUES, WORDS, Refused
from vendorbook.model import Place, Unreadable
from vendorbook.yaml_source import read

PATH = "vendors/kite-systems/supplier.yaml"
FILES = {
    f"{group}: {name}": case
    for group, cases in (("bytes", BYTES), ("keys", KEYS), ("structure", STRUCTURE))
    for name, case in cases.items()
}


def refusals(data: bytes) -> tuple[Place, ...]:
    with pytest.raises(Unreadable) as caught:
        read(data, PATH)
    return caught.value.refusals


@pytest.mark.parametrize(("data", "expected"), FILES.values(), ids=FILES)
def test_refused_files(data: bytes, expected: list[Refused]) -> None:
    found = refusals(data)

    assert [place.location[1:] for place in found] == [(line, column) for line, column, _ in expected]
    for (_, message), (_, _, word) in zip(_pairs(found), expected, strict=True):
        assert word in message.en
        assert message.zh_tw
        assert message.zh_tw != message.en


REASONS = [(word, reason) for reason, words in WORDS.items() for word in words]


@pytest.mark.parametrize(("word", "reason"), REASONS)
def test_words_that_versions_of_yaml_read_differently(word: str, reason: str) -> None:
    [(in_block, said), (in_list, said_again)] = _pairs(refusals(f"a: {word}\nb:\n  - {word}\n".encode()))

    assert reason in said.en
    assert said == said_again
    assert (in_block.line, in_block.column) == (1, 1 if reason == "no value" else 4)
    assert (in_list.line, in_list.column) == (3, 5 if word else 4)


@pytest.mark.parametrize(("written", "meant"), {**VALUES, **dict(zip(TEXTS, TEXTS, strict=True))}.items())
def test_words_that_have_one_meaning(written: str, meant: object) -> None:
    value = read(f"a: {written}\nb:\n  - {written}\n".encode(), PATH).value

    assert value == {"a": meant, "b": [meant]}
    assert isinstance(value, dict)
    assert type(value["a"]) is type(meant)


@pytest.mark.parametrize("word", [word for words in WORDS.values() for word in words if word])
def test_quotes_make_text_of_any_word(word: str) -> None:
    assert read(f'a: \'{word}\'\n"b": "{word}"\n'.encode(), PATH).value == {"a": word, "b": word}


@pytest.mark.parametrize("key", ["on", "no", "~", "1", "010", "2026-01-05", "true"])
def test_a_quoted_key_is_welcome_and_makes_no_other_so(key: str) -> None:
    for _ in range(2):
        assert read(f"'{key}': x\n".encode(), PATH).value == {key: "x"}
        assert "quote it" in refusals(f"{key}: x\n".encode())[0].message.en


def test_every_refusal_names_the_file() -> None:
    assert {place.location.path for place in refusals(b"a: no\nb: on\n")} == {PATH}


def test_refusals_come_in_the_order_of_the_file() -> None:
    found = refusals("b: no\n  # \u200b\na: &x 1\na: \u202e\n".encode())

    assert [place.location for place in found] == sorted(place.location for place in found)
    assert len(found) == 5


def test_no_more_refusals_are_listed_than_anyone_reads() -> None:
    found = refusals(b"a: [" + b"no, " * 900 + b"no]\n")

    assert len(found) == 51
    assert "851 more" in found[-1].message.en


def test_a_value_is_never_quoted_because_it_may_be_confidential() -> None:
    found = refusals(b"phone: 0912000111\npin: 0x5ec\n")

    assert len(found) == 2
    assert not any(secret in str(place.message) for place in found for secret in ("0912000111", "0x5ec"))


def test_block_scalars_are_text_as_written() -> None:
    data = "a: |\n  no\n  ======= x\n  é\nb: >-\n  one\n  two\nc: |-\n  010\n".encode()

    assert read(data, PATH).value == {"a": "no\n======= x\né\n", "b": "one two", "c": "010"}


def test_a_start_mark_and_comments_are_welcome() -> None:
    assert read("# 註解\n---\n# x\na: 1 # y\n# z\n".encode(), PATH).value == {"a": 1}


def _pairs(places: tuple[Place, ...]) -> list[tuple]:
    return [(place.location, place.message) for place in places]
