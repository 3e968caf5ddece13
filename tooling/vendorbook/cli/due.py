"""`vendorbook due`: what falls due, and what is overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import click

from vendorbook.cli.asking import Span, about_the_output, about_the_register, debugging
from vendorbook.cli.opening import opened
from vendorbook.cli.troubles import status_of_a_list
from vendorbook.cli.unsaid import today, wants_colour


@click.command()
@about_the_register
@click.option(
    "--within", type=Span(), default="90d", help="往後多久 / how far ahead: 30d, 12w, 6m, 1y", show_default=True
)
@click.option("--format", "format_", type=click.Choice(["text", "json", "ics"]), default="text", help="輸出格式 / form")
@about_the_output
def due(as_of: date | None, at: str | None, staged: bool, root: str, within: timedelta, **how: Any) -> int:
    """將到期與已逾期的事項 / what falls due, what is overdue.

    離開狀態不因逾期而改變：逾期由 check 判定；有檔案無法判斷時為 1 / what is overdue is for `check` to fail on;
    the exit status is 1 where files cannot be judged, so that the list is not whole.
    """
    from vendorbook.judging import judge
    from vendorbook.reports import due as due_report

    snapshot, rules = opened(root, at, staged=staged)
    day = as_of or today()
    verdict = judge(snapshot, rules, day)
    until = day + min(within, date.max - day)
    every = due_report.listed([*verdict.findings, *verdict.upcoming], day, rules.book.notice_days)
    items = [item for item in every if item.due <= until]
    text = {
        "text": lambda: due_report.text(items, how["lang"], colour=wants_colour(how["colour"])),
        "json": lambda: due_report.json(items, day),
        "ics": lambda: due_report.ics(items, day, how["lang"]),
    }[how["format_"]]()
    click.echo(text, nl=False, color=wants_colour(how["colour"]))
    return status_of_a_list(verdict, how["lang"], debug=debugging())
