"""`vendorbook schema`: the schemas, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from vendorbook.cli.asking import about_the_rules, debug_option
from vendorbook.cli.opening import opened
from vendorbook.cli.wrongly import wrongly


@click.group()
def schema() -> None:
    """編輯器用的結構描述 / schemas for editors."""


@schema.command()
@click.argument("kinds", nargs=-1)
@about_the_rules
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="每種一個檔案，寫入此資料夾 / write a file a kind into this folder (default: stdout)",
)
def bundle(kinds: tuple[str, ...], root: str, output: Path | None) -> int:
    """合併成單一檔案的結構描述 / self-contained schemas, one a KIND (engagement, journal/audit, …; default: all)."""
    from vendorbook.schema_check import bundle as bundled

    schemas = opened(root)[1].book.schemas
    if unknown := set(kinds) - set(schemas.kinds):
        named, known = ", ".join(sorted(unknown)), ", ".join(schemas.kinds)
        raise wrongly(f"沒有這些種類：{named}，可為：\n{known}", f"no such kinds: {named}; there are:\n{known}")
    texts = {kind: _text(bundled(schemas, kind)) for kind in kinds or schemas.kinds}
    if output is None:
        click.echo("".join(texts.values()), nl=False)
        return 0
    for kind, text in texts.items():
        path = output / f"{kind}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(path)
    return 0


@schema.command()
@debug_option
def api() -> int:
    """匯出 JSON 的結構描述 / the schema of what `vendorbook export json` writes (vendorbook/register/v1)."""
    from vendorbook.exports.api import FILE

    click.echo(FILE.read_text("utf-8"), nl=False)
    return 0


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
