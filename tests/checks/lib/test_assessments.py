"""Which assessments are of the present scope."""

from __future__ import annotations

from tests.checks.records import engagement, entry

from vendorbook.checks.lib.assessments import of_the_present_scope


def named(*digests: str) -> list[str]:
    """The days of those that are; each assessment by its digest, or by nothing."""
    journal = tuple(
        entry(f"2024-01-{day:02}-risk-assessment", f"scope_digest: {digest}\n" if digest else "")
        for day, digest in enumerate(digests, 1)
    )
    return [
        each.id[-len("01-risk-assessment") :][:2]
        for each in of_the_present_scope(engagement("id: sample\n", journal=journal))
    ]


def test_those_made_for_what_the_newest_was_made_for() -> None:
    assert named("a", "b", "a") == ["01", "03"]


def test_one_that_names_no_scope_is_among_them() -> None:
    assert named("", "b", "a") == ["01", "03"]


def test_all_where_the_newest_names_none() -> None:
    assert named("a", "b", "") == ["01", "02", "03"]


def test_none_where_there_is_none() -> None:
    assert named() == []
