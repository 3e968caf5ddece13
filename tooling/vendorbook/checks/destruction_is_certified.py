"""Each destruction has its certificate, or says why none was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def destruction_is_certified(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for disposition in record.root.find("exit.dispositions[]"):
        said = any(is_stated(disposition.get(field)) for field in ("certificate", "no_certificate_reason"))
        if disposition.text("kind") == "destroyed" and not said:
            yield Violation(disposition, {"held": disposition.text("held")})
