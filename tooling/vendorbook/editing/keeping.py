"""From what a record says to a file that is kept: read again, held to its schema, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

from vendorbook.editing import disk
from vendorbook.editing.desk import Desk, in_place
from vendorbook.editing.drafting import Notes, drafted
from vendorbook.editing.parts import Parts
from vendorbook.editing.read_back import made_sure, read_again
from vendorbook.model import CannotJudge, Place, Plain, Text
from vendorbook.schema_check import kind_of

NO_NOTES = Notes()


def keep(desk: Desk, path: str, values: dict[str, Plain], notes: Notes = NO_NOTES) -> str:
    """Writes a new file, and gives its path. Raises CannotJudge where there is one, or it would not be valid."""
    disk.create(desk.root, in_place(path), _sound(desk, path, values, notes))
    return path


def keep_entry(desk: Desk, folder: str, name: str, values: dict[str, Plain], notes: Notes = NO_NOTES) -> str:
    """Writes a new entry of a journal under the first free name that begins with this one, and gives its path."""
    stem = f"{folder}/journal/{name}"
    data = _sound(desk, in_place(f"{stem}.yaml"), values, notes)
    return disk.create_numbered(desk.root, stem, ".yaml", data)


Edit = Callable[[Parts], tuple[Parts, Plain]]
"""From a file as it is to what it shall be, and the data that this is to have."""


def edit(desk: Desk, path: str, how: Edit) -> bool:
    """Changes a file, and tells whether it is another. Raises CannotJudge where the new text is not what was meant."""

    def changed(data: bytes) -> bytes:
        before = read_again(data.decode("utf-8"), path)
        after, intended = how(before)
        _is_valid(desk, after, path)
        return made_sure(before, after, path, intended).encode()

    if not (desk.root / path).is_file():
        raise CannotJudge(Text(f"沒有 {path}", f"there is no {path}"))
    return disk.change(desk.root, path, changed)


def _sound(desk: Desk, path: str, values: dict[str, Plain], notes: Notes) -> bytes:
    kind = kind_of(path)
    text = drafted(desk.fields(kind or ""), path, values, notes)
    parts = read_again(text, path)
    _is_valid(desk, parts, path)
    if parts.source.value != values:
        raise CannotJudge(
            Text("寫出的內容與所填不符，未寫入", "the text does not say what was given; nothing was written")
        )
    return text.encode()


def _is_valid(desk: Desk, parts: Parts, path: str) -> None:
    """Said by the fields' names: what is not written yet has no lines to point at."""
    problems = desk.book.schemas.problems(parts.source, kind_of(path) or "")
    if problems:
        places = [Place(each.location, _named(each.node.pointer, each.message)) for each in problems]
        raise CannotJudge(_INVALID, places=places)


def _named(pointer: str, message: Text) -> Text:
    name = pointer.strip("/").replace("/", ".")
    return Text(f"{name}：{message.zh_tw}", f"{name}: {message.en}") if name else message


_INVALID = Text("不符綱要，未寫入任何內容：", "this is not what the schema asks for; nothing was written:")
