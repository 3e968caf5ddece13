"""Hostile bytes and YAML in a record end in a message at their line and column, and in exit status 1."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.running import Ran
from tests.cli.small import FIRM, POLICY, RECORD, SCHEMA, SUPPLIER, OnDisk
from tests.hardening.hostile_text import ALL, added, alone, applied

Check = Callable[..., Ran]


def test_the_register_as_it_is_has_no_findings(register: OnDisk, check: Check) -> None:
    ran = check()
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("nothing found")


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_record_is_refused_where_it_is_hostile(name: str, register: OnDisk, check: Check) -> None:
    edit = ALL[name]
    data, line, column = applied(edit, register.original[RECORD])
    register.write({RECORD: data})
    ran = check("--format", "text")

    assert ran.status == 1
    [told] = [each for each in ran.out.split("\n\n") if f"--> {RECORD}:{line}:{column}\n" in each + "\n"][:1]
    assert edit.said in told
    assert len(ran.out) < 100_000


JOURNAL = "vendors/paper-crane/website/journal/2026-11-02-briefing.yaml"
WAIVER = "policies/waivers/website.yaml"
KINDS = {
    # a file that a register has: the exit status when it cannot be read
    SUPPLIER: 1,
    JOURNAL: 1,
    WAIVER: 1,
    FIRM: 2,
    "policies/systems.yaml": 2,
    "policies/people.yaml": 2,
    "policies/checklist.yaml": 2,
    "policies/trail.yaml": 2,
    "policies/rules/twsa.yaml": 2,
    POLICY: 2,
    SCHEMA: 2,
}
HARM = {
    "a control character": added(b"^^\x1b[2J\n", ""),
    "no UTF-8": added(b"^^\xff\n", ""),
    "empty": alone(b"^^", ""),
    "too large": alone(b"^^" + b"# x\n" * 100_000, ""),
    "a pointer to a large file": alone(b"^^version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", ""),
    "half a file": alone(b'{^^"id', ""),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("path", KINDS)
def test_whatever_file_it_is(path: str, harm: str, register: OnDisk, check: Check) -> None:
    """A record at fault is found; without sound rules nothing can be judged, and that is no verdict."""
    data, line, column = applied(HARM[harm], register.original.get(path, b"id: website\n"))
    register.write({path: data})
    ran = check()

    assert ran.status == KINDS[path], ran.err
    where = f"{path}:" if path == SCHEMA else f"{path}:{line}:{column}:"
    assert where in (ran.out if ran.status == 1 else ran.err)
