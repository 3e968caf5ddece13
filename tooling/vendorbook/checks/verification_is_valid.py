"""The third party's verification that stands in for a description of security is one, and is in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vendorbook.checks.lib.security_shown import missing_from
from vendorbook.checks.lib.stated import is_stated
from vendorbook.checks.lib.suggest import did_you_mean
from vendorbook.model import Due, Item, Node, Violation
from vendorbook.register import Context, Engagement, Supplier


class Params(NamedTuple):
    """Looks at `block` only where its `shown_by` fields, with evidence, do not show security by themselves.

    `kind` is what a certificate has to verify: `security` or `cloud`.
    """

    block: str
    shown_by: tuple[str, ...]
    kind: str


def verification_is_valid(record: Engagement, params: Params, context: Context) -> Iterator[Item]:
    named = record.root.at(f"{params.block}.certificate")
    if named is None or not missing_from(record.root.nearest(params.block), (*params.shown_by, "evidence")):
        return
    held = {each.text("id"): each for each in _certificates(record.supplier)}
    certificate = held.get(str(named.value))
    if certificate is None:
        values = {"certificate": named.value, "suggestion": did_you_mean(str(named.value), held)}
        yield Violation(named, values, "unknown")
    elif certificate.text("kind") != params.kind:
        values = {"certificate": named.value, "kind": certificate.text("kind")}
        yield Violation(named, values, "other-kind", ((certificate.nearest("kind"), "certificate"),))
    else:
        yield from _in_force(named, certificate, context)


def _in_force(named: Node, certificate: Node, context: Context) -> Iterator[Item]:
    for field in ("issued_on", "expires_on", "evidence"):
        if not is_stated(certificate.get(field)):
            yield Violation(certificate, {"certificate": named.value, "field": field}, "unstated")
    issued, expires = certificate.date("issued_on"), certificate.date("expires_on")
    if issued and issued > context.as_of:
        values = {"certificate": named.value, "issued": issued.isoformat()}
        yield Violation(named, values, "not-yet", ((certificate.nearest("issued_on"), "certificate"),))
    if expires:
        related = ((certificate.nearest("expires_on"), "certificate"),)
        yield Due(named, expires, {"certificate": named.value}, "expires", related)


def _certificates(supplier: Supplier) -> list[Node]:
    return list(supplier.root.find("certificates[]")) if supplier.root else []
