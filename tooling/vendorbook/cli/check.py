"""`vendorbook check`: is the register readable, valid and compliant?"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_register, also_written, today, wants_colour
from vendorbook.cli.opening import opened, opened_at
from vendorbook.cli.progress import told
from vendorbook.cli.showing import default_format, parsed, report_of, show, shown_only, write
from vendorbook.cli.troubles import tell_unjudged
from vendorbook.judging import Rules, Verdict
from vendorbook.reports import FORMATS
from vendorbook.repository import Snapshot

Judged = tuple[Snapshot, Rules, Verdict]


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
    edited = _edited(root, paths, day) if paths and from_work_tree else None
    snapshot, rules, verdict = edited or _whole(root, at, day, staged=staged, afresh=how["no_cache"])
    report = report_of(verdict, snapshot, rules, forms)
    chosen = shown_only(report, snapshot, paths) if paths else report
    for output in how["outputs"]:
        write(output, chosen, how["lang"])
    show(chosen, form, how["lang"], colour=wants_colour(how["colour"]))
    tell_unjudged(verdict, how["lang"], debug=debug)
    return 3 if verdict.crashed else int(chosen.at_fault)


def _edited(root: str, paths: tuple[str, ...], day: date) -> Judged | None:
    """The quick way for what somebody is editing, where an earlier run has left enough to go by."""
    from vendorbook.judging import Kept
    from vendorbook.judging.focused import judge_focused

    at_paths = opened_at(root, paths)
    if at_paths is None:
        return None
    snapshot, rules, suppliers = at_paths
    verdict = judge_focused(snapshot, rules, day, Kept(str(snapshot.root)), suppliers)
    return (snapshot, rules, verdict) if verdict else None


def _whole(root: str, at: str | None, day: date, *, staged: bool, afresh: bool) -> Judged:
    from vendorbook.judging import Kept, judge, judge_again

    snapshot, rules = opened(root, at, staged=staged, kept=not afresh)
    if afresh:
        return snapshot, rules, judge(snapshot, rules, day, told)
    return snapshot, rules, judge_again(snapshot, rules, day, Kept(str(snapshot.root)), told)
