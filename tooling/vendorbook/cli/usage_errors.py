"""What is told of a command line that was asked wrongly: click's own texts in both languages.

click asks `gettext` for them, which is the whole process's and goes by its locale; so they stand here beside ours.
"""

from __future__ import annotations

import re
from string import Formatter

import click

from vendorbook.cli.speaking import Both

_SAID = (
    ("{said} Did you mean {possibility}?", "{said}；是否為 {possibility}？"),
    ("{said} (Did you mean one of: {possibilities}?)", "{said}；是否為其中之一：{possibilities}？"),
    ("No such option {name!r}.", "沒有 {name} 這個選項"),
    ("No such command {name!r}.", "沒有 {name} 這個指令"),
    ("Missing command.", "缺少指令"),
    ("Missing argument {hint}. Choose from:\n  {choices}", "缺少引數 {hint}，須為其中之一：\n  {choices}"),
    ("Missing argument {hint}.", "缺少引數 {hint}"),
    ("Missing option {hint}. Choose from:\n  {choices}", "缺少選項 {hint}，須為其中之一：\n  {choices}"),
    ("Missing option {hint}.", "缺少選項 {hint}"),
    ("Option {name!r} requires an argument.", "選項 {name} 須有值"),
    ("Option {name!r} does not take a value.", "選項 {name} 不接受值"),
    ("Got unexpected extra argument ({args})", "多出的引數：{args}"),
    ("Got unexpected extra arguments ({args})", "多出的引數：{args}"),
    ("Invalid value for {param_hint}: {said}", "{param_hint} 的值不對：{said}"),
    ("Invalid value: {said}", "值不對：{said}"),
    ("{value!r} is not one of {choices}.", "{value} 須為其中之一：{choices}"),
    ("{value!r} is not {choice!r}.", "{value} 須為 {choice}"),
    ("{value!r} is not a valid {said}.", "{value} 不是{said}"),
    ("{value} is not in the range {range}.", "{value} 不在 {range} 之內"),
    ("{said} {filename!r} does not exist.", "{said} {filename} 不存在"),
    ("{said} {filename!r} is a file.", "{said} {filename} 是檔案"),
    ("{said} {filename!r} is a directory.", "{said} {filename} 是資料夾"),
    ("{said} {filename!r} is not readable.", "{said} {filename} 無法讀取"),
    ("Directory", "資料夾"),
    ("File", "檔案"),
    ("Path", "路徑"),
    ("integer range", "整數"),
)
"""What click says, as it stands in click, and the same in Chinese. What `{said}` stands for is looked up in turn."""

LABEL = {"": "Error: ", "zh-TW": "錯誤：", "en": "Error: "}


def told(error: click.ClickException, lang: str) -> str:
    """The usage, where there is more help, and what was wrong; in both languages where `lang` is empty."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    return _usage(error, lang) + LABEL[lang] + message(error, lang)


def message(error: click.ClickException, lang: str) -> str:
    """What was wrong, without more."""
    said, own = error.format_message().replace("\n\t", "\n  "), error.message
    chinese, english = (said.replace(own, half) for half in own.text) if isinstance(own, Both) else (said, said)
    return Both(_in_chinese(chinese), english).in_(lang)


def _usage(error: click.ClickException, lang: str) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return ""
    command = f"{context.command_path} {max(context.help_option_names, key=len)}"
    hint = Both(f"說明請見 '{command}'", f"Try '{command}' for help.")
    return f"{context.get_usage()}\n{hint.in_(lang)}\n\n"


def _in_chinese(said: str) -> str:
    """What click would have said in Chinese; what it does not say is left as it is."""
    for english, chinese in _SAID:
        if found := _as_pattern(english).fullmatch(said):
            parts = found.groupdict()
            return chinese.format_map(parts | {"said": _in_chinese(parts.get("said", ""))})
    return said


def _as_pattern(template: str) -> re.Pattern[str]:
    parts = Formatter().parse(template)
    return re.compile("".join(re.escape(text) + _filled(name, form) for text, name, _, form in parts), re.DOTALL)


def _filled(name: str | None, form: str | None) -> str:
    """What may stand for `{name}`: with `!r` something quoted."""
    anything = r"['\"].+?['\"]" if form else ".+?"
    return f"(?P<{name}>{anything})" if name else ""
