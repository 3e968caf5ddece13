"""`fmt` and `fix`: what they change, show and leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, OTHER, SUPPLIER, OnDisk

Run = Callable[..., Ran]


def test_fmt_tells_what_it_changes_and_check_changes_nothing(register: OnDisk, vendorbook: Run) -> None:
    vendorbook("fmt")
    sound = (register.root / SUPPLIER).read_bytes()
    spoilt = sound.replace(b"\ncountry: TW", b"\ncountry:   'TW'   # here")
    register.write({SUPPLIER: spoilt})
    ran = vendorbook("fmt", "--check")
    assert (ran.status, ran.out, ran.err) == (1, f"{SUPPLIER}\n", "")
    assert (register.root / SUPPLIER).read_bytes() == spoilt
    ran = vendorbook("fmt")
    assert (ran.status, ran.out) == (0, f"{SUPPLIER}\n")
    assert (register.root / SUPPLIER).read_bytes() == sound.replace(b"\ncountry: TW", b"\ncountry: TW # here")
    assert vendorbook("fmt", "--check").status == 0


def test_fmt_of_what_would_lose_a_comment_says_where_and_writes_nothing(register: OnDisk, vendorbook: Run) -> None:
    spoilt = register.original[SUPPLIER] + b"ownership: [{holder: a, # why\n  percent: 30}]\n"
    register.write({SUPPLIER: spoilt})
    ran = vendorbook("fmt", SUPPLIER, "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    line = spoilt.count(b"\n", 0, spoilt.index(b"# why")) + 1
    assert ran.err.startswith(f"{SUPPLIER}:{line}:25: this comment would be lost")
    assert (register.root / SUPPLIER).read_bytes() == spoilt


def test_fmt_of_what_cannot_be_read_says_where_and_does_the_others(register: OnDisk, vendorbook: Run) -> None:
    register.write({SUPPLIER: register.original[SUPPLIER] + b"note: ~\n", OTHER: b"\n\n\n" + register.original[OTHER]})
    ran = vendorbook("fmt", "vendors")
    assert ran.status == 1
    assert SUPPLIER in ran.err
    assert ran.out == f"{OTHER}\n"


@pytest.mark.parametrize("command", ["fmt", "fix"])
def test_a_path_that_is_nowhere_is_a_usage_error(command: str, register: OnDisk, vendorbook: Run) -> None:
    assert vendorbook(command, "nowhere").status == 2
    assert vendorbook(command, EVIDENCE).status == 2


def test_fix_shows_what_it_would_do_and_then_does_it(register: OnDisk, vendorbook: Run) -> None:
    sound = register.original[SUPPLIER].partition(b"note:")[0]
    spoilt = sound + b"note: on # c\n"
    register.write({SUPPLIER: spoilt})
    ran = vendorbook("fix", "--diff")
    assert (ran.status, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if line[:1] in "+-"][2:] == ["-note: on # c", '+note: "on" # c']
    assert (register.root / SUPPLIER).read_bytes() == spoilt
    assert vendorbook("fix").out == f"{SUPPLIER}\n"
    assert (register.root / SUPPLIER).read_bytes() == sound + b'note: "on" # c\n'


def test_the_diff_acts_on_no_terminal(register: OnDisk, vendorbook: Run) -> None:
    register.write({SUPPLIER: register.original[SUPPLIER] + "note: no\n# \u202e\x1b[31m\n".encode()})
    assert vendorbook("fix", "--diff").status == 1


# -- the machine ---------------------------------------------------------------------------------------
