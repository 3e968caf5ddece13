"""A follow-up closes one thing: an item of an entry, or one of the record, which then stands alone."""

from __future__ import annotations

import pytest

from tests.schema_check.reading import source
from vendorbook.schema_check import Schemas

KIND = "journal/follow-up"
ENTRY = "entry: journal/2026-01-05-audit"


def problems(closes: str, schemas: Schemas) -> list[str]:
    text = f"kind: follow-up\ndate: 2026-02-05\ncloses: {{{closes}}}\n"
    return [problem.message.en for problem in schemas.problems(source(text), KIND)]


@pytest.mark.parametrize("closes", [ENTRY, f"{ENTRY}, item: f1", "grant: pass", "held: source", "step: erase"])
def test_it_closes_one_thing(closes: str, schemas: Schemas) -> None:
    assert problems(closes, schemas) == []


@pytest.mark.parametrize(
    ("closes", "said"),
    [
        (f"grant: pass, {ENTRY}", "`closes`: nothing beside `grant`"),
        ("held: source, item: f1", "`closes`: nothing beside `held`"),
        ("step: erase, held: source", "`closes`: nothing beside `held`"),
        (f"step: erase, {ENTRY}", "`closes`: nothing beside `step`"),
        ("item: f1", "required field missing: `entry`"),
    ],
)
def test_it_closes_no_two_and_not_nothing(closes: str, said: str, schemas: Schemas) -> None:
    assert problems(closes, schemas) == [said]
