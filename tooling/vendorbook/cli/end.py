"""`vendorbook end`: how an engagement ends."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.completing import engagements
from vendorbook.cli.writing import about_writing, at_desk, stated, tell


@click.command()
@click.argument("record", metavar="ENGAGEMENT", shell_complete=engagements)
@click.option("--kind", type=click.Choice(("expiry", "termination", "rescission")), help="如何結束 / how it ends")
@click.option("--reason", help="原因 / why")
@click.option("--ended-on", metavar="YYYY-MM-DD", help="結束日 / the day it ended")
@click.option("--complete-by", metavar="YYYY-MM-DD", help="終止程序之時限 / by when the exit must be complete")
@click.option(
    "--status", type=click.Choice(("ending", "ended")), default="ending", show_default=True, help="狀態 / its status"
)
@about_writing
def end(record: str, root: str, **how: Any) -> int:
    """終止委外案：改狀態、填終止區塊、列出接下來的事 / end an engagement: status, exit block, what is due next.

    已填的欄位不改寫 / what is filled already is not written over.
    """
    from vendorbook.editing import ending

    desk = at_desk(root, how)
    fields = desk.fields("engagement", ("exit",))
    names = ("kind", "reason", "ended_on", "complete_by")
    said = stated(fields, how["settings"], {name: how[name] for name in names})
    path = ending.end(desk, record, how["status"], said)
    return tell(root, desk, path, ("/exit", "/status", "/access"), "vendorbook due")
