"""The commands by name, each imported only when it is called: start-up counts."""

from __future__ import annotations

from importlib import import_module

import click

from vendorbook import __version__

_COMMANDS = (
    "check",
    "gate",
    "diff",
    "trail",
    "due",
    "concentration",
    "new",
    "log",
    "assess",
    "access",
    "end",
    "fmt",
    "fix",
    "import",
    "export",
    "verify-pack",
    "site",
    "explain",
    "policies",
    "init",
    "demo",
    "doctor",
    "schema",
    "lsp",
    "completion",
)

_MODULES = {"import": "import_"}
"""Commands whose name is a word of Python's."""


class Lazy(click.Group):
    """A group whose members are imported when they are called, and not before."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, which does not know members that are not imported yet when it says what may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            known = self.list_commands(ctx)
            raise click.NoSuchCommand(error.command_name, possibilities=known, ctx=ctx) from None


class Commands(Lazy):
    """A group whose members live in modules of their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        name = _MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        command: click.Command = getattr(import_module(f"vendorbook.cli.{name}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, message="vendorbook %(version)s")
def app() -> None:
    """證券商資訊委外登錄冊：檢查紀錄是否符合自律規範。

    A register of IT outsourcing, kept as code and judged against the rules.

    \b
    離開狀態 / exit status
      0  沒有問題 / fine
      1  登錄冊有誤 / the register is at fault
      2  無法檢查（用法、設定、git）/ the run is at fault: asked wrongly, or unable to look
      3  vendorbook 本身的錯誤 / vendorbook is at fault
    """
