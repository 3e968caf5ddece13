"""The fast verdict: valid or not, by jsonschema-rs. Patterns match in linear time, nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from vendorbook.schema_check.formats import FORMATS
from vendorbook.schema_check.schema_file import Schema

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def judge(schema: Schema) -> Draft202012Validator:
    """A validator of a self-contained schema. Raises ValueError when it cannot be compiled."""
    from jsonschema_rs import Draft202012Validator, RegexOptions

    return Draft202012Validator(
        schema,
        formats={name: FORMATS[name] for name in ("period",)},
        validate_formats=True,
        ignore_unknown_formats=False,
        pattern_options=RegexOptions(),
        retriever=_fetch_nothing,
    )


def _fetch_nothing(uri: str) -> NoReturn:
    raise ValueError(f"nothing is fetched: {uri}")
