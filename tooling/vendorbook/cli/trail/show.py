"""`vendorbook trail show`: the life of one engagement."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules, also_written
from vendorbook.cli.completing import engagements, revisions
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, save
from vendorbook.cli.unsaid import wants_colour

_FORMS = ("text", "json", "markdown")


@click.command()
@click.argument("engagement", metavar="ENGAGEMENT", shell_complete=engagements)
@click.option(
    "--tip",
    default="HEAD",
    metavar="REV",
    shell_complete=revisions,
    help="至哪一版本（預設 HEAD）/ up to which commit (HEAD)",
)
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@about_the_rules
@click.option("--format", "format_", type=click.Choice(_FORMS), default="text", help="輸出格式 / form")
@also_written
@about_the_output
def show(engagement: str, tip: str, no_cache: bool, root: str, **how: Any) -> int:
    """一個委外案（<供應商>/<委外案>）之歷次合併 / every merge that touched one engagement (<supplier>/<engagement>).

    範圍之前後、新增之評估與其他紀錄、核准人、證明等級；證明不足不影響離開狀態，由 trail verify 判定。

    The scope before and after, the assessment and other entries that came with it, who approved, and what is proved;
    whether that is enough is for `trail verify` to say.
    """
    from vendorbook.cli.trail_opening import opened_trail
    from vendorbook.reports.trail import form
    from vendorbook.trail.life import life_of

    parsed(how["outputs"], _FORMS)
    life = life_of(opened_trail(root, tip, kept=not no_cache), engagement, told)
    for output in how["outputs"]:
        save(output, form(output.partition("=")[0]).render_life(life, how["lang"]))
    colour = wants_colour(how["colour"])
    click.echo(form(how["format_"]).render_life(life, how["lang"], color=colour), nl=False, color=colour)
    return 0
