"""The one place where a failure becomes a message and an exit status.

0  fine
1  the register (or the change) is at fault
2  the run is at fault: asked wrongly, or unable to look
3  vendorbook is at fault
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from itertools import pairwise
from typing import NoReturn

from vendorbook.cli import plain, streams
from vendorbook.cli.checking import checked
from vendorbook.model import LANGUAGES, CannotJudge

FINE, AT_FAULT, CANNOT_JUDGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def run(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command line and exits with its status."""
    streams.prepare()
    _leave(status(sys.argv[1:] if arguments is None else arguments))


def _leave(ended: int) -> NoReturn:
    """Ends the process at once: to take apart all that it holds, value by value, is of no use to anybody."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(ended)


def status(arguments: list[str]) -> int:
    """Runs a command line; what went wrong is told on stderr, never by a traceback without `--debug`."""
    debug = "--debug" in arguments
    try:
        asked = plain.understood(arguments)
        result = checked(asked) if asked else _through_click(arguments)
        sys.stdout.flush()
    except CannotJudge as trouble:
        return _cannot_judge(trouble, _language(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _no_way_in_or_out(error, debug=debug)
    except Exception as error:
        return _of_click(error, _asked_language(arguments)) if _is_of_click(error) else _bug(error, debug=debug)
    return result if isinstance(result, int) else FINE


def _through_click(arguments: list[str]) -> object:
    from vendorbook.cli import speaking
    from vendorbook.cli.app import app

    speaking.speak(_asked_language(arguments))
    return app.main(arguments, prog_name="vendorbook", standalone_mode=False)


def _is_of_click(error: Exception) -> bool:
    """Nobody has raised one where click was not imported."""
    click = sys.modules.get("click")
    return click is not None and isinstance(error, click.ClickException | click.Abort)


def _language(arguments: list[str]) -> str:
    """The language asked for, known also when the command line has been left already."""
    return _asked_language(arguments) or LANGUAGES[0]


def _asked_language(arguments: list[str]) -> str:
    """The one that `--lang` or the environment names; empty where neither does."""
    asked = [after for before, after in pairwise(arguments) if before == "--lang"]
    asked += [each.removeprefix("--lang=") for each in arguments]
    asked.append(os.environ.get("VENDORBOOK_LANG", ""))
    return next((each for each in asked if each in LANGUAGES), "")


def _of_click(error: Exception, language: str) -> int:
    import click

    from vendorbook.cli.usage_errors import told
    from vendorbook.reports.inert import lines

    if not isinstance(error, click.ClickException):
        return INTERRUPTED
    print("\n".join(lines(told(error, language))), file=sys.stderr)
    return CANNOT_JUDGE


def _cannot_judge(trouble: CannotJudge, language: str) -> int:
    from vendorbook.reports.inert import line

    at = trouble.location
    where = f"{line(at.path)}:{at.line}:{at.column}: " if at and not trouble.places else ""
    print(f"vendorbook: {where}{line(trouble.message.in_(language))}", file=sys.stderr)
    for place in trouble.places:
        at = place.location
        print(f"  {line(at.path)}:{at.line}:{at.column}: {line(place.message.in_(language))}", file=sys.stderr)
    return CANNOT_JUDGE


def _no_way_in_or_out(error: OSError, *, debug: bool) -> int:
    """A full disk, a folder where a file should be written, no permission: nothing that vendorbook could mend."""
    from vendorbook.reports.inert import line

    if debug:
        _show_where(error)
    print(f"vendorbook: 無法讀寫 / cannot read or write: {line(str(error))}", file=sys.stderr)
    streams.give_up_unwritten()
    return CANNOT_JUDGE


def _bug(error: Exception, *, debug: bool) -> int:
    from vendorbook.reports.inert import line

    if debug:
        _show_where(error)
    print(f"vendorbook: 程式錯誤（bug）: {type(error).__name__}: {line(str(error))}", file=sys.stderr)
    print("加上 --debug 可看到完整內容 / run again with --debug to see where", file=sys.stderr)
    return BUG


def _show_where(error: Exception) -> None:
    from traceback import print_exception

    print_exception(error)
