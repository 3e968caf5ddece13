"""A supplier at work has its certificates on record, or the statement that it holds none."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Supplier


def supplier_certificates_are_stated(record: Supplier, _params: None, context: Context) -> Iterator[Violation]:
    if (
        record.root is not None
        and context.register.is_at_work(record.id)
        and not is_stated(record.root.get("certificates"))
    ):
        yield Violation(record.root.nearest("certificates"))
