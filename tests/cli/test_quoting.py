"""Source lines are quoted, but never one with a value that must not leave the firm."""

from __future__ import annotations

from vendorbook.cli.quoting import Quotes
from vendorbook.judging import Rules
from vendorbook.repository import Memory

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"


def line_of(data: bytes, start: bytes) -> int:
    return 1 + next(n for n, line in enumerate(data.split(b"\n")) if line.strip().startswith(start))


def test_a_harmless_line_is_quoted(example: dict[str, bytes], rules: Rules) -> None:
    number = line_of(example[RECORD], b"purpose:")

    assert "purpose:" in (Quotes(Memory(example), rules)(RECORD, number) or "")


def test_a_line_with_the_holder_of_a_grant_is_not(example: dict[str, bytes], rules: Rules) -> None:
    assert Quotes(Memory(example), rules)(RECORD, line_of(example[RECORD], b"holder:")) is None


def test_nor_one_of_a_list_of_persons(example: dict[str, bytes], rules: Rules) -> None:
    (path,) = [
        each
        for each in example
        if each.startswith("vendors/kite-systems/order-routing/journal/") and "briefing" in each
    ]
    changed = {**example, path: example[path].split(b"received_by:")[0] + b"received_by:\n  - one\n  - two\n"}
    quotes = Quotes(Memory(changed), rules)

    assert quotes(path, line_of(changed[path], b"- one")) is None
    assert quotes(path, line_of(changed[path], b"kind:")) == "kind: briefing"


def test_a_file_that_cannot_be_read_is_quoted_but_for_lines_that_name_such_a_field(
    example: dict[str, bytes], rules: Rules
) -> None:
    changed = {**example, RECORD: example[RECORD] + b"status: [\n"}
    quotes = Quotes(Memory(changed), rules)

    assert quotes(RECORD, line_of(changed[RECORD], b"status: [")) == "status: ["
    assert quotes(RECORD, line_of(changed[RECORD], b"holder:")) is None


def test_there_is_no_line_where_there_is_none(example: dict[str, bytes], rules: Rules) -> None:
    quotes = Quotes(Memory(example), rules)

    assert quotes(RECORD, 0) is None
    assert quotes(RECORD, 100_000) is None
    assert quotes("vendors/nowhere/supplier.yaml", 1) is None
