"""`vendorbook new`: a supplier, an engagement, a waiver."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from vendorbook.cli.writing import about_writing, at_desk, completed, stated, tell

if TYPE_CHECKING:
    from vendorbook.editing.desk import Desk


@click.group()
def new() -> None:
    """新增供應商、委外案或豁免 / a new supplier, engagement or waiver.

    問題只在終端機上提出，每一題都有選項可代答 / questions are asked on a terminal only, and each has an option.
    """


@new.command()
@click.argument("id")
@click.option("--name", help="中文名稱 / its name in Chinese")
@click.option("--name-en", help="英文名稱 / its name in English")
@click.option("--country", metavar="CC", help="登記國家（預設 TW）/ where it is registered (TW)")
@click.option("--registration-number", metavar="NO", help="統一編號 / registration number")
@about_writing
def supplier(id: str, root: str, **how: Any) -> int:
    """新增供應商 / a new supplier."""
    desk = at_desk(root, how)
    options = {
        "name.zh-TW": how["name"],
        "name.en": how["name_en"],
        "country": how["country"],
        "registration_number": how["registration_number"],
    }
    path = _written_supplier(desk, id, how["settings"], options)
    return tell(root, desk, path, then=f"vendorbook new engagement {id}/…")


def _written_supplier(desk: Desk, id: str, settings: Sequence[str], options: dict[str, Any]) -> str:
    from vendorbook.editing.new_records import supplier_known, write_record

    fields = desk.fields("supplier")
    known = supplier_known(id)
    said = completed(fields, known, stated(fields, settings, options))
    return write_record(desk, f"vendors/{id}/supplier.yaml", known, said)


@new.command()
@click.argument("id", metavar="SUPPLIER/ID")
@click.option("--title", help="中文名稱 / its title in Chinese")
@click.option("--title-en", help="英文名稱 / its title in English")
@click.option("--owner", metavar="STAFF", help="專案負責人（預設：經辦人）/ project owner (who is at work)")
@click.option(
    "--service", "services", multiple=True, metavar="TYPE", help="服務類型，可重複 / type of service, repeatable"
)
@click.option("--activity", "activities", multiple=True, help="作業，可重複 / activity, repeatable")
@click.option("--system", "systems", multiple=True, metavar="ID", help="系統代號，可重複 / system, repeatable")
@click.option("--data-class", "data", multiple=True, help="資料類別，可重複 / class of data, repeatable")
@click.option(
    "--supplier",
    "of_supplier",
    multiple=True,
    metavar="FIELD=VALUE",
    help="連同新的供應商：其欄位，可重複 / with its supplier, a new one: a field of it, repeatable",
)
@about_writing
def engagement(id: str, root: str, **how: Any) -> int:
    """新增委外案 / a new engagement."""
    from vendorbook.editing.new_records import engagement_known, write_record

    desk = at_desk(root, how)
    fields = desk.fields("engagement")
    options = {
        "title.zh-TW": how["title"],
        "title.en": how["title_en"],
        "project_owner": how["owner"],
        "scope.services": tuple({"id": each, "type": each} for each in how["services"]),
        "scope.activities": how["activities"],
        "scope.systems": how["systems"],
        "scope.data_classes": how["data"],
    }
    known = engagement_known(desk, id, with_supplier=bool(how["of_supplier"]))
    said = completed(fields, known, stated(fields, how["settings"], options))
    if how["of_supplier"]:
        _written_supplier(desk, id.partition("/")[0], how["of_supplier"], {})
    path = write_record(desk, f"vendors/{id}/engagement.yaml", known, said)
    return tell(root, desk, path, then=f"vendorbook assess {id}")


@new.command()
@click.argument("id")
@click.option("--policy", required=True, help="豁免哪一項政策 / the policy")
@click.option("--record", required=True, help="供應商或委外案 / the supplier or engagement")
@click.option("--pointer", help="哪一處（預設：唯一的那一項缺失）/ which place (that of the only finding)")
@click.option("--reason", help="為何須豁免 / why it is needed")
@click.option("--compensating-control", help="替代措施 / what protects the firm meanwhile")
@click.option("--approved-by", metavar="STAFF", help="核准人，須為另一人 / who approved it: somebody else")
@about_writing
def waiver(id: str, root: str, **how: Any) -> int:
    """新增豁免，日期與位置由缺失帶入 / a new waiver, its place and dates from the finding that is waived."""
    from vendorbook.editing.new_records import waiver_known, write_record

    desk = at_desk(root, how)
    fields = desk.fields("waiver")
    names = ("pointer", "reason", "compensating_control", "approved_by")
    said = stated(fields, how["settings"], {name: how[name] for name in names})
    known = waiver_known(desk, id, _findings(root, how, desk.day), how["policy"], how["record"])
    path = write_record(desk, f"policies/waivers/{id}.yaml", known, completed(fields, known, said))
    return tell(root, desk, path, then=f"vendorbook check {path}")


def _findings(root: str, how: dict[str, Any], day: Any) -> list[Any]:
    """Those of the policy and record that no waiver covers yet, at the pointer if one is stated."""
    from vendorbook.cli.judged import whole

    _, _, verdict = whole(root, None, day, staged=False, afresh=False)
    mine = [each for each in verdict.findings if (each.policy, each.record) == (how["policy"], how["record"])]
    return [each for each in mine if each.waiver is None and how["pointer"] in (None, each.pointer)]
