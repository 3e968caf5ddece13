"""The rules as they were understood, kept by the digest of their set."""

from __future__ import annotations

from vendorbook.judging.kept import Kept
from vendorbook.policies import rule_files
from vendorbook.policies.rule_files import RuleFiles
from vendorbook.policies.rulebook import Rulebook, assemble
from vendorbook.policies.rulebook_data import from_data, to_data, words_of
from vendorbook.schema_check import Schemas


def kept_book(files: RuleFiles, digest: str, kept: Kept | None) -> Rulebook:
    """The rulebook, without examples where it was kept. Raises CannotJudge for faulty rules, which never are."""
    name = f"rulebook {digest}"
    if kept and (known := _from_kept(kept, name, files, digest)):
        return known
    schemas = Schemas(files)
    sources = rule_files.read_sources(files, schemas)
    book = assemble(sources, schemas, digest)
    if kept:
        kept.save_parts(name, to_data(book, sources))
        kept.save_parts(f"words of {name}", words_of(book))
        kept.save_parts(f"schemas of {name}", schemas.bare_bundles())
    return book


def _from_kept(kept: Kept, name: str, files: RuleFiles, digest: str) -> Rulebook | None:
    book, words, bare = (kept.load_parts(f"{part}{name}") for part in ("", "words of ", "schemas of "))
    if book is None or words is None or bare is None:
        return None
    try:
        return from_data(book, words, Schemas(files, bare), digest)
    except (TypeError, ValueError, LookupError, AttributeError, ImportError):
        return None
