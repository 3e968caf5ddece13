"""`vendorbook doctor`: are this machine and this clone fit to judge?"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Iterator

import click

from vendorbook.cli.asking import about_the_output, about_the_rules
from vendorbook.cli.opening import opened
from vendorbook.cli.unsaid import today
from vendorbook.model import CannotJudge, Text

Answer = tuple[bool, str]
_OLDEST_PYTHON = (3, 11)
_OLDEST_GIT = (2, 38)


@click.command()
@about_the_rules
@about_the_output
def doctor(root: str, lang: str, colour: str) -> int:  # noqa: ARG001
    """這台電腦與這份複本可否判斷 / are they fit to judge?

    有不足時離開狀態為 2 / exit status 2 where something is missing.
    """
    from vendorbook.reports.inert import line

    failed = False
    for name, ask in _questions(root):
        is_fine, said = _answer(ask, lang)
        failed |= not is_fine
        click.echo(f"{'✓' if is_fine else '✗'} {name.in_(lang)}: {line(said)}")
    return 2 if failed else 0


def _answer(ask: Callable[[], Answer], lang: str) -> Answer:
    try:
        return ask()
    except CannotJudge as trouble:
        at = trouble.location
        return False, trouble.message.in_(lang) + (f"（{at.path}:{at.line}:{at.column}）" if at else "")


def _questions(root: str) -> Iterator[tuple[Text, Callable[[], Answer]]]:
    yield Text("Python 版本（需 3.11 以上）", "Python (3.11 or later)"), _python
    yield Text("libyaml（讀取紀錄）", "libyaml (reads the records)"), _libyaml
    yield Text("格式檢查（日期、期間）", "formats are enforced (dates, periods)"), _formats
    yield Text("git（需 2.38 以上）", "git (2.38 or later)"), _git
    yield Text("登錄冊", "register"), lambda: _register(root)
    yield Text("完整的 git 歷史", "whole git history"), lambda: _history(root)
    yield Text("政策", "policies"), lambda: _policies(root)
    yield Text("今日（臺北）", "today (Taipei)"), lambda: (True, today().isoformat())


def _python() -> Answer:
    return sys.version_info >= _OLDEST_PYTHON, platform.python_version()


def _libyaml() -> Answer:
    import yaml

    return bool(yaml.__with_libyaml__), f"PyYAML {yaml.__version__}"


def _formats() -> Answer:
    from vendorbook.schema_check import formats_are_enforced

    return formats_are_enforced(), "jsonschema-rs, jsonschema"


def _git() -> Answer:
    from vendorbook.git import version

    if shutil.which("git") is None:
        return False, "–"
    found = version()
    return found >= _OLDEST_GIT, ".".join(map(str, found))


def _register(root: str) -> Answer:
    snapshot, _ = opened(root)
    count = sum(path.endswith("/engagement.yaml") for path in snapshot.files())
    return count > 0, f"{snapshot.root} ({count})"


def _history(root: str) -> Answer:
    from vendorbook.git import is_shallow

    snapshot, _ = opened(root)
    if snapshot.commit is None:
        return False, "–"
    return not is_shallow(snapshot.root), snapshot.commit


def _policies(root: str) -> Answer:
    rules = opened(root)[1]
    return True, f"{len(rules.book.policies)} ({rules.digest[:19]}…)"
