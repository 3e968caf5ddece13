"""`vendorbook export FORMAT`: the tables, the forms, the due list or the assessment, in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from vendorbook.cli.asking import about_the_register, debugging, lang_option
from vendorbook.cli.opening import opened
from vendorbook.cli.progress import told
from vendorbook.cli.troubles import status_of_a_list
from vendorbook.cli.unsaid import today
from vendorbook.cli.wrongly import wrongly

F = TypeVar("F", bound=Callable[..., Any])

_HELP = """匯出為 {name}：{zh_tw}。

Hands the register over as {name}: {en}.

{how}

同樣的輸入得到完全相同的位元組；有檔案無法判斷時仍會匯出其餘，離開狀態為 1 / the same input gives the same
bytes; where files cannot be judged, the rest is exported and the exit status is 1.
"""
_PLACES = (
    "--output 是檔案 / --output is a file",
    "--output 是資料夾 / --output is a folder",
    "預設寫到標準輸出 / to standard output unless --output names a file",
)


def command_for(format: str) -> click.Command:
    """The command of a format."""
    from vendorbook.exports import writer

    made = writer(format)
    place = 1 if made.IN_FOLDER else 2 if made.IS_TEXT else 0

    said = {"name": format.upper(), "zh_tw": made.SAID.zh_tw, "en": made.SAID.en, "how": _PLACES[place]}

    @click.command(format, help=_HELP.format(**said), short_help=f"{made.SAID.zh_tw} / {made.SAID.en}")
    @about_the_register
    @_options(format, is_required=place < 2)
    @lang_option
    def command(**asked: Any) -> int:
        return _export(format, **asked)

    return command


def _options(format: str, *, is_required: bool) -> Callable[[F], F]:
    def add(command: F) -> F:
        options = [
            click.option("--engagement", "engagements", multiple=True, metavar="ID", help=_ENGAGEMENT),
            click.option("--confidential", is_flag=True, help=_CONFIDENTIAL),
            click.option("--output", type=click.Path(path_type=Path), required=is_required, help=_OUTPUT),
        ]
        if format == "csv":
            options.append(click.option("--bom", is_flag=True, help=_BOM))
        for option in reversed(options):
            command = option(command)
        return command

    return add


_ENGAGEMENT = "只匯出此委外案，可重複 / only this engagement (supplier/engagement); may be repeated"
_CONFIDENTIAL = "含機密欄位（姓名、電話等），檔內會註明 / with confidential fields (names, phones); the file says so"
_OUTPUT = "寫入何處 / where to write"
_BOM = "加上 BOM，Excel 才認得 UTF-8 / begin with a BOM, by which Excel knows UTF-8"


def _export(
    format: str,
    as_of: date | None,
    at: str | None,
    staged: bool,
    root: str,
    engagements: tuple[str, ...],
    confidential: bool,
    output: Path | None,
    lang: str,
    bom: bool = False,
) -> int:
    from vendorbook.exports import export, gathered

    snapshot, rules = opened(root, at, staged=staged)
    day = as_of or today()
    material = gathered(snapshot, rules, day, engagements, confidential=confidential, told=told)
    files = export(material, lang, format, bom=bom)
    if output is None:
        click.echo(files[""].decode(), nl=False)
    else:
        _write(output, files)
    return status_of_a_list(material.verdict, lang, debug=debugging())


def _write(output: Path, files: Mapping[str, bytes]) -> None:
    """Writes the only file as `output`, or several into it, each whole or not at all."""
    from vendorbook.editing import disk

    if "" in files:
        disk.put(output, files[""])
        return
    output.mkdir(exist_ok=True)
    _refuse_others(output, set(files))
    for name, data in files.items():
        disk.put(output / name, data)


def _refuse_others(folder: Path, names: set[str]) -> None:
    """Whoever is handed the folder takes all in it for one export."""
    if others := sorted({each.name for each in folder.iterdir()} - names):
        listed = ", ".join(others[:3])
        english = f"--output {folder}: there are other files in the folder ({listed})"
        raise wrongly(f"--output {folder}：資料夾內已有其他檔案（{listed}）", english)
