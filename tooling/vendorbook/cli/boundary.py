"""The one place where a failure becomes a message and an exit status.

    0  fine
    1  the register (or the change) is at fault
    2  the run is at fault: asked wrongly, or unable to look
    3  vendorbook is at fault
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import NoReturn

import click

from vendorbook.cli.app import app
from vendorbook.model import CannotJudge

FINE, AT_FAULT, CANNOT_JUDGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def run(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command line and exits with its status."""
    sys.exit(status(sys.argv[1:] if arguments is None else arguments))


def status(arguments: list[str]) -> int:
    """Runs a command line; what went wrong is told on stderr, never by a traceback without `--debug`."""
    try:
        result = app.main(arguments, prog_name="vendorbook", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return CANNOT_JUDGE
    except CannotJudge as trouble:
        return _cannot_judge(trouble)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has gone: keep the interpreter from complaining about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:
        return _bug(error, debug="--debug" in arguments)
    return result if isinstance(result, int) else FINE


def _cannot_judge(trouble: CannotJudge) -> int:
    from vendorbook.cli.asking import language
    from vendorbook.reports.inert import line

    spoken = language()
    at = trouble.location
    where = f"{line(at.path)}:{at.line}:{at.column}: " if at and not trouble.places else ""
    click.echo(f"vendorbook: {where}{line(trouble.message.in_(spoken))}", err=True)
    for place in trouble.places:
        at = place.location
        click.echo(f"  {line(at.path)}:{at.line}:{at.column}: {line(place.message.in_(spoken))}", err=True)
    return CANNOT_JUDGE


def _bug(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    click.echo(f"vendorbook: 程式錯誤（bug）: {type(error).__name__}: {error}", err=True)
    click.echo("加上 --debug 可看到完整內容 / run again with --debug to see where", err=True)
    return BUG
