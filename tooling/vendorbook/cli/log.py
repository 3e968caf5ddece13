"""`vendorbook log`: what has happened, as a new entry of the journal."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.completing import engagements
from vendorbook.cli.writing import about_writing, at_desk, completed, stated, tell
from vendorbook.schema_check import JOURNAL_KINDS

_KINDS = tuple(kind for kind in JOURNAL_KINDS if kind != "risk-assessment")


@click.command()
@click.argument("record", metavar="ENGAGEMENT", shell_complete=engagements)
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@click.option("--date", metavar="YYYY-MM-DD", help="發生之日（預設今日）/ the day it happened (today)")
@click.option("--suffix", default="", help="檔名末段 / the last part of the file's name")
@click.option("--closes", metavar="ENTRY[#ITEM]", help="結案對象（follow-up）/ what a follow-up closes")
@click.option("--corrects", metavar="ENTRY", help="更正對象（correction）/ the entry that a correction replaces")
@click.option("--reason", help="更正理由 / why it is corrected")
@about_writing
def log(record: str, kind: str, root: str, **how: Any) -> int:
    """登錄一件事：日誌新增一檔 / one more entry of the journal.

    \b
    KIND：access-review audit briefing correction delivery diversification follow-up incident
          recovery-plan release service-report significant-change stress-test switchover-drill

    同一天同類的，檔名自動加序號 / entries of one kind and day are numbered.
    風險評估由 assess 登錄 / a risk assessment is written by `assess`.
    """
    from vendorbook.editing import entries
    from vendorbook.editing.given import merged

    desk = at_desk(root, how)
    fields = desk.fields(f"journal/{kind}")
    entry, _, item = (how["closes"] or "").partition("#")
    asked = {"date": how["date"]}
    asked |= {"closes.entry": entry or None, "closes.item": item or None} if kind == "follow-up" else {}
    asked |= {"corrects": how["corrects"], "reason": how["reason"]} if kind == "correction" else {}
    said = stated(fields, how["settings"], asked)
    known = entries.known(desk, record, kind, said)
    said = completed(fields, known, said)
    path = entries.write(desk, record, kind, merged(known, said), how["suffix"])
    return tell(root, desk, path, then=f"vendorbook check {path}")
