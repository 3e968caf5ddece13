"""Writes the pages on the commands, of what `--help` says: python -m tests.docs.commands_page"""

from __future__ import annotations

from collections.abc import Iterator

import click

from tests.docs.pages import DOCS, OTHER
from vendorbook.cli import speaking
from vendorbook.cli.app import app
from vendorbook.model import Text

_WIDTH = 100
_TITLE = Text("指令", "Commands")
_OTHER = Text(f"[English](commands{OTHER}.md)", "[中文](commands.md)")
_ABOUT = Text(
    "每個指令的 `--help`，照錄於此；加上 `--lang`，或設定環境變數 VENDORBOOK_LANG，即只顯示一種語言。\n"
    "要在 shell 自動完成指令與代號，見 `vendorbook completion`。",
    "What `--help` says of each command; with `--lang`, or VENDORBOOK_LANG in the environment, in one language.\n"
    "For a shell to complete commands and ids, see `vendorbook completion`.",
)


def page(lang: str) -> str:
    """The page in one language."""
    speaking.speak(lang)
    try:
        parts = [f"# {_TITLE.in_(lang)}", _OTHER.in_(lang), _ABOUT.in_(lang), *_of(app, None, "vendorbook")]
    finally:
        speaking.speak("")
    return "\n\n".join(parts) + "\n"


def _of(command: click.Command, above: click.Context | None, name: str) -> Iterator[str]:
    context = click.Context(command, above, name, terminal_width=_WIDTH, help_option_names=["-h", "--help"])
    level = "#" * (2 + (len(context.command_path.split()) > 2))
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield f"{level} {context.command_path}"
    yield f"```text\n{text}\n```"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            if below is not None:
                yield from _of(below, context, each)


if __name__ == "__main__":
    for language, ending in (("zh-TW", ""), ("en", OTHER)):
        (DOCS / f"commands{ending}.md").write_text(page(language), encoding="utf-8")
