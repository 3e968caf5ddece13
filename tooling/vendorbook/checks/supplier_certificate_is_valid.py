"""A certificate of a supplier at work falls due on its last day, unless another has taken its place."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.certificates import certificates_held
from vendorbook.model import Due
from vendorbook.register import Context, Supplier


def supplier_certificate_is_valid(record: Supplier, _params: None, context: Context) -> Iterator[Due]:
    for certificate in certificates_held(record, context.as_of) if context.register.is_at_work(record.id) else ():
        expires = certificate.date("expires_on")
        if expires is not None:
            yield Due(certificate.nearest("expires_on"), expires, {"certificate": certificate.text("id")})
