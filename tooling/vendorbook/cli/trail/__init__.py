"""`vendorbook trail`: proof, afterwards, of how the register came to be what it is (design, section 6)."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click

from vendorbook.cli.app import Lazy


class Members(Lazy):
    """A group whose members are the modules of this folder, each with the command of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(each.name for each in iter_modules(__path__) if not each.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Members)
def trail() -> None:
    """變更軌跡：記錄與證明每次合併之審查 / how every change was reviewed: recorded, and proved afterwards."""
