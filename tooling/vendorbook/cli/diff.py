"""`vendorbook diff`: a change in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules, also_written, as_of_option, debugging
from vendorbook.cli.completing import engagements, revisions
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, save
from vendorbook.cli.unsaid import today, wants_colour

_FORMS = ("text", "markdown", "json")


@click.command()
@click.argument("revisions", metavar="A..B", shell_complete=revisions)
@click.argument("engagements", nargs=-1, metavar="[ENGAGEMENT]...", shell_complete=engagements)
@as_of_option
@about_the_rules
@click.option("--format", "format_", type=click.Choice(_FORMS), default="text", help="輸出格式 / form")
@also_written
@about_the_output
def diff(revisions: str, engagements: tuple[str, ...], as_of: date | None, root: str, **how: Any) -> int:
    """以文字說明變更：逐欄之差異、觸發之要求、尚缺之事項 / a change in words.

    A..B 為 B 併入 A 之結果（與 gate 相同），A...B 自分岔點起，只寫 A 為 A..HEAD；不看工作目錄。
    ENGAGEMENT 只決定顯示哪些。

    A..B is what merging B into A comes to, as for gate; A...B is B since the two went apart; A alone is A..HEAD.
    The work tree is not looked at. ENGAGEMENT (or a supplier) only chooses what is shown. The exit status is 0
    whatever the change: whether it may be merged is for gate.
    """
    from vendorbook.cli.changes import opened_span, refuse_unknown
    from vendorbook.gate import judge_change
    from vendorbook.reports.diff import renderer
    from vendorbook.reports.diff.telling import account_of

    parsed(how["outputs"], _FORMS)
    proposal, rules = opened_span(root, revisions)
    refuse_unknown(engagements, proposal)
    verdict = judge_change(proposal, rules, as_of or today(), told=told)
    account = account_of(proposal, rules, verdict, engagements)
    for output in how["outputs"]:
        save(output, renderer(output.partition("=")[0])(account, how["lang"]))
    colour = wants_colour(how["colour"])
    click.echo(renderer(how["format_"])(account, how["lang"], color=colour), nl=False, color=colour)
    if debugging() and verdict.tracebacks:
        click.echo("\n".join(verdict.tracebacks), err=True)
    return 3 if verdict.crashed else 0
