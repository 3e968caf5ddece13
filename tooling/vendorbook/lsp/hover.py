"""What a place means: the field, what its value stands for, the obligation or the policy that it names."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.lsp.known import described, kinds_at
from vendorbook.lsp.outline import Spot
from vendorbook.policies.rulebook import Rulebook
from vendorbook.reports import inert
from vendorbook.schema_check import kind_of, walking


def hover(at: Spot, word: str, path: str, book: Rulebook, lang: str) -> str:
    """Markdown, or nothing where there is nothing to say."""
    kind = kind_of(path)
    if kind is None or kind not in book.schemas.kinds:
        return ""
    return "\n\n".join(_said(at, word, kind, book, lang))


def _said(at: Spot, word: str, kind: str, book: Rulebook, lang: str) -> Iterator[str]:
    schema = book.schemas.bundle(kind)
    if title := walking.title(schema, at.way):
        yield f"**{plain(title.in_(lang))}**"
    if text := walking.description(schema, at.way):
        yield plain(text.in_(lang))
    if at.is_key or not word:
        return
    if meaning := walking.word(schema, at.way, word):
        yield f"`{word}`: {plain(meaning.in_(lang))}"
    for each in kinds_at(kind, at.way, book):
        if known := described(each, word, book):
            yield f"`{word}`: {plain(known.in_(lang))}"


def plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+!|~&" else sign for sign in inert.line(text, 2000))
