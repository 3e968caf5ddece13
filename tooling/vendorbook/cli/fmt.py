"""`vendorbook fmt`: the one layout of a record."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="只列出不合格式者，不改寫 / only list what is not laid out so")
@about_the_rules
@about_the_output
def fmt(paths: tuple[str, ...], check: bool, root: str, **how: Any) -> int:
    """整理格式：欄位順序、縮排、引號；註解照留 / lay records out: order, indent, quotes; comments stay.

    服務範圍、風險評估、豁免與已提交的日誌不動；--check 有不合者為 1 / neither scope, assessments, waivers nor what
    has been committed to a journal is touched. With --check, 1 where something would be.
    """
    from vendorbook.cli.rewriting import rewrite
    from vendorbook.editing.formatting import formatted

    done = rewrite(root, paths, lambda desk, _: formatted(desk.book.schemas), how, writes=not check)
    return done.status or int(check and bool(done.changed))
