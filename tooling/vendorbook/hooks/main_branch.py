"""How main may move: by merges alone, each of them judged, and nothing in it but what merging its parents comes to."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from vendorbook.cli import boundary
from vendorbook.git import CommitObject, Update, first_parents, read_commits
from vendorbook.model import Text

MASS_CHANGE = "mass-change"


def refusals(root: Path, update: Update) -> Iterator[Text]:
    """Why a push may not move main; `root` sees what was pushed. A main that does not exist yet begins as it is."""
    if update.creates:
        return
    line = first_parents(root, update.new)
    if update.old not in line:
        yield _leaves_the_line(update)
        return
    steps = read_commits(root, reversed(line[: line.index(update.old)]))
    direct = [step for step in steps if len(step.parents) != 2]
    yield from map(_is_no_merge, direct)
    if not direct:
        for merge in steps:
            yield from _judged(root, merge)


def _judged(root: Path, merge: CommitObject) -> Iterator[Text]:
    """What the gate says of a merge; its findings are printed where they are why."""
    base, head = merge.parents
    with TemporaryDirectory(prefix="vendorbook-gate-") as folder:
        json_ = Path(folder, "gate.json")
        command = ["gate", "--root", str(root), "--base", base, "--head", head, "--output", f"json={json_}", *_flags()]
        said = io.StringIO()
        with redirect_stdout(said):
            status = boundary.status([*command, "--format", "text"])
        if status != boundary.FINE:
            click.echo(said.getvalue(), nl=False)
            yield _was_refused(merge, status)
        elif json.loads(json_.read_bytes())["merged"] != merge.tree:
            yield _holds_more(merge)


def _flags() -> list[str]:
    """`git push --push-option=mass-change` says that the change is meant to touch many engagements."""
    count = os.environ.get("GIT_PUSH_OPTION_COUNT", "0")
    given = [os.environ.get(f"GIT_PUSH_OPTION_{number}") for number in range(int(count) if count.isdecimal() else 0)]
    return ["--mass-change"] if MASS_CHANGE in given else []


def _leaves_the_line(update: Update) -> Text:
    return Text(
        f"main 不可改寫：{update.new[:12]} 的第一父系沒有 main 現在的提交 {update.old[:12]}；"
        "請由 main 執行 git merge --no-ff <分支>",
        f"main must not be rewritten: {update.old[:12]}, where it is, is not on the first-parent line of "
        f"{update.new[:12]}; from main, git merge --no-ff <branch>",
    )


def _is_no_merge(commit: CommitObject) -> Text:
    return Text(
        f"{commit.id[:12]} 不是兩個上層提交的合併；main 只接受合併提交（git merge --no-ff），不接受直接推送",
        f"{commit.id[:12]} is no merge of two commits; main takes merge commits alone (git merge --no-ff), "
        "and no direct push",
    )


def _was_refused(merge: CommitObject, status: int) -> Text:
    if status == boundary.AT_FAULT:
        return Text(f"合併 {merge.id[:12]} 違反規則，見上", f"the merge {merge.id[:12]} breaks a rule: see above")
    return Text(
        f"合併 {merge.id[:12]} 無法判斷，見上（離開狀態 {status}）",
        f"the merge {merge.id[:12]} could not be judged: see above (exit status {status})",
    )


def _holds_more(merge: CommitObject) -> Text:
    return Text(
        f"合併 {merge.id[:12]} 的內容與合併其上層提交的結果不同；合併時不可夾帶變更",
        f"the merge {merge.id[:12]} holds something else than merging its parents comes to; nothing may slip in",
    )
