"""`vendorbook trail checkpoint`: a signed tag that says where the trail stands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from vendorbook.cli.asking import about_the_output, about_the_rules
from vendorbook.cli.completing import revisions
from vendorbook.model import TAIPEI, CannotJudge, Text


@click.command()
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="簽署用之 SSH 私鑰（Ed25519）/ the SSH key to sign with (Ed25519)",
)
@click.option(
    "--tip",
    default="HEAD",
    metavar="REV",
    shell_complete=revisions,
    help="檢查點之版本（預設 HEAD）/ the commit it is of (HEAD)",
)
@about_the_rules
@about_the_output
def checkpoint(key: Path | None, tip: str, root: str, lang: str, colour: str) -> int:  # noqa: ARG001
    """以標籤 checkpoint/<日期> 記下主線與證據之現況 / put down where the line and its evidence stand, as a tag.

    先驗證，有任何發現即不作成；標籤須另行推送（git push origin checkpoint/<日期>）。

    Verifies first, and makes none where anything is found. The tag is then to be pushed, and kept where the forge
    cannot reach it.
    """
    from vendorbook.cli.progress import told
    from vendorbook.cli.trail_opening import opened_trail
    from vendorbook.trail.checkpoints import PREFIX, make
    from vendorbook.trail.signatures import Signer
    from vendorbook.trail.verifying import Asked, verify

    signer = Signer.from_file(key) if key else None
    trail = opened_trail(root, tip)
    verdict = verify(trail, Asked(), told)
    if verdict.status:
        message = _NOT_FINE.in_(lang)
        click.echo(f"vendorbook: {message}", err=True)
        return verdict.status
    name = make(trail.root, verdict.checkpoint, datetime.now(TAIPEI).replace(microsecond=0), signer)
    if name is None:
        raise CannotJudge(Text(f"今日已有檢查點（{PREFIX}…）", f"there is a checkpoint of today already ({PREFIX}…)"))
    click.echo(name)
    return 0


_NOT_FINE = Text(
    "軌跡有發現或無法判斷之處，未作成檢查點；請先執行 vendorbook trail verify",
    "the trail is not fine, and no checkpoint was made; see vendorbook trail verify",
)
