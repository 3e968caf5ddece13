"""What a file must look like: judged fast by one validator, explained by another."""

from vendorbook.schema_check.formats import formats_are_enforced
from vendorbook.schema_check.paths import JOURNAL_KINDS, kind_of
from vendorbook.schema_check.schema_file import Schema
from vendorbook.schema_check.schemas import Schemas

__all__ = ["JOURNAL_KINDS", "Schema", "Schemas", "bundle", "formats_are_enforced", "kind_of"]


def bundle(schemas: Schemas, kind: str) -> Schema:
    """One self-contained schema of a kind, for editors and other tools."""
    return schemas.bundle(kind)
