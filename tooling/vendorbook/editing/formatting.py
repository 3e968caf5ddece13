"""A record laid out, by its kind."""

from __future__ import annotations

from collections.abc import Callable

from vendorbook import yaml_source
from vendorbook.editing.key_order import KeyOrder
from vendorbook.editing.layout import laid_out
from vendorbook.editing.what_stays import keys_that_stay
from vendorbook.schema_check import Schemas, kind_of


def formatted(schemas: Schemas) -> Callable[[str, bytes], bytes]:
    """Gives a file's content in the house's layout; raises Unreadable and CannotJudge as `laid_out` does."""

    def one(path: str, data: bytes) -> bytes:
        value = yaml_source.read(data, path).value
        order = KeyOrder(schemas, kind_of(path), value)
        return laid_out(data.decode("utf-8"), path, order, keys_that_stay(path)).encode()

    return one
