"""What a journal says on a day."""

from __future__ import annotations

from datetime import date

from vendorbook.register import Entry, effective
from vendorbook.yaml_source import read


def entry(name: str, text: str) -> Entry:
    root = read(text.encode(), f"vendors/a/b/journal/{name}.yaml").root
    return Entry(f"journal/{name}", root.text("kind"), date.fromisoformat(root.text("date")), root)


REVIEW = entry("2026-01-05-access-review", "kind: access-review\ndate: 2026-01-05\nreviewer: s-0001\n")
CORRECTION = entry(
    "2026-02-01-correction",
    "kind: correction\ndate: 2026-02-01\ncorrects: journal/2026-01-05-access-review\n"
    "entry:\n  kind: access-review\n  date: 2026-01-06\n  reviewer: s-0002\n",
)


def test_an_entry_of_a_later_day_does_not_exist_yet() -> None:
    assert effective([REVIEW], date(2026, 1, 4)) == ()
    assert [each.id for each in effective([REVIEW], date(2026, 1, 5))] == [REVIEW.id]


def test_a_corrected_entry_reads_as_corrected_from_the_day_of_the_correction() -> None:
    before = effective([REVIEW, CORRECTION], date(2026, 1, 31))
    after = effective([REVIEW, CORRECTION], date(2026, 2, 1))

    assert before[0].root.text("reviewer") == "s-0001"
    assert (after[0].id, after[0].root.text("reviewer"), after[0].date) == (REVIEW.id, "s-0002", date(2026, 1, 6))


def test_a_corrected_text_is_found_where_it_stands() -> None:
    corrected = effective([REVIEW, CORRECTION], date(2026, 3, 1))[0]

    assert corrected.root.location.path.endswith("2026-02-01-correction.yaml")
    assert corrected.root.location.line == 4


def test_entries_come_in_the_order_of_their_days() -> None:
    later = entry("2026-01-06-audit", "kind: audit\ndate: 2026-01-06\n")

    assert [each.kind for each in effective([later, REVIEW], date(2026, 3, 1))] == ["access-review", "audit"]
