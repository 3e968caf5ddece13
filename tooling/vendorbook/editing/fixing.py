"""A record mended as far as nothing has to be decided: quotes, spellings, order, digests of new documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vendorbook.editing.desk import Desk
from vendorbook.editing.given import digest_of
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.parts import Parts, Way
from vendorbook.editing.read_back import made_sure, read_again
from vendorbook.editing.reordering import reordered
from vendorbook.editing.repairs.quoting import quoted
from vendorbook.editing.repairs.spelling import respelt
from vendorbook.editing.splicing import intended, scalar_span, with_field
from vendorbook.editing.what_stays import Committed, keys_that_stay
from vendorbook.model import Plain
from vendorbook.repository.layout import record_of
from vendorbook.schema_check import Schema, kind_of, walking

Repair = tuple[Way, Plain]


def fixed(desk: Desk, committed: Committed) -> Callable[[str, bytes], bytes]:
    """Gives a file's content mended. Raises Unreadable where that does not make it readable, and CannotJudge where
    the result would not be what was meant."""

    def one(path: str, data: bytes) -> bytes:
        kept = keys_that_stay(path)
        text = data.decode("utf-8", "replace")
        before = Parts(quoted(text, path, kept), path)
        order = KeyOrder(desk.book.schemas, kind_of(path), before.source.value)
        parts, value = before, before.source.value
        for way, said in [*_spellings(desk, before, path), *_digests(desk, before, path, committed)]:
            if way[0] not in kept:
                parts, value = with_field(parts, way, said, order), intended(value, way, said)
        made_sure(before, parts, path, value)
        after = read_again(
            reordered(parts, lambda way, keys: keys if way[:1] and way[0] in kept else order.of(way, keys)), path
        )
        return made_sure(parts, after, path).encode()

    return one


def _spellings(desk: Desk, parts: Parts, path: str) -> Iterator[Repair]:
    kind = kind_of(path)
    if kind not in desk.book.schemas.kinds:
        return
    bundle = desk.book.schemas.bundle(str(kind))
    for way, value in _scalars(parts.source.value, ()):
        schemas = list(walking.at(bundle, way))
        said = respelt(_as_written(parts, way, value) if _is_number_for_text(value, schemas) else value, schemas)
        if said != value:
            yield way, said
    yield from _own_id(parts, path)


def _is_number_for_text(value: Plain, schemas: list[Schema]) -> bool:
    types = {str(each["type"]) for each in schemas if "type" in each}
    return isinstance(value, int | float) and not isinstance(value, bool) and types == {"string"}


def _as_written(parts: Parts, way: Way, value: Plain) -> Plain:
    """A clause 5.10 is not 5.1."""
    span = scalar_span(parts, way)
    return parts.text[slice(*span)] if span else value


def _own_id(parts: Parts, path: str) -> Iterator[Repair]:
    """A record's id is its folder's name."""
    folder, _, name = path.rpartition("/")
    id = folder.rsplit("/", 1)[-1]
    known = parts.source.root.plain("id")
    if name in ("supplier.yaml", "engagement.yaml") and known is not None and known != id:
        yield ("id",), id


def _digests(desk: Desk, parts: Parts, path: str, committed: Committed) -> Iterator[Repair]:
    """Those of documents that no commit has yet: one that was merged is never given another digest."""
    folder = f"vendors/{record_of(path)}"
    for way, item in _documents(parts.source.value, ()):
        file = str(item["file"])
        is_new = (desk.root / folder / file).is_file() and f"{folder}/{file}" not in committed.files
        if is_new and item.get("sha256") != (digest := digest_of(desk.root / folder, file)):
            yield (*way, "sha256"), digest


def _documents(value: Plain, way: Way) -> Iterator[tuple[Way, dict[str, Plain]]]:
    if isinstance(value, dict):
        if str(value.get("file", "")).startswith("evidence/"):
            yield way, value
        for key, below in value.items():
            yield from _documents(below, (*way, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _documents(each, (*way, index))


def _scalars(value: Plain, way: Way) -> Iterator[tuple[Way, Plain]]:
    if isinstance(value, dict | list):
        below: Any = value.items() if isinstance(value, dict) else enumerate(value)
        for step, each in below:
            yield from _scalars(each, (*way, step))
    else:
        yield way, value
