"""`vendorbook gate`: may this change be merged?"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules, also_written, as_of_option, debugging
from vendorbook.cli.completing import revisions
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, show, write
from vendorbook.cli.unsaid import default_format, today, wants_colour
from vendorbook.reports import FORMATS


@click.command()
@click.option(
    "--base", required=True, metavar="REV", shell_complete=revisions, help="要併入的分支 / what it is to be merged into"
)
@click.option("--head", required=True, metavar="REV", shell_complete=revisions, help="變更所在的版本 / the change")
@as_of_option
@click.option(
    "--mass-change", is_flag=True, help="此變更本來就涉及許多委外案 / the change is meant to touch many engagements"
)
@about_the_rules
@click.option("--format", "format_", type=click.Choice(FORMATS), help="輸出格式 / form of the output (text)")
@also_written
@about_the_output
def gate(base: str, head: str, as_of: date | None, mass_change: bool, root: str, **how: Any) -> int:
    """判斷變更能否併入（自律規範第六條）/ may a change be merged (Article 6)?

    以基準版本的規則判斷併入後的結果；只讀 git 物件，不看工作目錄。

    Judges what merging comes to, by the base's rules; reads git objects alone, never the work tree.
    """
    from vendorbook.cli.changes import opened_change, report_of_change
    from vendorbook.gate import judge_change

    form = how["format_"] or default_format()
    parsed(how["outputs"])
    proposal, rules = opened_change(root, base, head)
    verdict = judge_change(proposal, rules, as_of or today(), mass=mass_change, told=told)
    report = report_of_change(verdict, proposal, rules)
    for output in how["outputs"]:
        write(output, report, how["lang"])
    show(report, form, how["lang"], colour=wants_colour(how["colour"]))
    if debugging() and verdict.tracebacks:
        click.echo("\n".join(verdict.tracebacks), err=True)
    return 3 if verdict.crashed else int(verdict.at_fault)
