"""Everything that jsonschema objects to in a value. The slow validator: only for what was found invalid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

from vendorbook.model import Plain
from vendorbook.schema_check.fault import Fault
from vendorbook.schema_check.formats import FORMATS
from vendorbook.schema_check.schema_file import Schema

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator


def faults(value: Plain, schema: Schema) -> Iterator[Fault]:
    """The objections to a value, in the order in which the validator meets them."""
    for error in validator(schema).iter_errors(value):
        yield Fault(
            keyword=str(error.validator),
            wanted=error.validator_value,
            value=cast("Plain", error.instance),
            way=tuple(error.absolute_path),
            part=error.schema if isinstance(error.schema, dict) else {},
            whole=schema,
            of_key="propertyNames" in error.absolute_schema_path,
        )


def validator(schema: Schema) -> Validator:
    """Our formats alone, patterns that match to the very end, and no reference leads outside."""
    from jsonschema import Draft202012Validator, FormatChecker, validators
    from referencing import Registry

    checker = FormatChecker(formats=())
    for name, holds in FORMATS.items():
        checker.checks(name)(holds)
    own: dict[str, Callable[..., Any]] = {"pattern": _pattern, "uniqueItems": _unique_items}
    strict: Callable[..., Validator] = validators.extend(Draft202012Validator, own)  # type: ignore[no-untyped-call]
    return strict(schema, registry=Registry(), format_checker=checker)


def _pattern(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[ValidationError]:
    """In Python `$` also matches before a last line break; elsewhere it does not."""
    from jsonschema.exceptions import ValidationError

    ending = pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(value, str) and re.search(ending, value) is None:
        yield ValidationError(f"does not match {pattern}")


def _unique_items(_validator: object, wanted: bool, value: object, _schema: object) -> Iterator[ValidationError]:
    """For texts alone, as in our schemas: comparing blocks pair by pair can take very long."""
    from jsonschema.exceptions import ValidationError

    texts = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
    if wanted and len(set(texts)) < len(texts):
        yield ValidationError("has an item twice")
