"""`vendorbook import`: a firm's old sheet, as drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from vendorbook.cli.asking import about_the_rules, as_of_option
from vendorbook.cli.unsaid import language, today
from vendorbook.model import LANGUAGES

_FILE = click.Path(exists=True, dir_okay=False)


@click.group(name="import")
def import_() -> None:
    """匯入原有的試算表 / take in the old sheet.

    預設只說明會寫入什麼；加上 --write 才寫入。每一格無法採用的內容都列出工作表、列與欄。

    Shows what would be written; --write writes it. Every cell that cannot be used is told by sheet, row and column.

    \b
    離開狀態 / exit status
      0  全部採用 / all of it was used
      1  有無法採用的儲存格或列 / some cells or rows could not be used
      2  無法讀取 / it could not be read
    """


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(
        (
            click.argument("file", type=_FILE),
            click.option("--mapping", type=_FILE, help="貴公司欄名的對照檔 / what your own columns are"),
            click.option("--sheet", default="", help="工作表（預設：第一個認得標題的）/ which sheet"),
            click.option("--write", is_flag=True, help="寫入 / write it"),
            click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="格式 / form"),
            as_of_option,
            click.option(
                "--lang", type=click.Choice(LANGUAGES), default=language, help="語言 / language (VENDORBOOK_LANG)"
            ),
        )
    ):
        command = option(command)
    return about_the_rules(command)


def _imported(kind: str, how: dict[str, Any]) -> int:
    from vendorbook.cli.opening import opened
    from vendorbook.editing.desk import Desk
    from vendorbook.importing.account import as_json, as_text
    from vendorbook.importing.intake import take_in
    from vendorbook.importing.missing import tell_missing
    from vendorbook.importing.writing import drafted_text, write
    from vendorbook.reports.inert import line

    snapshot, rules = opened(how["root"])
    desk = Desk(snapshot.root, rules, how["as_of"] or today(), how["lang"])
    file = Path(how["file"])
    account = take_in(desk, file, kind, Path(how["mapping"]) if how["mapping"] else None, how["sheet"])
    tell_missing(desk, account.drafts, lambda draft: drafted_text(desk, draft))
    if how["write"]:
        write(desk, account.drafts, line(file.name))
    told = as_json if how["form"] == "json" else as_text
    click.echo(told(account, how["lang"], written=how["write"]), nl=False)
    return int(bool(account.unused))


@import_.command()
@_options
def xlsx(**how: Any) -> int:
    """匯入 Excel 檔（.xlsx）/ a sheet of Excel."""
    return _imported("xlsx", how)


@import_.command()
@_options
def ods(**how: Any) -> int:
    """匯入 ODS 檔 / a sheet of LibreOffice."""
    return _imported("ods", how)


@import_.command()
@_options
def csv(**how: Any) -> int:
    """匯入 CSV 檔（UTF-8 或 Big5）/ comma separated values, in UTF-8 or Big5."""
    return _imported("csv", how)
