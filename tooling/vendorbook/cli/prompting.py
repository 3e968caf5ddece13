"""Questions on a terminal, asked again until the answer can be taken; what is wrong with one is told first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from vendorbook.cli.usage_errors import LABEL, message
from vendorbook.cli.wrongly import wrongly
from vendorbook.model import CannotJudge, Text

T = TypeVar("T")

_GIVEN_UP = Text("已中斷，未寫入任何內容", "interrupted; nothing was written")


def answer(
    question: str, lang: str, read: Callable[[str], T], shown: click.Choice[str] | None = None, usual: str | None = None
) -> T:
    """What `read` makes of the answer: it raises UsageError or CannotJudge where it can make nothing of it.

    `shown` are the choices told beside the question, `usual` is what no answer means. Commands ask all before they
    write anything. Raises click.Abort where the user has had enough.
    """
    while True:
        try:
            return read(click.prompt(question, type=shown, default=usual, value_proc=str))
        except click.UsageError as error:
            _tell(message(click.UsageError(error.message), lang), lang)
        except CannotJudge as trouble:
            _tell(trouble.message.in_(lang), lang)
        except click.Abort:
            click.echo(f"\n{_GIVEN_UP.in_(lang)}", err=True)
            raise


def of_type(type: Any) -> Callable[[str], Any]:
    """Reads as an option of the type would be."""
    kind = click.types.convert_type(type)
    return lambda said: kind.convert(said, None, None)


def truth(said: str) -> bool:
    """Reads yes or no, 是 or 否."""
    from vendorbook.editing.repairs.spelling import respelt

    value = respelt(said, [{"type": "boolean"}])
    if not isinstance(value, bool):
        raise wrongly(f"{said!r} 須為是或否（y 或 n）", f"{said!r} is neither yes nor no (y or n)")
    return value


def _tell(why: str, lang: str) -> None:
    from vendorbook.reports.inert import line

    click.echo(LABEL[lang] + line(why))
