"""`vendorbook check`: is the register readable, valid and compliant?"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_register, also_written, today, wants_colour
from vendorbook.cli.judged import edited_at, whole
from vendorbook.cli.showing import default_format, parsed, report_of, show, shown_only, write
from vendorbook.cli.troubles import tell_unjudged
from vendorbook.reports import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@about_the_register
@click.option("--format", "format_", type=click.Choice(FORMATS), help="輸出格式 / form of the output (text)")
@also_written
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@about_the_output
def check(
    paths: tuple[str, ...], as_of: date | None, at: str | None, staged: bool, root: str, debug: bool, **how: Any
) -> int:
    """檢查登錄冊 / judge the register.

    PATHS 只決定顯示哪些，不影響判斷 / paths only choose what is shown: policies always see the whole register.
    """
    form = how["format_"] or default_format()
    forms = [form, *parsed(how["outputs"])]
    day = as_of or today()
    from_work_tree = at is None and not staged and not how["no_cache"]
    edited = edited_at(root, paths, day) if paths and from_work_tree else None
    snapshot, rules, verdict = edited or whole(root, at, day, staged=staged, afresh=how["no_cache"])
    report = report_of(verdict, snapshot, rules, forms)
    chosen = shown_only(report, snapshot, paths) if paths else report
    for output in how["outputs"]:
        write(output, chosen, how["lang"])
    show(chosen, form, how["lang"], colour=wants_colour(how["colour"]))
    tell_unjudged(verdict, how["lang"], debug=debug)
    return 3 if verdict.crashed else int(chosen.at_fault)
