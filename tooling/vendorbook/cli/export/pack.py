"""`vendorbook export pack`: what an examiner takes away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from vendorbook.cli.asking import about_the_rules, as_of_option, debugging, lang_option
from vendorbook.cli.progress import told
from vendorbook.cli.unsaid import today

_A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("engagement", required=False, metavar="[ENGAGEMENT]")
@as_of_option
@click.option("--at", default="HEAD", metavar="REV", help="封存哪個 git 版本（預設 HEAD）/ of which commit (HEAD)")
@click.option(
    "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="寫入何處 / where to write"
)
@click.option(
    "--sign", type=_A_FILE, metavar="KEY", help="簽署用之 SSH 私鑰（Ed25519）/ the SSH key to sign with (Ed25519)"
)
@click.option(
    "--timestamp-response",
    type=_A_FILE,
    metavar="FILE",
    help="時戳機構對 SHA256SUMS.tsq 之回覆 / an authority's answer to the SHA256SUMS.tsq of the same pack",
)
@about_the_rules
@lang_option
def pack(
    engagement: str | None,
    as_of: date | None,
    at: str,
    output: Path,
    sign: Path | None,
    timestamp_response: Path | None,
    root: str,
    lang: str,
) -> int:
    """供檢查人員攜回之封存檔：全部，或一個委外案 / what an examiner takes away: the whole, or one engagement's.

    登錄冊於該提交之內容、佐證與雜湊值、日誌、發現、到期事項、檢查表、變更軌跡及其等級、證明用之 git 歷史、政策，
    以及只用 git 與 Python 之驗證方法。
    同樣的提交、基準日與版本得到相同的位元組；一個委外案之封存檔仍含全部 git 歷史。

    The register as it was at a commit, evidence with hashes, journal, findings, due list, checklists, the trail with
    its levels, the git history that proves it, policies, and how to check all that with git and Python alone. Always
    the whole history, also with one engagement. The exit status is that of a list: 1 where files cannot be judged.
    """
    from vendorbook.cli.trail_opening import opened_trail
    from vendorbook.cli.troubles import status_of_a_list
    from vendorbook.editing.disk import expect_folder
    from vendorbook.pack.archive import write
    from vendorbook.pack.contents import contents
    from vendorbook.pack.sealing import sealed
    from vendorbook.trail.signatures import Signer

    expect_folder(output)
    signer = Signer.from_file(sign) if sign else None
    trail = opened_trail(root, at)
    made = contents(trail, as_of or today(), engagement, told)
    files = sealed(made.files, signer, timestamp_response)
    write(output, files, made.when)
    click.echo(_summary(files, made.trail is not None, trail.line.tip, lang))
    status = status_of_a_list(made.verdict, lang, debug=debugging())
    return 3 if made.trail is not None and made.trail.crashed else status


def _summary(files: dict[str, bytes], has_trail: bool, commit: str, lang: str) -> str:
    from hashlib import sha256

    from vendorbook.pack.verify import SUMS

    said = _SAID[lang].format(files=len(files), commit=commit[:12], sums=sha256(files[SUMS]).hexdigest())
    return said if has_trail else f"{said}\n{_NO_TRAIL[lang]}"


_SAID = {
    "zh-TW": "已封存 {files} 個檔案（提交 {commit}）\nSHA256SUMS 之 SHA-256，請以其他管道告知收受者：\n{sums}",
    "en": "packed {files} files (commit {commit})\nthe SHA-256 of SHA256SUMS, to be told by another way:\n{sums}",
}
_NO_TRAIL = {
    "zh-TW": "起點之後沒有任何合併，故無變更軌跡",
    "en": "nothing has been merged since the start, so there is no trail in it",
}
