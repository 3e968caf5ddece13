"""Files made to exhaust a reader end in a located refusal, soon."""

from __future__ import annotations

import time

import pytest

from vendorbook.model import Location, Unreadable
from vendorbook.yaml_source import read

BOMBS: dict[str, tuple[bytes, tuple[int, int], str]] = {
    "900 nested lists": (b"[" * 900 + b"\n", (1, 17), "nested"),
    "25,000 nested lists, a line each": (b"a: [\n" + b"[\n" * 25_000, (16, 1), "nested"),
    "3,000 nested mappings": (b"{a: " * 3_000 + b"\n", (1, 65), "nested"),
    "block mappings": (
        b"".join(b" " * depth + b"a:\n" for depth in range(300)) + b" " * 300 + b"b: 1\n",
        (17, 17),
        "nested",
    ),
    "50,000 items": (b"a: [" + b"b," * 50_000 + b"c]\n", (1, 40_001), "20000 keys"),
    "50,000 keys": (b"".join(b"k%d: 1\n" % key for key in range(25_000)), (10_001, 1), "20000 keys"),
    "a line of 1 MiB": (b"a: " + b"x" * 2**20 + b"\n", (1, 262_145), "256 KiB"),
    "10 MiB": (b"a: 1\n" * 2**21, (52_429, 5), "256 KiB"),
    "10 MiB of Chinese": ("a: 中\n".encode() * 2**20, (37_450, 2), "256 KiB"),
    "10 MiB of NUL": (b"\0" * 10 * 2**20, (1, 262_145), "256 KiB"),
    "256 KiB of quotes": (b'a: "' + b'\\"' * 131_000 + b"\n", (1, 4), "never closed"),
    "256 KiB of conflict markers": (b"<<<<<<<\n" * 32_000, (1, 1), "conflict"),
    "256 KiB of tabs": (b"\t" * 200_000, (1, 1), "TAB"),
    "256 KiB of zero-width spaces": ("\u200b".encode() * 87_000, (1, 1), "U+200B"),
    "256 KiB of combining marks": (b"a: e" + "\u0301".encode() * 100_000 + b"\n", (1, 4), "NFC"),
    "256 KiB of anchors": (b"".join(b"- &a%d x\n" % number for number in range(20_000)), (1, 3), "anchor"),
    "a billion laughs": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 107)),
        (1, 4),
        "anchor",
    ),
}


@pytest.mark.parametrize(("data", "at", "word"), BOMBS.values(), ids=BOMBS)
def test_bombs(data: bytes, at: tuple[int, int], word: str) -> None:
    began = time.process_time()
    with pytest.raises(Unreadable) as caught:
        read(data, "x.yaml")

    assert time.process_time() - began < 5
    found = {place.location: place.message.en for place in caught.value.refusals}
    assert Location("x.yaml", *at) in found
    assert word in found[Location("x.yaml", *at)]
    assert len(caught.value.refusals) <= 51


def test_nesting_that_libyaml_may_refuse_before_we_do() -> None:
    """Since 0.2.6 it stops at a thousand levels, before it tells of the first: which place is named depends on it."""
    with pytest.raises(Unreadable) as caught:
        read(b"[" * 25_000 + b"\n", "x.yaml")

    assert [place.message.en[:6] for place in caught.value.refusals] == ["nested"]


def test_sixteen_levels_and_256_kib_are_welcome() -> None:
    nested = "a: " + "[" * 15 + "x" + "]" * 15 + "\n"
    value = read((nested + "# " + "x" * (256 * 1024 - len(nested) - 3) + "\n").encode(), "x.yaml").value
    for _ in range(15):
        value = value["a"] if isinstance(value, dict) else value[0]

    assert value == ["x"]
    with pytest.raises(Unreadable):
        read(b"a: " + b"[" * 16 + b"x" + b"]" * 16 + b"\n", "x.yaml")
