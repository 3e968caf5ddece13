"""`vendorbook export template`: the sheet that `vendorbook import` understands, filled with the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vendorbook.cli.asking import about_the_rules, lang_option
from vendorbook.model import Text

if TYPE_CHECKING:
    from vendorbook.importing.register_rows import Rows

_LONGEST = 2000


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--empty", is_flag=True, help="空白樣板 / no rows, whatever the register holds")
@click.option("--confidential", is_flag=True, help="含機密欄位（聯絡人）/ with confidential fields (contacts)")
@about_the_rules
@lang_option
def template(file: Path, empty: bool, confidential: bool, root: str, lang: str) -> int:
    """匯入樣板，填入登錄冊的委外案 / the sheet for `vendorbook import`, filled with the register.

    FILE 為 .xlsx、.ods 或 .csv。每件委外案一列；再匯入同一登錄冊不會有任何變更。
    沒有委外案，或加上 --empty 時，是空白樣板。
    樣板放不下的內容會列出；xlsx 與 ods 另有一頁填寫說明。

    An .xlsx, .ods or .csv. A row an engagement; imported again, it changes nothing. Without any engagement, or with
    --empty, it is a blank sheet to fill in. What it does not carry is told. xlsx and ods have a page of guidance.

    \b
    離開狀態 / exit status
      0  已寫入 / it was written
      1  已寫入，但有紀錄無法讀取，或有儲存格放不下 / written without a record or a cell, which is told
      2  未寫入 / it was not written
    """
    from vendorbook.cli.opening import opened
    from vendorbook.editing import disk
    from vendorbook.exports.template_file import template_file
    from vendorbook.importing.register_rows import Rows, rows_of
    from vendorbook.importing.template import pages
    from vendorbook.importing.there import There, what_is_there
    from vendorbook.reports.inert import line

    snapshot, rules = opened(root)
    there = There({}, {}, ()) if empty else what_is_there(snapshot)
    made = rows_of(there, rules.book, lang, confidential=confidential) if there.engagements else Rows()
    data = template_file(file.suffix, pages(rules.book.schemas, lang, made.rows))
    disk.create(file.absolute().parent, file.name, data)
    click.echo(_SAID["written"].in_(lang).format(file=line(str(file)), rows=len(made.rows)))
    for said in _told(made, lang):
        click.echo(line(said, _LONGEST))
    for path in there.unreadable:
        click.echo(line(f"{_SAID['unreadable'].in_(lang)}{path}"), err=True)
    return int(bool(made.left_out or there.unreadable))


def _told(made: Rows, lang: str) -> Iterator[str]:
    """What the register says and the sheet does not."""
    from vendorbook.importing.template import heading

    beyond = ", ".join(f"{name} ({count})" for name, count in sorted(made.beyond.items()))
    withheld = ", ".join(heading(name, lang) for name in made.withheld)
    for key, listed in (("beyond", beyond), ("withheld", withheld), ("alone", ", ".join(made.alone))):
        if listed:
            yield f"{_SAID[key].in_(lang)}{listed}"
    for record, name in made.left_out:
        yield f"{_SAID['left_out'].in_(lang)}{record} {heading(name, lang)}"


_SAID = {
    "written": Text("已寫入 {file}：{rows} 列", "wrote {file}, rows: {rows}"),
    "unreadable": Text("無法讀取，不在樣板內：", "cannot be read, and is not in it: "),
    "beyond": Text("樣板沒有此欄，內容仍在登錄冊（筆數）：", "no column for these, of so many records: "),
    "withheld": Text("機密欄位，加上 --confidential 才寫入：", "confidential, written with --confidential alone: "),
    "alone": Text("沒有委外案的供應商，樣板沒有列：", "suppliers without an engagement have no row: "),
    "left_out": Text("儲存格放不下，未寫入：", "no cell can say it, left out: "),
}
