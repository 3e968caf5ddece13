"""`vendorbook lsp`: findings, explanations and completion in the editor, while typing."""

from __future__ import annotations

import sys
from datetime import date

import click

from vendorbook.cli.asking import as_of_option, debug_option, debugging
from vendorbook.cli.unsaid import today
from vendorbook.cli.wrongly import wrongly
from vendorbook.model import LANGUAGES


@click.command()
@as_of_option
@click.option("--lang", type=click.Choice(LANGUAGES), help="語言（預設：編輯器的語言）/ language (the editor's)")
@debug_option
@click.pass_context
def lsp(context: click.Context, as_of: date | None, lang: str | None) -> int:
    """編輯器的語言伺服器，以標準輸入輸出通訊 / a language server for editors, over standard input and output.

    由編輯器啟動，不由人直接執行 / an editor starts it, nobody runs it by hand. See docs/editor.md.
    """
    try:
        from vendorbook.lsp.server import own_output, serve
        from vendorbook.lsp.session import Options
    except ModuleNotFoundError as missing:
        raise _missing(missing.name) from None
    _keep_quiet(debug=debugging())
    app = context.find_root().command
    commands = app.list_commands(context) if isinstance(app, click.Group) else []
    options = Options(lang, (lambda: as_of) if as_of else today, "assess" in commands)
    said_so = serve(options, sys.stdin.buffer, own_output())
    return 0 if said_so else 2


def _missing(name: str | None) -> Exception:
    how = "pip install 'vendorbook[lsp]'"
    return wrongly(f"缺少 pygls（{name}）；請安裝：{how}", f"pygls is missing ({name}); install it with: {how}")


def _keep_quiet(*, debug: bool) -> None:
    """What the protocol's library logs quotes whole messages, and so whole records."""
    import logging

    logging.basicConfig(level=logging.DEBUG if debug else logging.CRITICAL + 1)
