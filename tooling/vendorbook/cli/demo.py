"""`vendorbook demo`: a register with three years of history, to try everything on."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from vendorbook.cli.asking import about_the_output, debug_option
from vendorbook.cli.progress import told

_NEXT = (
    "cd {folder}",
    "git log --first-parent --format='%h %cs %s'",
    "vendorbook check --as-of 2026-11-22",
    "vendorbook trail verify",
    "vendorbook trail show kite-systems/order-routing",
)
_SAID = {
    "zh-TW": "已建立 {folder}：{steps} 次合併，{first} 至 {last}，主分支 {tip}\n"
    "公司、供應商、人員與事件均為虛構；簽章金鑰任何人都能重製，不具任何效力。",
    "en": "Built {folder}: {steps} merges from {first} to {last}, main at {tip}\n"
    "The firm, suppliers, people and events are invented; anybody can make the signing keys, which prove nothing.",
}
_VARIANT = {
    "zh-TW": "在此變體中：{done}。\ntrail verify 會說：{says}。",
    "en": "In this variant, {done}.\ntrail verify says: {says}.",
}
_TRY = {"zh-TW": "接著可以試：", "en": "Try next:"}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option("--variant", metavar="NAME", help="有人作弊的版本 / one in which somebody cheats")
@debug_option
@about_the_output
def demo(folder: str, variant: str | None, lang: str, colour: str) -> int:  # noqa: ARG001
    """在空資料夾建立示範登錄冊：三年、近百次合併 / build a demonstration register in an empty folder.

    範例登錄冊自 2023 年 12 月起之歷史：服務變更與重評、權限檢視、事件與查核、退場，連同證據分支、簽章與檢查點。
    每次建立都相同。

    The example register as it grew since December 2023, with its evidence branch, signatures and checkpoints; the same
    every time.

    \b
    變體 / variants:
      backdated direct-push evidence-rewritten evil-merge forged
      old-head rewritten squashed swapped unreviewed weakened
    """
    from vendorbook.demo import build, of_name
    from vendorbook.reports.inert import line

    built = build(Path(folder), variant, told=told)
    facts = {**built._asdict(), "folder": line(folder), "tip": built.tip[:12]}
    click.echo(_SAID[lang].format(**facts))
    if variant:
        about = of_name(variant)
        click.echo(f"\n{_VARIANT[lang].format(done=about.done.in_(lang), says=about.says.in_(lang))}")
    click.echo(f"\n{_TRY[lang]}")
    for command in _NEXT:
        click.echo("  " + command.format(folder=line(shlex.quote(os.path.normpath(folder)))))
    return 0
