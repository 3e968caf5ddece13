"""`vendorbook init`: a register of one's own."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from vendorbook.cli.asking import Day, debug_option
from vendorbook.cli.prompting import answer, of_type
from vendorbook.cli.unsaid import language, today
from vendorbook.cli.wrongly import wrongly
from vendorbook.model import LANGUAGES, CannotJudge, Text

_ROLES = ("project-owner", "assessor", "unit-head")
_UNITS = ("it", "security", "business", "audit", "management", "other")
_FORGES = ("github", "gitlab", "gitea", "none")


class Question(NamedTuple):
    """What is asked where no option answers it; `usual` is taken where nobody can be asked."""

    name: str
    text: Text
    type: Any = None
    usual: str | None = None


_QUESTIONS = (
    Question("name", Text("公司中文名稱", "the firm's name in Chinese")),
    Question("name_en", Text("公司英文名稱", "the firm's name in English")),
    Question("registration_number", Text("統一編號（八碼）", "registration number (eight digits)")),
    Question("class", Text("第一類或第二類證券商", "class of the firm"), click.Choice(["1", "2"])),
    Question("class_since", Text("該類別自何日起", "of that class since"), Day()),
    Question("class_basis", Text("該類別之依據", "what the class rests on")),
    Question("foreign", Text("是否外國證券商", "a foreign firm?"), click.Choice(["no", "yes"]), "no"),
    Question("foreign_basis", Text("是否外國證券商之依據", "what that rests on")),
    Question("bound_from", Text("自律規範自何日起適用", "the rules bind the firm from"), Day()),
    Question("staff_name", Text("您的姓名", "your name")),
    Question("staff_id", Text("您的人員代號", "your staff id"), None, "s-0001"),
    Question("unit", Text("您的單位", "your unit")),
    Question("unit_kind", Text("單位種類", "kind of unit"), click.Choice(_UNITS), "it"),
    Question("forge", Text("程式碼平台", "forge"), click.Choice(_FORGES), "github"),
)


def _options(command: Any) -> Any:
    for each in reversed(_QUESTIONS):
        help = f"{each.text.zh_tw} / {each.text.en}" + (f" ({each.usual})" if each.usual else "")
        option = f"--{each.name.replace('_', '-')}"
        command = click.option(option, f"answer_{each.name}", type=each.type, help=help)(command)
    return command


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path())
@_options
@click.option("--role", "roles", multiple=True, help="您的職責，可重複 / your roles, repeatable")
@click.option("--email", help="提交所用信箱（預設：git 身分）/ address of your commits (git's identity)")
@click.option("--wheel", type=click.Path(exists=True, dir_okay=False), help="供工作流程安裝 / for the workflows")
@debug_option
@click.option("--lang", type=click.Choice(LANGUAGES), default=language, help="語言 / language (VENDORBOOK_LANG)")
def init(folder: str, wheel: str | None, lang: str, **how: Any) -> int:
    """在空資料夾建立自己的登錄冊 / a register of one's own in an empty folder.

    公司概況、人員、系統、範例供應商與委外案、git 儲存庫與檢查用的 hook；不提交任何內容。
    問題只在終端機上提出，每一題都有選項可代答。

    The firm's profile, people, systems, an example supplier and engagement as drafts, a git repository whose hook
    judges each commit; nothing is committed. Questions are asked on a terminal only, and each has an option.
    """
    from vendorbook.git import refuse_non_empty
    from vendorbook.starting import begin

    place = Path(folder)
    refuse_non_empty(place)  # before anybody is asked anything
    paths = begin(place, _answers(how, place, lang), lang, _wheel(wheel))
    click.echo(_SAID[lang].format(folder=_shown(folder), count=len(paths)))
    for line in (f"cd {_shown(folder)}", "vendorbook check", 'git commit -m "The register begins"'):
        click.echo(f"  {line}")
    return 0


def _answers(how: dict[str, Any], folder: Path, lang: str) -> Any:
    from vendorbook.starting import Answers

    who = _who(folder)
    usual = {"staff_name": who[0]} if who else {}
    said = _asked({each.name: how[f"answer_{each.name}"] for each in _QUESTIONS}, usual, lang)
    return Answers(
        **{name: str(value) for name, value in said.items() if name not in ("class", "foreign")},
        class_=int(said["class"]),
        foreign=said["foreign"] == "yes",
        roles=how["roles"] or _ROLES,
        email=how["email"] or (who[1] if who else ""),
        today=today().isoformat(),
    )


def _asked(said: dict[str, Any], usual: dict[str, str], lang: str) -> dict[str, Any]:
    """Every answer: by option, by asking, or the usual one. Raises CannotJudge where nobody can be asked for one."""
    missing: list[Question] = []
    for each in _QUESTIONS:
        if said[each.name] is not None:
            continue
        default = each.usual or usual.get(each.name)
        if sys.stdin.isatty():
            shown = each.type if isinstance(each.type, click.Choice) else None
            said[each.name] = answer(each.text.in_(lang), lang, of_type(each.type), shown=shown, usual=default)
        elif default is None:
            missing.append(each)
        else:
            said[each.name] = default
    if missing:
        raise CannotJudge(_missing(missing))
    return said


def _who(folder: Path) -> tuple[str, str] | None:
    """Name and address of git's identity, asked where the register will be."""
    from vendorbook import git

    there = next((each for each in (folder.absolute(), *folder.absolute().parents) if each.is_dir()), Path.cwd())
    who = git.who_writes(there)
    return (who.name, who.email) if who else None


def _wheel(path: str | None) -> dict[str, bytes]:
    if path is None:
        return {}
    name = os.path.basename(path)
    if not (name.startswith("vendorbook-") and name.endswith(".whl")):
        raise wrongly("--wheel 須為 vendorbook-….whl", "--wheel must be vendorbook-….whl")
    return {f".github/wheels/{name}": Path(path).read_bytes()}


def _missing(questions: list[Question]) -> Text:
    listed = [f"--{each.name.replace('_', '-')}" for each in questions]
    return Text(
        "未寫入任何內容，還缺："
        + "、".join(f"{option}（{each.text.zh_tw}）" for option, each in zip(listed, questions, strict=True)),
        "nothing was written; still missing: "
        + ", ".join(f"{option} ({each.text.en})" for option, each in zip(listed, questions, strict=True)),
    )


def _shown(folder: str) -> str:
    from vendorbook.reports.inert import line

    return line(shlex.quote(os.path.normpath(folder)))


_SAID = {
    "zh-TW": "已建立 {folder}：{count} 個檔案，尚未提交。接著：",
    "en": "Made {folder}: {count} files, nothing committed yet. Next:",
}
