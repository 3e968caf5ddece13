"""One layout, which changes neither what a file says nor what a comment is about."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.editing.texts import mappings, typed
from vendorbook import yaml_source
from vendorbook.editing.formatting import formatted
from vendorbook.editing.layout import laid_out
from vendorbook.editing.parts import Parts
from vendorbook.editing.width import WIDEST
from vendorbook.judging import Rules
from vendorbook.model import CannotJudge, Unreadable


class ByName:
    """Keys in the order of the alphabet: any order will do to show that all survives one."""

    def of(self, _way: Any, keys: Any) -> list[str]:
        return sorted(keys)


class AsTheyAre:
    def of(self, _way: Any, keys: Any) -> list[str]:
        return list(keys)


def out(text: str, order: Any = AsTheyAre(), kept: tuple[str, ...] = ()) -> str:  # noqa: B008
    return laid_out(text, "x.yaml", order, kept)


# -- properties ----------------------------------------------------------------------------------------


@settings(max_examples=400, suppress_health_check=list(HealthCheck), deadline=None)
@given(mappings, st.integers(0, 10**6))
def test_all_that_is_laid_out_says_the_same_and_is_laid_out_already(value: Any, seed: int) -> None:
    before = Parts(typed(value, Random(seed)), "x.yaml")
    try:
        after = out(before.text, ByName())
    except CannotJudge:  # then nothing is written; `test_nearly_all_of_them_can_be_laid_out`
        assume(False)
    again = Parts(after, "x.yaml")
    assert again.source.value == before.source.value
    assert again.anchored() == before.anchored()
    assert out(after, ByName()) == after


def test_nearly_all_of_them_can_be_laid_out() -> None:
    """What ruamel.yaml would lose is refused: that must stay rare, or nobody could use the command."""
    refused: list[int] = []

    @settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None, derandomize=True)
    @given(mappings, st.integers(0, 10**6))
    def tried(value: Any, seed: int) -> None:
        try:
            out(typed(value, Random(seed), oddly=False), ByName())
        except CannotJudge:
            refused.append(seed)

    tried()
    assert len(refused) < 10


@pytest.fixture(scope="module")
def records(example_files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: data for path, data in example_files.items() if path.startswith("vendors/") and path.endswith(".yaml")
    }


def test_every_record_of_the_example_keeps_its_data_and_comments(records: dict[str, bytes], rules: Rules) -> None:
    one = formatted(rules.book.schemas)
    assert len(records) > 200
    for path, data in records.items():
        after = one(path, data)
        assert yaml_source.read(after, path).value == yaml_source.read(data, path).value
        assert Parts(after.decode(), path).anchored() == Parts(data.decode(), path).anchored()
        assert one(path, after) == after, path


def test_the_example_is_laid_out(records: dict[str, bytes], rules: Rules) -> None:
    one = formatted(rules.book.schemas)
    records = {path: data for path, data in records.items() if "/journal/" not in path}
    assert [path for path, data in records.items() if one(path, data) != data] == []


def test_what_is_laid_out_oddly_comes_back_as_it_was(records: dict[str, bytes], rules: Rules) -> None:
    """Indents of four and quotes where none are needed: the layout is the same again."""
    one = formatted(rules.book.schemas)
    laid = {path: one(path, data) for path, data in records.items() if not path.endswith("/engagement.yaml")}
    for path, data in list(laid.items())[::7]:
        spoilt = data.decode().replace("  ", "    ").replace(": adequate", ': "adequate"')
        try:
            yaml_source.read(spoilt.encode(), path)
        except Unreadable:
            continue
        assert one(path, spoilt.encode()) == data, path


# -- the layout ----------------------------------------------------------------------------------------

CASES = {
    "indents of two, the dash set in": ("a:\n    b:\n    - 1\n    -   c: 2\n", "a:\n  b:\n    - 1\n    - c: 2\n"),
    "no quotes that are not needed": ("a: 'b'\nc: \"d\"\n", "a: b\nc: d\n"),
    "quotes that are": ("a: 'no'\nb: '1'\nc: '2:30'\nd: ''\n", 'a: "no"\nb: "1"\nc: "2:30"\nd: ""\n'),
    "what looks like a number keeps them": ("a: '+886-2'\nb: '5.1.2'\nc: 5 樓\n", 'a: "+886-2"\nb: "5.1.2"\nc: 5 樓\n'),
    "a date is text anyway": ("a: '2026-01-05'\n", "a: 2026-01-05\n"),
    "brackets on one line": ("a: {b: 1,\n    c: [x,w]}\n", "a: {b: 1, c: [x, w]}\n"),
    "a space before a comment": ("a: 1     # b\n", "a: 1 # b\n"),
    "a comment where its key is": ("a:\n    # c\n    b: 1\n", "a:\n  # c\n  b: 1\n"),
    "one empty line, none at the end": ("a: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "no spaces at the end": ("a: 1  \nb: 2 # c  \n", "a: 1\nb: 2 # c\n"),
    "a long line is not broken": (f"a: {'x ' * 300}y\n", f"a: {'x ' * 300}y\n"),
    "a text in lines stays in lines": ("a: |-\n    x\n\n    # y\n", "a: |-\n  x\n\n  # y\n"),
}

LONG = "x" * (WIDEST - len("a: {b: , c: [1]}"))
CASES |= {
    "brackets as long as they fit": (f"a: {{b: {LONG}, c: [1]}}\n", f"a: {{b: {LONG}, c: [1]}}\n"),
    "and none where they do not": (f"a: {{b: {LONG}x, c: [1]}}\n", f"a:\n  b: {LONG}x\n  c: [1]\n"),
    "quotes take room": (f"a: {{b: '1{LONG[3:]}', c: [1]}}\n", f'a: {{b: "1{LONG[3:]}", c: [1]}}\n'),
    "which there may not be": (f"a: {{b: '1{LONG[2:]}', c: [1]}}\n", f'a:\n  b: "1{LONG[2:]}"\n  c: [1]\n'),
    "so do indents": (f"k:\n  a: {{b: {LONG}, c: [1]}}\n", f"k:\n  a:\n    b: {LONG}\n    c: [1]\n"),
    "and dashes": (f"k:\n  - {{b: {LONG}, c: [1]}}\n", f"k:\n  - b: {LONG}\n    c: [1]\n"),
    "what fits within keeps its own": (f"a: {{b: {{c: {{d: {LONG}}}}}}}\n", f"a:\n  b: {{c: {{d: {LONG}}}}}\n"),
    "a list is opened up as well": (f"a: [{{b: {LONG}}}, {{c: {{}}}}]\n", f"a:\n  - {{b: {LONG}}}\n  - {{c: {{}}}}\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_layout(name: str) -> None:
    before, after = CASES[name]
    assert out(before) == after
    assert out(after) == after


def test_keys_go_with_what_is_about_them() -> None:
    before = "# modeline\nz: 0\n\n# about b\nb: 1 # beside b\n# about a\na:\n  # c\n  - d: 1\n    # about c\n    c: 2\n"
    after = "# modeline\nz: 0\n# about a\na:\n  # c\n  - d: 1\n    # about c\n    c: 2\n\n# about b\nb: 1 # beside b\n"

    class ZFirst(ByName):
        def of(self, _way: Any, keys: Any) -> list[str]:
            return sorted(keys, key=lambda key: (key != "z", key))

    assert out(before, ZFirst()) == after


def test_the_lines_of_what_is_kept_stay_as_they_are() -> None:
    scope = "scope:   # the scope\n    b:  'x'\n    a: [1,2]   # c\n\n\n      # odd\n"
    assert scope in out(f"z: 'y'\n{scope}k:    1\n", ByName(), ("scope",))


# -- traps of ruamel.yaml ------------------------------------------------------------------------------

TRAPS = {
    "a number with a leading zero": 'a: "0123"\n',
    "words that it writes bare": 'a: "no"\nb: "y"\nc: "on"\nd: "~"\ne: "null"\nf: "="\n',
    "a time of day": 'a: "1:30"\n',
    "a number as written": "a: 1.50\nb: 10\n",
    "a key that looks like one in brackets": 'a: ["? b"]\n',
    "a mapping of one key in a list": "a: [{b: 1}, {c: 2, d: 3}]\n",
    "an empty item before a comment": "a:\n  - []\n  - 1\n",
    "a comment after several lines in quotes": 'a: "x\\n\\ny"\n# b\nc: 1\n',
    "a comment at the end": "a:\n  - b\n# end\n",
    "a comment after a block of text": "a: |-\n  x\n# b\nc: 1\n",
    "a comment on a block's first line": "a: |- # b\n  x\n",
    "a comment before an item": "a:\n  - 1\n  # about 2\n  - 2\n",
    "a comment below": "a:\n  - 1\n  # below\nb: 2\n",
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_of_the_library_is_none_for_us(name: str) -> None:
    assert out(TRAPS[name]) == TRAPS[name]


LOST = {
    "inside of brackets": ("a: {b: 1, # c\n    d: 2}\n", 1, 11),
    "after an empty list in a list": ("a:\n  - [[]]\n  - []\n  # c\n  - [] # d\n", 4, 3),
}


@pytest.mark.parametrize("name", LOST)
def test_a_comment_that_would_be_lost_is_told_with_its_place_and_nothing_is_given(name: str) -> None:
    text, line, column = LOST[name]
    with pytest.raises(CannotJudge) as told:
        out(text)
    at = told.value.location
    assert at
    assert (at.path, at.line, at.column) == ("x.yaml", line, column)


DEEP = {"lists": "a: " + "[" * 3000 + "]" * 3000, "maps": "a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 100))}


@pytest.mark.parametrize(
    "text", [*DEEP.values(), "a: &x 1\nb: *x\n", "a: 1\na: 2\n", "%YAML 1.1\n---\na: 1\n", "a: ~\n"]
)
def test_what_the_strict_reader_refuses_is_refused_before_the_library_sees_it(text: str) -> None:
    with pytest.raises(Unreadable):
        out(f"{text}\n")
