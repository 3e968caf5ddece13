"""What may be written at a place: the fields of a block, the allowed values, the ids of what there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lsprotocol.types import CompletionItem, CompletionItemKind, Range, TextEdit

from vendorbook.lsp.focus import Document
from vendorbook.lsp.known import ids, kinds_at
from vendorbook.lsp.outline import Spot
from vendorbook.lsp.texts import Texts
from vendorbook.model import Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.reports import inert
from vendorbook.schema_check import Schema, kind_of, walking

_MOST = 500

Choice = tuple[str, CompletionItemKind, Text | None]


def completion(at: Spot, over: Range, file: Document, book: Rulebook, texts: Texts, lang: str) -> list[CompletionItem]:
    """The choices for what stands at a place, `over` being what of it is typed already."""
    kind = kind_of(file.path)
    if kind is None or kind not in book.schemas.kinds:
        return []
    choices = [*_values(at, kind, file, book, texts), *(_fields(at, book.schemas.bundle(kind)) if at.is_key else ())]
    return [_item(each, number, over, lang) for number, each in enumerate(islice(choices, _MOST))]


def _values(at: Spot, kind: str, file: Document, book: Rulebook, texts: Texts) -> Iterator[Choice]:
    schema = book.schemas.bundle(kind)
    for value in dict.fromkeys(_allowed(schema, at)):
        yield value, CompletionItemKind.EnumMember, walking.word(schema, at.way, value)
    for what in kinds_at(kind, at.way, book):
        for id, said in ids(what, file, at.way, book, texts).items():
            yield id, CompletionItemKind.Reference, said


def _allowed(schema: Schema, at: Spot) -> Iterator[str]:
    for part in walking.at(schema, at.way):
        yield from map(str, part.get("enum", ()))
        if part.get("type") == "boolean":
            yield from ("true", "false")


def _fields(at: Spot, schema: Schema) -> Iterator[Choice]:
    names = [name for part in walking.at(schema, at.way) for name in part.get("properties", {})]
    for name in dict.fromkeys(names):
        yield f"{name}: ", CompletionItemKind.Field, walking.title(schema, (*at.way, name))


def _item(choice: Choice, number: int, over: Range, lang: str) -> CompletionItem:
    text, kind, said = choice
    return CompletionItem(
        label=text.removesuffix(": "),
        kind=kind,
        detail=inert.line(said.in_(lang)) if said else None,
        sort_text=f"{number:04}",
        filter_text=text,
        text_edit=TextEdit(over, text),
    )
