"""`vendorbook check`: is the register readable, valid and compliant?"""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_register, today, wants_colour
from vendorbook.cli.opening import opened
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, report_of, show, shown_only, write
from vendorbook.cli.troubles import tell_unjudged
from vendorbook.reports import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@about_the_register
@click.option("--format", "format_", type=click.Choice(FORMATS), help="輸出格式 / form of the output (text)")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="另存一份，可重複 / also write a file in a format; may be repeated",
)
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@about_the_output
def check(
    paths: tuple[str, ...], as_of: date | None, at: str | None, staged: bool, root: str, debug: bool, **how: Any
) -> int:
    """檢查登錄冊 / judge the register.

    PATHS 只決定顯示哪些，不影響判斷 / paths only choose what is shown: policies always see the whole register.
    """
    from vendorbook.judging import Kept, judge, judge_again

    form = how["format_"] or _default_format()
    forms = [form, *parsed(how["outputs"])]
    snapshot, rules = opened(root, at, staged=staged, kept=not how["no_cache"])
    day = as_of or today()
    afresh = how["no_cache"]
    kept = Kept(str(snapshot.root))
    verdict = judge(snapshot, rules, day, told) if afresh else judge_again(snapshot, rules, day, kept, told)
    report = report_of(verdict, snapshot, rules, forms)
    chosen = shown_only(report, snapshot, paths) if paths else report
    for output in how["outputs"]:
        write(output, chosen, how["lang"])
    show(chosen, form, how["lang"], colour=wants_colour(how["colour"]))
    tell_unjudged(verdict, how["lang"], debug=debug)
    return 3 if verdict.crashed else int(chosen.at_fault)


def _default_format() -> str:
    """Annotations where GitHub runs us; otherwise text, one line a finding when nobody is looking."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "text" if sys.stdout.isatty() else "one_line"
