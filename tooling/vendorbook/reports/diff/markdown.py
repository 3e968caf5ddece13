"""Markdown for the summary of a pull request: lists, in which no text of a record is more than text.

Forges cut what is longer than they want; so what is told is bounded here, what is urgent is told first, and how much is
left out is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vendorbook.reports.diff import words
from vendorbook.reports.diff.account import Account
from vendorbook.reports.diff.rows import Row, rows
from vendorbook.reports.markdown import safe

LONGEST = 60_000
"""Characters: a comment on GitHub may have 65,536."""

_BOLD = frozenset({"error", "warning"})


def render(of: Account, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """As for a terminal; rows that are not urgent give way where there are too many."""
    top = [
        f"## vendorbook: {safe(words.heading(of).in_(lang))}",
        f"{safe(words.judged(of).in_(lang))}",
        f"<b>{safe(words.missing(of).in_(lang))}</b>",
    ]
    head = "\n\n".join(top) + "\n"
    every = list(rows(of, lang))
    shown = [_row(row) for row in every]
    kept = _kept(every, shown, LONGEST - len(head) - 500)
    body = "".join(text for index, text in enumerate(shown) if index in kept)
    left = len(shown) - len(kept)
    return head + body + (f"\n{safe(words.more(left).in_(lang))}\n" if left else "")


def _kept(every: Sequence[Row], shown: Sequence[str], room: int) -> set[int]:
    """The rows that there is room for: of those that are urgent as many as fit, then of the others."""
    kept: set[int] = set()
    for index in _by_urgency(every):
        room -= len(shown[index])
        if room < 0:
            break
        kept.add(index)
    return kept


def _by_urgency(every: Sequence[Row]) -> Iterator[int]:
    yield from (index for index, row in enumerate(every) if row.urgent)
    yield from (index for index, row in enumerate(every) if not row.urgent)


def _row(row: Row) -> str:
    said = safe(row.said)
    if row.depth == 0:
        return f"\n### <code>{said}</code>\n\n"
    sign = f"<b>{row.sign}</b> " if row.sign else ""
    said = f"<b>{said}</b>" if row.tone in _BOLD or (row.depth == 1 and not row.sign) else said
    was = f"<del>{safe(row.was)}</del>" if row.was else ""
    values = " → ".join(filter(None, (was, safe(row.now))))
    mark = f" <b>({safe(row.mark)})</b>" if row.mark else ""
    at = f" <code>{safe(row.at)}</code>" if row.at else ""
    return f"{'  ' * (row.depth - 1)}- {sign}{said}{row.colon + values if values else ''}{mark}{at}\n"
