"""A mutation fuzzer for the reader: damaged records are read as others read them, or refused at their place.

python -m tests.fuzz_reader --seconds 600 --seed 7
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator

from tests.yaml_source.others import ours, pure_pyyaml, pyyaml, ruamel
from tests.yaml_source.samples import SAMPLES
from vendorbook.model import Location, Plain, Source, Unreadable
from vendorbook.yaml_source import read
from vendorbook.yaml_source.building import build
from vendorbook.yaml_source.refusals import Refusals

SIGNS = [
    "\t",
    "\r",
    "\r\n",
    "\n",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "? ",
    ", ",
    "#",
    " # ",
    '"',
    "'",
    "''",
    *"[]{}\\",
]
PROPERTIES = [
    "&a ",
    "*a",
    "!!str ",
    "! ",
    "!x ",
    "|\n",
    "|2-\n",
    ">\n",
    "---\n",
    "--- ",
    "...\n",
    "%YAML 1.1\n",
    "<<: ",
]
UNSEEN = ["\ufeff", "\u202e", "\u200b", "\xa0", "\x85", "\u2028", "e\u0301", "\\u202e", "\\x1b", "\\\n"]
WORDS = [
    "no",
    "null",
    "~",
    "010",
    "0x1F",
    "1:30",
    "1_000",
    "1e5",
    ".inf",
    "+1",
    "2026-02-30",
    "文",
    "𠮷",
    "id: x\n",
]
CONFLICT = ["<<<<<<< x\n", "=======\n"]
BROKEN = [b"\0", b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xe4\xb8"]
PIECES = [*BROKEN, *(piece.encode() for piece in [*SIGNS, *PROPERTIES, *UNSEEN, *WORDS, *CONFLICT])]


def mutants(rng: random.Random) -> Iterator[bytes]:
    """Samples with one to four things done to them."""
    samples = [sample.encode() for sample in SAMPLES]
    while True:
        data = rng.choice(samples)
        for _ in range(rng.randint(1, 4)):
            data = rng.choice(_WAYS)(data, rng)
        yield data


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(PIECES) * rng.choice((1, 1, 1, 1, 2, 40)) + data[at:]


def _flip(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data)) if data else 0
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at + rng.choice((1, 1, 2, 5, 30)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[: at + rng.choice((1, 3, 20, 80))] + data[at:]


def _swap_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _indent(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = rng.randrange(len(lines))
    lines[at] = b" " * rng.randint(0, 4) + lines[at].lstrip(b" ")
    return b"".join(lines)


_WAYS: list[Callable[[bytes, random.Random], bytes]] = [
    _insert,
    _insert,
    _flip,
    _cut,
    _repeat,
    _swap_lines,
    _indent,
]


def verdict_on(data: bytes, *, ask_all: bool) -> str:
    """How the reader took it; an AssertionError if not as it promises."""
    if isinstance(result := _result(data), Unreadable):
        assert all(_is_in(place.location, data) for place in result.refusals), data
        return "refused"
    text = data.decode()
    assert ours(text) == pyyaml(text), data
    assert repr(read(data, "x.yaml").value) == repr(looked_at_closely(text)), data
    if ask_all:
        assert _reads_otherwise(text, pure_pyyaml) is None, data
        assert _reads_otherwise(text, ruamel) is None, data
    return "read"


def _result(data: bytes) -> Source | Unreadable:
    try:
        return read(data, "x.yaml")
    except Unreadable as unreadable:
        return unreadable
    except Exception as error:
        raise AssertionError(data) from error


def looked_at_closely(text: str) -> Plain:
    """What the reader that explains makes of a text that was found good, perhaps at a glance."""
    refusals = Refusals("x.yaml")
    value, _ = build(text, refusals)
    assert not refusals.places, text
    return value


def _reads_otherwise(text: str, reader: Callable[[str], object]) -> object:
    """What a reader makes of a text that is not what we make of it; None if it is, or if it is refused."""
    try:
        read_so = reader(text)
    except Exception:
        return None
    return None if read_so == ours(text) else read_so


def _is_in(at: Location, data: bytes) -> bool:
    lines = data.split(b"\n")
    return 1 <= at.line <= len(lines) and 1 <= at.column <= len(lines[at.line - 1]) + 1


def fuzz(seed: int, *, count: int = 10**12, seconds: float = 10**9) -> Counter[str]:
    """Tries so many mutants, or for so long; gives how many were read and how many refused."""
    verdicts: Counter[str] = Counter()
    until = time.monotonic() + seconds
    for number, data in enumerate(mutants(random.Random(seed))):
        if number >= count or time.monotonic() > until:
            break
        verdicts[verdict_on(data, ask_all=number % 40 == 0)] += 1
    return verdicts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", flush=True)
    print(dict(fuzz(chosen.seed, seconds=chosen.seconds)))
