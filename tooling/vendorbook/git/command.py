"""Calls of git: fixed settings, arguments as a list, a time limit, and a message when one fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

from vendorbook.git.environment import SETTINGS, clean_environment
from vendorbook.git.head import is_bare
from vendorbook.model import CannotJudge, Text

if TYPE_CHECKING:
    from git.cmd import Git

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


def run(root: Path, *arguments: str, index: str | None = None, stdin: bytes | None = None) -> bytes:
    """The output of a call that has to succeed."""
    answer = ask(root, *arguments, index=index, stdin=stdin)
    if answer.status != 0:
        raise failure(root, answer.complaint)
    return answer.output


def ask(root: Path, *arguments: str, index: str | None = None, stdin: bytes | None = None) -> Answer:
    """What git answers, success or not; `stdin` is what it is given to read, nothing when there is none."""
    with _git(index) as git, _to_read(stdin) as read:
        status, output, complaint = git.execute(
            _command(root, arguments),
            istream=read,
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            kill_after_timeout=None if os.name == "nt" else _SECONDS,
        )
    return Answer(status, output, complaint)


def start(root: Path, *arguments: str) -> Process:
    """A git that reads questions and writes answers."""
    from subprocess import PIPE

    with _git() as git:
        return cast("Process", git.execute(_command(root, arguments), istream=PIPE, as_process=True))


@contextmanager
def _to_read(data: bytes | None) -> Iterator[BinaryIO | None]:
    """A file without a name: git reads it however large it is, while a pipe could make both wait for each other."""
    if data is None:
        yield None
        return
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        yield cast("BinaryIO", file)


@contextmanager
def _git(index: str | None = None) -> Iterator[Git]:
    """GitPython's command object in the clean environment, from its import on: that tries `git version`."""
    with clean_environment(index):
        try:
            from git.cmd import Git
            from git.exc import GitCommandNotFound
        except ImportError:
            raise CannotJudge(_NO_GIT) from None
        try:
            yield Git()
        except GitCommandNotFound:
            raise CannotJudge(_NO_GIT) from None


def failure(root: Path, complaint: str) -> CannotJudge:
    """Why git could not answer, in our words where we know the reason."""
    if "not a git repository" in complaint:
        return CannotJudge(_not_a_repository(root))
    if complaint.startswith("Timeout: "):
        return CannotJudge(_too_slow(root))
    lines = [line for line in complaint.split("\n") if line.strip()]
    reason = "".join(character for character in (lines or ["?"])[-1] if character.isprintable())[:300]
    return CannotJudge(Text(f"git 無法讀取 {root}：{reason}", f"git cannot read {root}: {reason}"))


def _command(root: Path, arguments: tuple[str, ...]) -> list[str]:
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    return ["git", *_place(root.absolute()), "--no-pager", *settings, *arguments]


def _place(root: Path) -> tuple[str, str]:
    """A folder that is a repository itself, as on a server, has to be named as one: git is told not to guess it.

    Within a work tree there is none: what looks like one came with the files, and brings its own settings.
    """
    return ("--git-dir", str(root)) if is_bare(root) else ("-C", str(root))


def _not_a_repository(root: Path) -> Text:
    return Text(
        f"{root} 不在 git 儲存庫內；請到登錄冊的儲存庫中執行，或先執行 git init",
        f"{root} is not in a git repository; run this inside the register's repository, or git init first",
    )


def _too_slow(root: Path) -> Text:
    return Text(
        f"git 未能在 {_SECONDS} 秒內讀完 {root}；請在較不忙碌時再試，或檢查磁碟",
        f"git did not get done with {root} in {_SECONDS} seconds; try again when the machine is less busy",
    )


_NO_GIT = Text(
    "找不到可用的 git；請安裝 git 2.30 以上版本",
    "there is no git that works; install git 2.30 or later",
)
