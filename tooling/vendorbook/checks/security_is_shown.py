"""The supplier's security management is described with evidence, or a third party's verification is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.security_shown import missing_from
from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


class Params(NamedTuple):
    """`shown_by` are the fields of `block` that together describe it.

    Whether the verification holds is for `verification_is_valid` to say.
    """

    block: str
    shown_by: tuple[str, ...]


def security_is_shown(record: Engagement, params: Params, _context: Context) -> Iterator[Violation]:
    block = record.root.nearest(params.block)
    if is_stated(record.root.at(f"{params.block}.certificate")):
        return
    missing = missing_from(block, params.shown_by)
    if len(missing) == len(params.shown_by):
        yield Violation(block, case="nothing")
        return
    for field in missing:
        yield Violation(block, {"field": field}, "incomplete")
    if not is_stated(block.get("evidence")):
        yield Violation(block, case="no-evidence")
