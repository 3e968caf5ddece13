"""`vendorbook export`: handing the register over."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click

from vendorbook.cli.app import Lazy


class Members(Lazy):
    """A member for each format that there is a writer for, and for each module of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        from vendorbook.exports import formats

        return sorted({*formats(), *_modules()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _modules():
            command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
            return command
        if cmd_name not in self.list_commands(ctx):
            return None
        from vendorbook.cli.export._tables import command_for

        return command_for(cmd_name)


def _modules() -> list[str]:
    return [each.name for each in iter_modules(__path__) if not each.name.startswith("_")]


@click.group(cls=Members)
def export() -> None:
    """匯出登錄冊、檢查表、缺失、到期事項與集中度 / hand over the register, its checklists and findings as files.

    供不使用本工具者查閱：試算表、CSV、JSON、日曆、OSCAL，以及檢查人員之封存檔。

    For those who do not use the tool: sheets, CSV, JSON, a calendar, OSCAL, and the pack for an examiner.
    """
