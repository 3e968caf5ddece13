"""`vendorbook concentration`: how much of the firm's IT outsourcing hangs on each supplier group."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_register, also_written
from vendorbook.cli.opening import opened
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, save
from vendorbook.cli.unsaid import today, wants_colour

_FORMS = ("text", "json", "markdown")


@click.command()
@about_the_register
@click.option("--format", "format_", type=click.Choice(_FORMS), default="text", help="輸出格式 / form")
@also_written
@about_the_output
def concentration(
    as_of: date | None,
    at: str | None,
    staged: bool,
    root: str,
    **how: Any,
) -> int:
    """供應商集中度：各集團之占比、HHI、共用之分包商 / shares by supplier group, HHI, shared subcontractors.

    逾門檻者由 check 判定，離開狀態仍為 0；有檔案無法判斷時無法計算，為 2 / what is above a threshold is for `check` to
    fail on: the exit status is 0, or 2 where files cannot be judged and so no share can be told.
    """
    from vendorbook.judging.concentration import concentration as worked_out
    from vendorbook.judging.outsourcing import outsourcing
    from vendorbook.reports.concentration import renderer

    parsed(how["outputs"], _FORMS)
    snapshot, rules = opened(root, at, staged=staged)
    day = as_of or today()
    found = worked_out(outsourcing(snapshot, rules, day, told), rules.book.firm, day)
    colour = wants_colour(how["colour"])
    for output in how["outputs"]:
        save(output, renderer(output.partition("=")[0])(found, snapshot.commit, how["lang"]))
    text = renderer(how["format_"])(found, snapshot.commit, how["lang"], color=colour)
    click.echo(text, nl=False, color=colour)
    return 0
