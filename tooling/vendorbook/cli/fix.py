"""`vendorbook fix`: what can be mended without deciding anything."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--diff", is_flag=True, help="只顯示會改什麼，不改寫 / only show what would be changed")
@about_the_rules
@about_the_output
def fix(paths: tuple[str, ...], diff: bool, root: str, **how: Any) -> int:
    """安全的修補：引號、日期、代號、順序、新佐證的摘要值 / safe repairs: quotes, dates, ids, order, new digests.

    服務範圍、風險評估、豁免與已提交的佐證不動 / neither scope, assessments, waivers nor evidence that has been
    committed is touched.
    """
    from vendorbook.cli.rewriting import rewrite
    from vendorbook.editing.fixing import fixed

    return rewrite(root, paths, fixed, how, writes=not diff, shows=diff).status
