"""What commands ask their user in common, and how it is answered when the user says nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, TypeVar

import click

from vendorbook.cli.completing import revisions
from vendorbook.cli.speaking import Both
from vendorbook.cli.unsaid import language
from vendorbook.model import LANGUAGES, as_date

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = value if isinstance(value, date) else as_date(value)
        return day or self.fail(_no_date(value), param, ctx)


class Span(click.ParamType[timedelta]):
    """A stretch of days: 30d, 12w, 6m (of 30 days), 1y (of 365)."""

    name = "90d"
    _DAYS = MappingProxyType({"d": 1, "w": 7, "m": 30, "y": 365})

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        if isinstance(value, timedelta):
            return value
        number, unit = str(value)[:-1], str(value)[-1:].lower()
        if unit not in self._DAYS or not (number.isascii() and number.isdigit()) or len(number) > 4:
            self.fail(_no_span(value), param, ctx)
        return timedelta(days=int(number) * self._DAYS[unit])


def _no_date(value: Any) -> Both:
    return Both(f"{value!r} 不是日期（例：2026-11-22）", f"{value!r} is not a date like 2026-11-22")


def _no_span(value: Any) -> Both:
    return Both(f"{value!r} 不是期間（例：90d、12w、6m、1y）", f"{value!r} is not a span like 90d, 12w, 6m or 1y")


def about_the_register(command: F) -> F:
    """The options that choose what is judged, and as of when."""
    for option in reversed(_REGISTER_OPTIONS):
        command = option(command)
    return about_the_rules(command)


def about_the_rules(command: F) -> F:
    """The options of every command that opens a register."""
    for option in reversed(_RULES_OPTIONS):
        command = option(command)
    return command


def about_the_output(command: F) -> F:
    """The options that choose the language and colour of what is printed."""
    for option in reversed(_OUTPUT_OPTIONS):
        command = option(command)
    return command


also_written = click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="另存一份，可重複 / also write a file in a format; may be repeated",
)
"""The option of commands whose output may be wanted in several forms at once."""

lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=language, help="語言 / language (VENDORBOOK_LANG)"
)
"""The option of commands whose output is in a language."""

as_of_option = click.option(
    "--as-of", type=Day(), help="以哪一天為準（預設：臺北今日）/ judge as of this day (today in Taipei)"
)
"""The option of commands that judge on a day."""

_DEBUG = "vendorbook.debug"


def _remember(context: click.Context, _option: click.Parameter, value: bool) -> None:
    context.meta[_DEBUG] = value


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="出錯時顯示完整追蹤 / show tracebacks",
)
"""The option that every command has, and hardly any asks about: the boundary does (`debugging`)."""


def debugging() -> bool:
    """Whether tracebacks are asked for."""
    return bool(click.get_current_context().meta.get(_DEBUG))


_REGISTER_OPTIONS = (
    as_of_option,
    click.option(
        "--at",
        metavar="REV",
        shell_complete=revisions,
        help="檢查某個 git 版本的登錄冊 / judge the register as it was at a commit",
    ),
    click.option("--staged", is_flag=True, help="檢查即將提交的內容（git 索引）/ judge what is about to be committed"),
)

_RULES_OPTIONS = (
    click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False),
        default=".",
        help="登錄冊所在資料夾（預設：由此向上找）/ a folder of the register (default: here, or above)",
    ),
    debug_option,
)

_OUTPUT_OPTIONS = (
    lang_option,
    click.option(
        "--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="顏色 / colour"
    ),
)
