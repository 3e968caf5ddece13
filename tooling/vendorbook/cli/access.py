"""`vendorbook access`: access granted and withdrawn."""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.completing import engagements
from vendorbook.cli.writing import about_writing, at_desk, stated, tell


@click.group()
def access() -> None:
    """存取權限之授予與收回 / access granted and withdrawn.

    權限只關閉、不刪除 / a grant is closed, never dropped.
    """


@access.command()
@click.argument("record", metavar="ENGAGEMENT", shell_complete=engagements)
@click.argument("id")
@click.option("--holder", help="持有人 / who holds it")
@click.option("--kind", type=click.Choice(("logical", "physical", "on-site")), help="種類 / kind")
@click.option("--purpose", help="目的 / what it is for")
@click.option("--privilege", "privileges", multiple=True, help="權限內容，可重複 / what it allows, repeatable")
@click.option("--asset", "assets", multiple=True, help="系統或資料類別，可重複 / system or class of data, repeatable")
@click.option("--approved-by", metavar="STAFF", help="核准人 / who approved it")
@click.option("--approved-on", metavar="YYYY-MM-DD", help="核准日（預設今日）/ the day of the approval (today)")
@click.option("--expires-on", metavar="YYYY-MM-DD", help="到期日（預設合約迄日）/ its last day (the contract's)")
@about_writing
def grant(record: str, id: str, root: str, **how: Any) -> int:
    """授予一項存取權限 / grant access.

    申請日、生效日預設今日，核准事項由用途與資產帶入 / requested and effective today;
    the approval covers what is granted.
    """
    from vendorbook.editing import access as granting

    desk = at_desk(root, how)
    names = ("holder", "kind", "purpose", "privileges", "assets", "expires_on")
    fields = desk.fields("engagement", ("access", "grants", 0))
    values = stated(fields, how["settings"], {name: how[name] for name in names})
    if how["approved_by"]:
        approval: Any = {"approved_on": how["approved_on"] or desk.today, "approved_by": how["approved_by"]}
        values["approvals"] = [approval | {key: values[key] for key in ("assets", "purpose") if key in values}]
    path = granting.grant(desk, record, id, values)
    return tell(root, desk, path, ("/access",), f"vendorbook log {record} briefing")


@access.command()
@click.argument("record", metavar="ENGAGEMENT", shell_complete=engagements)
@click.argument("id")
@click.option("--on", metavar="YYYY-MM-DD", help="收回日（預設今日）/ the day it was withdrawn (today)")
@about_writing
def revoke(record: str, id: str, root: str, **how: Any) -> int:
    """收回一項存取權限，只填一次 / withdraw access; filled once."""
    from vendorbook.editing import access as granting

    desk = at_desk(root, how)
    path = granting.revoke(desk, record, id, how["on"] or desk.today)
    return tell(root, desk, path, ("/access",), f"vendorbook check {path}")
