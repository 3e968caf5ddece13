"""Calls of git: fixed settings, arguments as a list, a time limit, and a message when one fails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, cast

from vendorbook.git.environment import SETTINGS, clean_environment
from vendorbook.model import CannotJudge, Text

_SECONDS = 60


class Answer(NamedTuple):
    """What a call of git came to."""

    status: int
    output: bytes
    complaint: str


class Process(Protocol):
    """A git that goes on answering, until nobody refers to it."""

    stdin: BinaryIO
    stdout: BinaryIO


def run(root: Path, *arguments: str, index: str | None = None) -> bytes:
    """The output of a call that has to succeed."""
    answer = ask(root, *arguments, index=index)
    if answer.status != 0:
        raise failure(root, answer.complaint)
    return answer.output


def ask(root: Path, *arguments: str, index: str | None = None) -> Answer:
    """What git answers, success or not."""
    with clean_environment(index):
        from git.cmd import Git
        from git.exc import GitCommandNotFound

        try:
            status, output, complaint = Git().execute(
                _command(root, arguments),
                with_extended_output=True,
                with_exceptions=False,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                kill_after_timeout=None if os.name == "nt" else _SECONDS,
            )
        except GitCommandNotFound:
            raise CannotJudge(_NO_GIT) from None
    return Answer(status, output, complaint)


def start(root: Path, *arguments: str) -> Process:
    """A git that reads questions and writes answers."""
    with clean_environment():
        from subprocess import PIPE

        from git.cmd import Git
        from git.exc import GitCommandNotFound

        try:
            return cast("Process", Git().execute(_command(root, arguments), istream=PIPE, as_process=True))
        except GitCommandNotFound:
            raise CannotJudge(_NO_GIT) from None


def failure(root: Path, complaint: str) -> CannotJudge:
    """Why git could not answer, in our words where we know the reason."""
    if "not a git repository" in complaint:
        return CannotJudge(_not_a_repository(root))
    lines = [line for line in complaint.splitlines() if line.strip()]
    reason = "".join(character for character in (lines or ["?"])[-1] if character.isprintable())[:300]
    return CannotJudge(Text(f"git 無法讀取 {root}：{reason}", f"git cannot read {root}: {reason}"))


def _command(root: Path, arguments: tuple[str, ...]) -> list[str]:
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    return ["git", "-C", str(root.absolute()), "--no-pager", *settings, *arguments]


def _not_a_repository(root: Path) -> Text:
    return Text(
        f"{root} 不在 git 儲存庫內；請到登錄冊的儲存庫中執行，或先執行 git init",
        f"{root} is not in a git repository; run this inside the register's repository, or git init first",
    )


_NO_GIT = Text("找不到 git；請安裝 git 2.30 以上版本", "there is no git; install git 2.30 or later")
