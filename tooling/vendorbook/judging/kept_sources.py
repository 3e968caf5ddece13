"""The rules' own files as they were read, kept by the digest of the rule set."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.judging.kept import Kept
from vendorbook.model import Source
from vendorbook.model.places import no_places
from vendorbook.policies.rule_files import read_sources, schemas_of
from vendorbook.schema_check import Schemas


def kept_sources(raw: Mapping[str, bytes], digest: str, kept: Kept | None) -> dict[str, Source]:
    """The sources of a rule set. Raises CannotJudge where it is at fault; faulty ones are never kept."""
    name = f"rules {digest}"
    known = kept.load(name) if kept else None
    if isinstance(known, dict) and known.keys() == {path for path in raw if path.endswith(".yaml")}:
        return {path: Source(path, value, no_places(places)) for path, (value, places) in known.items()}
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
