"""`vendorbook assess`: a new risk assessment, with all that can be worked out."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.completing import engagements
from vendorbook.cli.writing import about_writing, at_desk, completed, stated, tell

_TRIGGERS = ("initial", "change-of-service", "periodic", "incident", "renewal")


@click.command()
@click.argument("record", metavar="ENGAGEMENT", shell_complete=engagements)
@click.option("--trigger", type=click.Choice(_TRIGGERS), help="評估時機（預設由範圍推得）/ why (told by the scope)")
@click.option("--date", metavar="YYYY-MM-DD", help="評估日（預設今日）/ its day (today)")
@click.option("--assessor", "assessors", multiple=True, metavar="STAFF", help="評估人員，可重複 / assessor, repeatable")
@about_writing
def assess(record: str, root: str, **how: Any) -> int:
    """新增風險評估：摘要值、前次評估、集中度、檢查表均自動帶入 / a new risk assessment.

    摘要值不必手算；範圍若有變更，時機自動為 change-of-service，並列出異動 / the digest, the assessment before it,
    what differs in the scope since, the shares and every row of the checklist are filled in.
    """
    from vendorbook.editing import assessing

    desk = at_desk(root, how)
    fields = desk.fields("journal/risk-assessment")
    asked = {"trigger": how["trigger"], "date": how["date"], "assessors": how["assessors"]}
    said = completed(fields, {"kind": "", "date": ""}, stated(fields, how["settings"], asked))
    path = assessing.assess(desk, record, said)
    return tell(root, desk, path, then=f"vendorbook check vendors/{record}")
