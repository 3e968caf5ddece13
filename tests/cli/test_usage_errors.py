"""A command line that was asked wrongly: told in the language asked for, in both where none is; exit status 2."""

from __future__ import annotations

import re
from collections.abc import Callable

import click
import pytest

from tests.cli.running import Ran
from tests.cli.small import FIRM, OnDisk
from vendorbook.cli.usage_errors import message

Run = Callable[..., Ran]

KINDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "no such option": (("check", "--zzz"), "沒有 '--zzz' 這個選項", "No such option '--zzz'."),
    "an option nearly right": (
        ("check", "--as_of", "2026-11-22"),
        "沒有 '--as_of' 這個選項；是否為 '--as-of'？",
        "No such option '--as_of'. Did you mean '--as-of'?",
    ),
    "several options near": (
        ("new", "supplier", "x", "--names"),
        "沒有 '--names' 這個選項；是否為其中之一：'--name', '--name-en'？",
        "No such option '--names'. (Did you mean one of: '--name', '--name-en'?)",
    ),
    "no such command": (("zzz",), "沒有 'zzz' 這個指令", "No such command 'zzz'."),
    "a command nearly right": (
        ("chekc",),
        "沒有 'chekc' 這個指令；是否為 'check'？",
        "No such command 'chekc'. Did you mean 'check'?",
    ),
    "a command of a group nearly right": (
        ("trail", "shw"),
        "沒有 'shw' 這個指令；是否為 'show'？",
        "No such command 'shw'. Did you mean 'show'?",
    ),
    "no argument": (("explain",), "缺少引數 'NAME'", "Missing argument 'NAME'."),
    "no argument of a few": (
        ("completion",),
        "缺少引數 '{bash|zsh|fish}'，須為其中之一：\n  bash,\n  zsh,\n  fish",
        "Missing argument '{bash|zsh|fish}'. Choose from:\n  bash,\n  zsh,\n  fish",
    ),
    "no option that must be": (("new", "waiver", "x"), "缺少選項 '--policy'", "Missing option '--policy'."),
    "an argument too many": (("explain", "A5.4", "b c"), "多出的引數：b c", "Got unexpected extra argument (b c)"),
    "two arguments too many": (("explain", "a", "b", "c"), "多出的引數：b c", "Got unexpected extra arguments (b c)"),
    "no value": (("check", "--at"), "選項 '--at' 須有值", "Option '--at' requires an argument."),
    "a value where none is": (
        ("check", "--staged=1"),
        "選項 '--staged' 不接受值",
        "Option '--staged' does not take a value.",
    ),
    "none of a few": (
        ("check", "--color", "red"),
        "'--color' 的值不對：'red' 須為其中之一：'auto', 'always', 'never'",
        "Invalid value for '--color': 'red' is not one of 'auto', 'always', 'never'.",
    ),
    "no number": (
        ("trail", "record", "--max-wait", "x"),
        "'--max-wait' 的值不對：'x' 不是整數",
        "Invalid value for '--max-wait': 'x' is not a valid integer range.",
    ),
    "a number too small": (
        ("trail", "record", "--max-wait", "-3"),
        "'--max-wait' 的值不對：-3 不在 0<=x<=86400 之內",
        "Invalid value for '--max-wait': -3 is not in the range 0<=x<=86400.",
    ),
    "no folder": (
        ("check", "--root", "nope"),
        "'--root' 的值不對：資料夾 'nope' 不存在",
        "Invalid value for '--root': Directory 'nope' does not exist.",
    ),
    "a file for a folder": (
        ("check", "--root", FIRM),
        f"'--root' 的值不對：資料夾 '{FIRM}' 是檔案",
        f"Invalid value for '--root': Directory '{FIRM}' is a file.",
    ),
    "a folder for a file": (
        ("verify-pack", "vendors"),
        "'FILE' 的值不對：檔案 'vendors' 是資料夾",
        "Invalid value for 'FILE': File 'vendors' is a directory.",
    ),
    "our own, of a value": (
        ("check", "--as-of", "a / b"),
        "'--as-of' 的值不對：'a / b' 不是日期（例：2026-11-22）",
        "Invalid value for '--as-of': 'a / b' is not a date like 2026-11-22",
    ),
    "our own": (("check", "no / where"), "沒有 no / where", "there is no no / where"),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_what_was_wrong_is_told_in_one_language(
    lang: str, name: str, register: OnDisk, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VENDORBOOK_LANG", lang)
    command, chinese, english = KINDS[name]
    ran = vendorbook(*command)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith(f"錯誤：{chinese}\n" if lang == "zh-TW" else f"Error: {english}\n")
    around = ran.err.removesuffix(f"{chinese}\n").removesuffix(f"{english}\n")
    assert not re.search(r"Usage|Try|for help|Error" if lang == "zh-TW" else r"[\u4e00-\u9fff]", around)


@pytest.mark.parametrize("name", KINDS)
def test_in_both_where_none_was_asked_for(name: str, register: OnDisk, vendorbook: Run) -> None:
    command, chinese, english = KINDS[name]
    ran = vendorbook(*command)

    assert (ran.status, ran.out) == (2, "")
    assert re.sub(r"）/ ", "） / ", ran.err).endswith(f"Error: {chinese} / {english}\n")


def test_an_option_names_the_language(register: OnDisk, vendorbook: Run) -> None:
    told = (
        "用法：vendorbook check [OPTIONS] [PATHS]...\n說明請見 'vendorbook check --help'\n\n錯誤：沒有 '--x' 這個選項\n"
    )
    assert vendorbook("check", "--lang", "zh-TW", "--x") == (2, "", told)


def test_where_to_find_help_is_told_in_both(register: OnDisk, vendorbook: Run) -> None:
    hint = "說明請見 'vendorbook check --help' / Try 'vendorbook check --help' for help."
    assert hint in vendorbook("check", "--x").err.splitlines()


def test_no_command_is_told_by_the_help(vendorbook: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDORBOOK_LANG", "zh-TW")
    ran = vendorbook("trail")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("用法：vendorbook trail")
    assert "指令:" in ran.err


@pytest.mark.parametrize(("lang", "said"), [("zh-TW", "'fr' 須為 'both'"), ("en", "'fr' is not 'both'.")])
def test_not_the_only_one_that_there_is(lang: str, said: str) -> None:
    """No command has such an option today."""
    with pytest.raises(click.BadParameter) as refused:
        click.Choice(["both"]).convert("fr", None, None)
    assert message(refused.value, lang).endswith(said)
