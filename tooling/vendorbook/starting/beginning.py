"""The files of a new register, checked before any is written, and the repository around them."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from json import dumps
from pathlib import Path

from vendorbook import git
from vendorbook.editing import disk
from vendorbook.editing.drafting import Notes, drafted
from vendorbook.editing.fields import Fields
from vendorbook.editing.read_back import read_again
from vendorbook.model import CannotJudge, Place, Plain, Text
from vendorbook.schema_check import Schemas, kind_of
from vendorbook.starting import material, records
from vendorbook.starting.answers import Answers

_NOTES: Mapping[str, tuple[str, str]] = {
    "policies/firm.yaml": (
        "公司概況。自 risk 以下為常見的數值，由公司核定後修改。",
        "The firm's profile. From `risk` on these are usual values, for the firm to decide on.",
    ),
    "policies/people.yaml": ("誰得做什麼；姓名只寫在這裡。", "Who may do what; names stand here alone."),
    "policies/systems.yaml": ("系統清冊；是否核心只在這裡認定。", "The inventory; only here is a system core or not."),
    "policies/trail.yaml": ("事後驗證軌跡之依據。", "What the trail is judged by afterwards."),
    f"vendors/{records.SUPPLIER}/supplier.yaml": ("範例，請取代或刪除。", "An example: replace it or delete it."),
    f"vendors/{records.SUPPLIER}/{records.ENGAGEMENT}/engagement.yaml": (
        "範例，請取代或刪除。",
        "An example: replace it or delete it.",
    ),
}


def begin(folder: Path, answers: Answers, lang: str, more: Mapping[str, bytes]) -> list[str]:
    """Writes a register, with some `more` files, into a folder that is empty or not there, and gives the paths.

    Nothing is committed. Raises CannotJudge where the folder holds anything, or an answer does not match its schema.
    """
    git.refuse_non_empty(folder)
    files = files_of(answers, lang) | dict(more)
    folder.mkdir(parents=True, exist_ok=True)
    git.start_repository(folder, {name: _hook() for name in ("pre-commit", "pre-merge-commit")})
    for path, data in files.items():
        disk.create(folder, path, data)
    git.stage_all(folder)
    return list(files)


def files_of(answers: Answers, lang: str) -> dict[str, bytes]:
    """Every file of the register by path, in order."""
    schemas = dict(material.schemas())
    known = Schemas(schemas)
    stated = {path: _stated(known, path, values, lang) for path, values in _values(answers)}
    taken = material.EVERYWHERE + (material.OF_GITHUB if answers.forge == "github" else ())
    copied = {path: material.adapted(path) for path in taken}
    return dict(sorted((schemas | stated | copied | dict(_texts(answers))).items()))


def _values(answers: Answers) -> Iterator[tuple[str, dict[str, Plain]]]:
    yield "policies/firm.yaml", records.firm(answers)
    yield "policies/people.yaml", records.people(answers)
    yield "policies/systems.yaml", records.systems(answers)
    yield "policies/trail.yaml", records.trail(answers)
    yield f"vendors/{records.SUPPLIER}/supplier.yaml", records.supplier()
    yield f"vendors/{records.SUPPLIER}/{records.ENGAGEMENT}/engagement.yaml", records.engagement(answers)


def _stated(schemas: Schemas, path: str, values: dict[str, Plain], lang: str) -> bytes:
    kind = kind_of(path) or ""
    note = _NOTES[path][lang == "en"]
    text = drafted(Fields(schemas, kind, lang), path, values, Notes(above={(): [note]}))
    source = read_again(text, path).source
    if problems := schemas.problems(source, kind):
        places = [Place(each.location, _named(each.node.pointer, each.message)) for each in problems]
        raise CannotJudge(_INVALID, places=places)
    if source.value != values:
        raise CannotJudge(Text(f"{path} 寫出的內容與所填不符", f"the text of {path} does not say what was answered"))
    return text.encode()


def _named(pointer: str, message: Text) -> Text:
    name = pointer.strip("/").replace("/", ".")
    return Text(f"{name}：{message.zh_tw}", f"{name}: {message.en}")


def _texts(answers: Answers) -> Iterator[tuple[str, bytes]]:
    forge = material.text("forge.md") if answers.forge == "github" else ""
    yield "README.md", _filled("README.md", {"name": answers.name, "forge": forge.rstrip("\n")})
    yield "docs/index.md", _filled("index.md", {"name": answers.name})
    yield "mkdocs.yml", _filled("mkdocs.yml", {"site_name": dumps(answers.name, ensure_ascii=False)})
    yield ".gitignore", material.text("gitignore").encode()
    if answers.forge == "github":
        yield ".github/CODEOWNERS", material.text("CODEOWNERS").encode()


def _filled(name: str, values: Mapping[str, str]) -> bytes:
    text = material.text(name)
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return (text.rstrip("\n") + "\n").encode()


def _hook() -> bytes:
    """Runs the tool that made the register, wherever the shell's path leads later."""
    command = f"{shlex.quote(os.fspath(Path(sys.executable)))} -I -m vendorbook"
    return material.text("hook").replace("{command}", command).encode()


_INVALID = Text(
    "所填內容不符綱要，未寫入任何內容：", "what was answered does not match its schema; nothing was written:"
)
