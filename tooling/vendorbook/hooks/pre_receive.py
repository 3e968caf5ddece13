"""`python -I -m vendorbook.hooks.pre_receive`: what git runs before a push counts. Exit status 0 lets it in.

Main moves on by merges alone, and each is judged by the rules of what it was merged into; the evidence is only added
to; checkpoints and reviews stay as they were made. Other branches are nobody's business here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from vendorbook.cli import streams
from vendorbook.cli.boundary import AT_FAULT, BUG, CANNOT_JUDGE, FINE
from vendorbook.git import Update, seen_by_hook, updates
from vendorbook.hooks import evidence, main_branch
from vendorbook.model import CannotJudge, Text
from vendorbook.reports.inert import line

MAIN = "refs/heads/main"
EVIDENCE = "refs/heads/evidence"
FIXED_TAGS = ("refs/tags/checkpoint/", "refs/tags/review/")
REPLACED = "refs/replace/"

Refusals = Iterator[Text]


def run() -> NoReturn:
    """The hook."""
    streams.prepare()
    sys.exit(status())


def status() -> int:
    """Judges what standard input tells of; what is refused, and why, is said on standard error in both languages."""
    try:
        refused = [refusal for update in updates(sys.stdin) for refusal in _refusals(update)]
    except CannotJudge as trouble:
        _say(trouble.message)
        return CANNOT_JUDGE
    except Exception as error:
        _say(Text(f"程式錯誤，推送未被接受：{error!r}", f"a bug, and nothing was taken: {error!r}"))
        return BUG
    for refusal in refused:
        _say(refusal)
    return AT_FAULT if refused else FINE


def _refusals(update: Update) -> Refusals:
    if update.ref.startswith(REPLACED):
        yield _replaces(update.ref)
    elif update.ref in (MAIN, EVIDENCE) or update.ref.startswith(FIXED_TAGS):
        yield from _refusals_of_kept(update)


def _refusals_of_kept(update: Update) -> Refusals:
    """What may be made once, and never be deleted."""
    if update.deletes:
        yield _deletes(update.ref)
    elif update.ref.startswith(FIXED_TAGS):
        if not update.creates:
            yield _moves(update.ref)
    else:
        judge: Callable[[Path, Update], Refusals] = main_branch.refusals if update.ref == MAIN else evidence.refusals
        with seen_by_hook(os.environ, update.new if update.creates else update.old) as root:
            yield from judge(root, update)


def _say(text: Text) -> None:
    sys.stdout.flush()
    for said in text:
        click.echo(f"vendorbook: {line(said)}", err=True)


def _deletes(ref: str) -> Text:
    return Text(f"不可刪除 {ref}", f"{ref} must not be deleted")


def _moves(ref: str) -> Text:
    return Text(f"{ref} 一經建立不可變更", f"{ref} stays as it was made")


def _replaces(ref: str) -> Text:
    return Text(f"不接受替換物件（{ref}）", f"replaced objects are not taken ({ref})")


if __name__ == "__main__":
    run()
