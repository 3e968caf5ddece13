"""`vendorbook verify-pack`: is a pack as it was made, and does its history hold what it says?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vendorbook.cli.asking import debug_option, lang_option
from vendorbook.cli.unsaid import today

if TYPE_CHECKING:
    from vendorbook.pack.checking import Checked

_A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("verify-pack")
@click.argument("file", type=_A_FILE)
@click.option(
    "--allowed-signers",
    type=_A_FILE,
    metavar="FILE",
    help="可簽署者之公鑰，每行一把；須有其中之一的簽章 / public keys, one a line: one of them has to have signed",
)
@click.option(
    "--timestamp-ca",
    type=_A_FILE,
    metavar="FILE",
    help="時戳機構之根憑證（PEM）；須有其時戳 / the authority's root (PEM): a timestamp of its is required",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="輸出格式 / form")
@debug_option
@lang_option
def verify_pack(
    file: Path,
    allowed_signers: Path | None,
    timestamp_ca: Path | None,
    format_: str,
    lang: str,
) -> int:
    """檢查封存檔未經更動，且其 git 歷史與所載相符 / check a pack: nothing changed, and the history bears it out.

    逐檔比對雜湊值、清單、登錄冊與該提交之內容；有不同、多出或缺少者，列出檔名，離開狀態為 1。不需登錄冊，不會連線。

    Every file against its hash and the manifest, the register's files against the commit in the bundle, and the seals.
    What differs, is missing or is too much is named, and the exit status is 1. Needs no register and no network.
    """
    from vendorbook.pack.allowed import allowed_keys
    from vendorbook.pack.checking import Asked, checked

    keys = allowed_keys(allowed_signers) if allowed_signers else None
    found = checked(file, Asked(keys, timestamp_ca, today()))
    click.echo(_json(found) if format_ == "json" else "".join(f"{each}\n" for each in _lines(found, lang)), nl=False)
    return 1 if found.wrong else 0


def _lines(found: Checked, lang: str) -> list[str]:
    from vendorbook.reports import inert

    said = [
        f"{inert.path(each.path)}: {inert.line(each.zh_tw if lang == 'zh-TW' else each.en)}" for each in found.wrong
    ]
    said += [inert.line(each.in_(lang)) for each in found.notes]
    if found.manifest:
        facts = {name: inert.line(found.manifest[name]) for name in ("commit", "as_of", "tool")}
        said.append(_ABOUT[lang].format(**facts, files=found.files))
    if found.signed_by:
        said.append(_SIGNED[lang].format(who=inert.line(found.signed_by)))
    if found.is_timestamped:
        said.append(_STAMPED[lang])
    return [*said, _BROKEN[lang].format(count=len(found.wrong)) if found.wrong else _FINE[lang]]


def _json(found: Checked) -> str:
    from vendorbook.reports.inert import as_json

    manifest = found.manifest or {}
    wrong = [{"path": each.path, "message": {"zh-TW": each.zh_tw, "en": each.en}} for each in found.wrong]
    return as_json(
        {
            "format": "vendorbook/pack-check/v1",
            **{name: manifest.get(name) for name in ("tool", "commit", "as_of", "engagement")},
            "files": found.files,
            "signed_by": found.signed_by,
            "timestamped": found.is_timestamped,
            "wrong": wrong,
            "notes": [each.both() for each in found.notes],
        }
    )


_ABOUT = {
    "zh-TW": "提交 {commit}，基準日 {as_of}，vendorbook {tool}，{files} 個檔案",
    "en": "commit {commit}, as of {as_of}, vendorbook {tool}, {files} files",
}
_SIGNED = {"zh-TW": "由 {who} 簽署", "en": "signed by {who}"}
_STAMPED = {"zh-TW": "時戳無誤", "en": "the timestamp is good"}
_FINE = {"zh-TW": "封存檔無誤", "en": "the pack is as it was made"}
_BROKEN = {"zh-TW": "封存檔有誤：{count} 項", "en": "the pack is not as it was made: {count}"}
