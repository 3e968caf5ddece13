"""What is written is what was meant, with every comment about what it was about: else nothing is kept."""

from __future__ import annotations

import pytest

from vendorbook.editing.parts import Parts
from vendorbook.editing.read_back import made_sure, read_again
from vendorbook.model import CannotJudge

BEFORE = "# about a\na: 1 # beside a\nb: 2\n"

LAID_OUT = {
    "another value": ("# about a\na: 2 # beside a\nb: 2\n", "does not say what was meant", 1),
    "a comment less": ("# about a\na: 1\nb: 2\n", "would be lost", 2),
    "a comment beside another": ("# about a\na: 1\nb: 2 # beside a\n", "about something else", 2),
    "a comment above another": ("a: 1 # beside a\n# about a\nb: 2\n", "about something else", 1),
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_layout_that_changes_something_is_not_kept(name: str) -> None:
    after, why, line = LAID_OUT[name]
    with pytest.raises(CannotJudge, match=why) as told:
        made_sure(Parts(BEFORE, "x.yaml"), Parts(after, "x.yaml"), "x.yaml")
    assert told.value.location
    assert told.value.location.line == line


def test_the_same_otherwise_laid_out_is() -> None:
    after = "# about a\na:   1   # beside a\n\nb: 2\n"
    assert made_sure(Parts(BEFORE, "x.yaml"), Parts(after, "x.yaml"), "x.yaml") == after


def test_an_edit_says_what_is_intended_and_keeps_all_comments() -> None:
    before, meant = Parts(BEFORE, "x.yaml"), {"a": 1, "b": 3}
    after = BEFORE.replace("2", "3")
    assert made_sure(before, Parts(after, "x.yaml"), "x.yaml", meant) == after  # type: ignore[arg-type]
    for wrong in (
        BEFORE,
        after.replace("# beside a", ""),
        after.replace(" # beside a", "").replace("3", "3 # beside a"),
    ):
        with pytest.raises(CannotJudge):
            made_sure(before, Parts(wrong, "x.yaml"), "x.yaml", meant)  # type: ignore[arg-type]


def test_an_offer_may_only_go_where_it_was_taken() -> None:
    before, meant = Parts("a: 1\n# b: # what it is\n", "x.yaml"), {"a": 1, "b": 2}
    assert made_sure(before, Parts("a: 1\nb: 2\n", "x.yaml", ("# b: # what it is",)), "x.yaml", meant)  # type: ignore[arg-type]
    with pytest.raises(CannotJudge):
        made_sure(before, Parts("a: 1\nb: 2\n", "x.yaml"), "x.yaml", meant)  # type: ignore[arg-type]


def test_what_could_not_be_read_is_not_kept() -> None:
    with pytest.raises(CannotJudge) as told:
        read_again("a: no\nb: ~\n", "x.yaml")
    assert [each.location.line for each in told.value.places] == [1, 2]
