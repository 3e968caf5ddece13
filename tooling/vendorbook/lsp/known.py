"""Which ids may stand at a place, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vendorbook.checks.lib.references import IN_ENTRIES, IN_RECORD
from vendorbook.lsp.focus import Document
from vendorbook.lsp.texts import Texts, files_of
from vendorbook.model import Node, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository.seen import names_on_disk
from vendorbook.schema_check import walking

_BY_SHAPE = {"staff_id": "person", "obligation_id": "obligation", "record_id": "record", "entry_id": "entry"}
"""What the schemas call an id, and what it is one of."""

_OF_RECORD = {
    "grant": "access.grants[].id",
    "candidate": "selection.candidates[].id",
    "held": "exit.held[].id",
    "step": "exit.steps[].id",
}
_ALIKE = {"supersedes": "risk-assessment"}
"""Fields that name an entry of one kind alone."""

_SUPPLIERS = ("selection.candidates[].id", "scope.subcontractors[].id", "selection.result.selected")
_DAY = re.compile(r"journal/[0-9]{4}-[0-9]{2}-[0-9]{2}-")


def kinds_at(kind: str, way: Sequence[str | int], book: Rulebook) -> list[str]:
    """What the value at a way in a file of a kind is an id of; mostly of nothing."""
    path = "".join("[]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")
    mentioned = IN_RECORD if kind == "engagement" else IN_ENTRIES.get(kind.removeprefix("journal/"), {})
    found = [mentioned[path]] if path in mentioned else []
    found += ["supplier"] if kind == "engagement" and path in _SUPPLIERS else []
    found += ["policy"] if (kind, path) == ("waiver", "policy") else []
    references = [part.get("$ref", "") for part in walking.at(book.schemas.bundle(kind), way)]
    found += [what for shape, what in _BY_SHAPE.items() if any(each.endswith(f":{shape}") for each in references)]
    return list(dict.fromkeys(found))


def ids(what: str, at: Document, way: Sequence[str | int], book: Rulebook, texts: Texts) -> Mapping[str, Text | None]:
    """The ids of one sort that a file may name, each with what it is."""
    if what == "entry":
        entries = _entries(at, texts)
        wanted = next((kind for field, kind in _ALIKE.items() if field in way), "")
        return {each: None for each in entries if _DAY.sub("", each).startswith(wanted)}
    if what in ("record", "supplier"):
        return dict.fromkeys(_records(at, whole=what == "record"))
    if what in _OF_RECORD or what == "certificate":
        return dict.fromkeys(_within(what, at, texts))
    known: Mapping[str, object] = {
        "person": book.people,
        "system": book.systems,
        "obligation": book.obligations,
        "policy": book.policies,
    }[what]
    return {each: described(what, each, book) for each in known}


def described(what: str, id: str, book: Rulebook) -> Text | None:
    """What an id stands for, where the rules or the firm say so."""
    if what == "person" and id in book.people:
        return _person(book.people[id])
    if what == "system" and id in book.systems:
        return _system(book.systems[id])
    if what == "obligation" and id in book.obligations:
        known = book.obligations[id]
        return Text(
            f"{known.ref} {known.title.zh_tw}；符合要件：{known.holds.zh_tw}",
            f"{known.ref} {known.title.en}; holds when: {known.holds.en}",
        )
    if what == "policy" and id in book.policies:
        return book.policies[id].title
    return None


def _person(node: Node) -> Text:
    said = f"{node.text('name')}（{node.text('unit')}）{'、'.join(map(str, node.values('roles[]')))}"
    return Text(said, said)


def _system(node: Node) -> Text:
    tier = node.text("tier")
    return Text(f"{node.text('name.zh-TW')}（{tier}）", f"{node.text('name.en')} ({tier})")


def _entries(at: Document, texts: Texts) -> list[str]:
    """Those of the record's journal that are saved or open, but for the file itself; the newest first."""
    folder = f"{at.record}/"
    saved = files_of(at.root, at.record).files()
    opened = [each.at.path for each in texts.opened() if each.at.root == at.root]
    paths = {path for path in (*saved, *opened) if path.startswith(f"{folder}journal/") and path != at.path}
    return sorted((path.removeprefix(folder).removesuffix(".yaml") for path in paths), reverse=True)


def _records(at: Document, *, whole: bool) -> Iterator[str]:
    """Every supplier, and with `whole` every engagement, that has a folder."""
    top = f"{at.root}/vendors"
    for supplier in (name[:-1] for name in names_on_disk(top) if name.endswith("/")):
        yield supplier
        for name in names_on_disk(f"{top}/{supplier}") if whole else ():
            if name.endswith("/") and name not in ("journal/", "evidence/"):
                yield f"{supplier}/{name[:-1]}"


def _within(what: str, at: Document, texts: Texts) -> Iterator[str]:
    """Those that the engagement's own record (or, of certificates, its supplier's) lists."""
    supplier = "/".join(at.record.split("/")[:2])
    file, path = (
        (f"{supplier}/supplier.yaml", "certificates[].id")
        if what == "certificate"
        else (f"{at.record}/engagement.yaml", _OF_RECORD[what])
    )
    root = texts.root(Document(at.root, file))
    yield from map(str, root.values(path) if root else ())
