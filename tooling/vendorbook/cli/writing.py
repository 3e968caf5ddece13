"""What the commands that write have in common: their options, what they ask, and what they tell afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from vendorbook.cli.asking import about_the_rules, as_of_option
from vendorbook.cli.judged import Judged, edited_at, whole
from vendorbook.cli.prompting import answer, of_type, truth
from vendorbook.cli.unsaid import language, today
from vendorbook.cli.wrongly import wrongly
from vendorbook.editing.desk import Desk
from vendorbook.editing.fields import Field, Fields
from vendorbook.editing.given import given, merged, put, value_of
from vendorbook.editing.patience import patiently
from vendorbook.model import LANGUAGES, CannotJudge, Finding, Plain, Text

F = TypeVar("F", bound=Callable[..., Any])
Values = dict[str, Plain]

_MOST_SHOWN = 20
"""Findings that are shown right after writing."""

_ALL = ("",)
"""Of a record all, where pointers say what something is about."""

_OPTIONS = (
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="FIELD=VALUE",
        help="欄位的值，可重複；@檔案 取檔案內容 / a field's value, may be repeated; @FILE takes what a file holds",
    ),
    click.option(
        "--by", metavar="STAFF", default="", help="經辦人代號（預設：git 身分）/ who is at work (git's identity)"
    ),
    as_of_option,
    click.option("--lang", type=click.Choice(LANGUAGES), default=language, help="語言 / language (VENDORBOOK_LANG)"),
)


def about_writing(command: F) -> F:
    """The options of every command that writes a record."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return about_the_rules(command)


def at_desk(root: str, how: dict[str, Any]) -> Desk:
    """What the command writes with."""
    from vendorbook.cli.opening import opened

    snapshot, rules = opened(root)
    day: date = how["as_of"] or today()
    return Desk(snapshot.root, rules, day, how["lang"], how["by"])


def stated(fields: Fields, settings: Sequence[str], options: dict[str, Any]) -> Values:
    """What the command line says: `--set`, and options that are each a field's; `options` by the field's way."""
    values = given(fields, settings)
    for name, said in options.items():
        if said is None or said == ():
            continue
        way = tuple(name.split("."))
        put(values, way, list(said) if isinstance(said, tuple) else value_of(fields.at(way), str(said)))
    return values


def completed(fields: Fields, known: Values, said: Values) -> Values:
    """What was stated with all that must be: asked for on a terminal; elsewhere it is told what is missing.

    Raises CannotJudge there.
    """
    missing = list(fields.required((), merged(known, said)))
    if not missing:
        return said
    if not sys.stdin.isatty():
        raise _missing(missing)
    for field in missing:
        put(said, map(str, field.way), _answer(field, fields))
    return said


def tell(root: str, desk: Desk, path: str, below: Sequence[str] = _ALL, then: str = "") -> int:
    """Says what was written, what is still missing of it, and what comes next.

    Of a part (`below` some pointers) also what falls due.
    """
    from vendorbook.cli.showing import report_of, show
    from vendorbook.reports.inert import line

    click.echo(desk.say(f"已寫入 {path}", f"wrote {path}"))
    try:
        snapshot, rules, verdict = patiently(lambda: _judged(root, desk, path, with_dues=below != _ALL))
    except (CannotJudge, OSError) as trouble:  # as where somebody else is writing just now: this file is kept
        why = trouble.message.in_(desk.lang) if isinstance(trouble, CannotJudge) else str(trouble)
        click.echo(desk.say("目前無法檢查：", "cannot look at it now: ") + line(why), err=True)
        return 0
    found = tuple(each for each in verdict.findings if _is_about(each, path, below))
    if found:
        click.echo(desk.say("還要補：", "still to be mended:"))
        report = report_of(verdict, snapshot, rules, ())
        show(report._replace(findings=found[:_MOST_SHOWN]), "one_line", desk.lang, colour=False)
        if len(found) > _MOST_SHOWN:
            rest = len(found) - _MOST_SHOWN
            click.echo(
                desk.say(f"另有 {rest} 項：vendorbook check {path}", f"and {rest} more: vendorbook check {path}")
            )
    for each in sorted(verdict.upcoming, key=lambda each: str(each.due)):
        if not _is_about(each, path, below):
            continue
        click.echo(f"{each.due}  {line(each.message.in_(desk.lang))}")
    click.echo(desk.say(f"下一步：{then}", f"next: {then}"))
    return 0


def _judged(root: str, desk: Desk, path: str, *, with_dues: bool) -> Judged:
    """What falls due later is kept of no record: where it is to be told, all is judged afresh."""
    edited = None if with_dues else edited_at(root, [str(desk.root / path)], desk.day)
    return edited or whole(root, None, desk.day, staged=False, afresh=with_dues)


def _is_about(finding: Finding, path: str, below: Sequence[str]) -> bool:
    return finding.location.path == path and any(
        not top or finding.pointer == top or finding.pointer.startswith(f"{top}/") for top in below
    )


def _answer(field: Field, fields: Fields) -> Plain:
    """The answer to one question, asked until it can be read."""
    title = f"{field.title}（{field.name}）" if fields.says_chinese else f"{field.title} ({field.name})"
    lang = "zh-TW" if fields.says_chinese else "en"
    if field.types == {"boolean"}:
        return answer(f"{title} (y/n)", lang, truth, usual="n")
    if field.choices:
        choices = click.Choice(field.choices)
        return str(answer(title, lang, of_type(choices), shown=choices))
    if "array" in field.types:
        return _listed(field, fields, title, lang)
    return answer(title, lang, lambda said: value_of(field, said))


def _listed(field: Field, fields: Fields, title: str, lang: str) -> Plain:
    """Several, with commas; `none: reason` where there is none; services by their types."""
    item = fields.items_of(field.way)
    choices = item.choices if item else fields.at((*field.way, 0)).choices
    said = answer(f"{title} {' '.join(choices)}".rstrip(), lang, lambda said: _several(said, choices))
    return [{"id": word, "type": word} for word in said] if item and isinstance(said, list) else said


def _several(said: str, choices: Sequence[str]) -> Plain:
    if said.startswith("none:"):
        return {"none": said.removeprefix("none:").strip()}
    words: list[Plain] = [word.strip() for word in said.replace("，", ",").replace("、", ",").split(",")]
    if unknown := ", ".join(str(word) for word in words if choices and word not in choices):
        raise wrongly(f"沒有這些選項：{unknown}", f"there is no such choice: {unknown}")
    return words


def _missing(fields: list[Field]) -> CannotJudge:
    listed = [f"--set {each.name}={'|'.join(each.choices) or '…'}  {each.title}" for each in fields]
    return CannotJudge(
        Text(
            f"還缺下列欄位，未寫入任何內容：{'；'.join(listed)}",
            f"these fields are missing, nothing was written: {'; '.join(listed)}",
        )
    )
