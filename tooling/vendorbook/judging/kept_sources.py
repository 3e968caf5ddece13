"""Files of policies/ and schemas/ as they were read: the rules by the digest of their set, waivers one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from vendorbook.judging.kept import Kept
from vendorbook.model import Plain, Source
from vendorbook.model.places import no_places
from vendorbook.policies.rule_files import read_sources, schemas_of
from vendorbook.repository import Snapshot
from vendorbook.schema_check import Schemas


def kept_sources(raw: Mapping[str, bytes], digest: str, kept: Kept | None) -> dict[str, Source]:
    """The sources of a rule set. Raises CannotJudge where it is at fault; faulty ones are never kept."""
    name = f"rules {digest}"
    known = kept.load(name) if kept else None
    if isinstance(known, dict) and known.keys() == {path for path in raw if path.endswith(".yaml")}:
        return {path: _source(path, value, places) for path, (value, places) in known.items()}
    sources = read_sources(raw, schemas_of(raw))
    if kept:
        kept.save(name, {path: (source.value, list(source.places)) for path, source in sources.items()})
    return sources


def kept_schemas(raw: Mapping[str, bytes], digest: str, kept: Kept | None) -> Schemas:
    """The schemas of a rule set, with what judging needs of them at hand."""
    name = f"schemas {digest}"
    known = kept.load(name) if kept else None
    if isinstance(known, dict) and known:
        return schemas_of(raw, known)
    schemas = schemas_of(raw)
    if kept:
        kept.save(name, schemas.bare_bundles())
    return schemas


def kept_sound(
    snapshot: Snapshot, paths: Iterable[str], read: Callable[[str], Source | None], kept: Kept | None, name: str
) -> list[Source]:
    """The files that `read` finds sound; one that was sound is not read again while its id stays the same."""
    before = _sound_before(kept.load(name), snapshot) if kept else {}
    sources = [source for path in paths if (source := before.get(path) or read(path))]
    if kept and {source.path: source for source in sources} != before:
        ids = snapshot.files()
        kept.save(name, [(ids[each.path], each.path, each.value, list(each.places)) for each in sources])
    return sources


def _sound_before(data: Any, snapshot: Snapshot) -> dict[str, Source]:
    ids = snapshot.files()
    try:
        return {path: _source(path, value, places) for id, path, value, places in data if ids.get(path) == id}
    except (TypeError, ValueError):
        return {}


def _source(path: str, value: Plain, places: Iterable[int]) -> Source:
    return Source(path, value, partial(no_places, places))
