"""`vendorbook trail verify`: what is proved of every merge, by a clone alone."""

from __future__ import annotations

import re
from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules, also_written, debugging
from vendorbook.cli.completing import revisions
from vendorbook.cli.progress import told
from vendorbook.cli.showing import parsed, save
from vendorbook.cli.speaking import Both
from vendorbook.cli.unsaid import wants_colour

_FORMS = ("text", "json", "markdown")
_LEVELS = ("T1", "T2", "T3", "T4")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def _whole_ids(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not _ID.fullmatch(value):
            raise click.BadParameter(Both(f"{value} 不是完整之提交編號", f"{value} is not a whole commit id"))
    return values


@click.command()
@click.option("--require", type=click.Choice(_LEVELS), help="每次合併須達之等級 / the level every merge has to reach")
@click.option(
    "--since", metavar="REV", shell_complete=revisions, help="只驗證此提交之後者 / only what came after this commit"
)
@click.option(
    "--known-tip",
    "known_tips",
    multiple=True,
    metavar="ID",
    callback=_whole_ids,
    help="曾見之主分支提交，可重複 / a commit the branch was seen at; may be repeated",
)
@click.option(
    "--tip",
    default="HEAD",
    metavar="REV",
    shell_complete=revisions,
    help="驗證至哪一版本（預設 HEAD）/ up to which commit (HEAD)",
)
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@about_the_rules
@click.option("--format", "format_", type=click.Choice(_FORMS), default="text", help="輸出格式 / form")
@also_written
@about_the_output
def verify(
    require: str | None,
    since: str | None,
    known_tips: tuple[str, ...],
    tip: str,
    no_cache: bool,
    root: str,
    **how: Any,
) -> int:
    """離線驗證每次合併之形式、規則、簽章與核准 / what is proved of every merge, by a clone alone.

    未指定 --require 時，每次合併須為平台之合併提交、內容與合併結果相同，並符合其基準版本之規則（T1）；
    不符者為發現，離開狀態為 1。副本不完整，或有合併無法判斷者，為 2。

    Without --require every merge has to be a clean merge commit of the forge that the rules of its own base let pass
    (T1); what is not is a finding, and the exit status 1. A clone that is not whole, or a merge that cannot be judged,
    makes it 2.
    """
    from vendorbook.cli.trail_opening import opened_trail
    from vendorbook.reports.trail import form
    from vendorbook.trail.verifying import Asked, verify

    parsed(how["outputs"], _FORMS)
    required = _LEVELS.index(require) + 1 if require else 0
    verdict = verify(opened_trail(root, tip, kept=not no_cache), Asked(required, since, known_tips), told)
    for output in how["outputs"]:
        save(output, form(output.partition("=")[0]).render(verdict, how["lang"]))
    colour = wants_colour(how["colour"])
    click.echo(form(how["format_"]).render(verdict, how["lang"], color=colour), nl=False, color=colour)
    if debugging() and verdict.crashed:
        click.echo("\n".join(text for step in verdict.steps for text in step.tracebacks), err=True)
    return verdict.status
