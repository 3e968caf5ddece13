"""What access reaches lies within the systems and the data that the engagement is about."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.grants import grants, revoked_on
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement


def grant_names_assets_in_scope(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    lists = ("scope.systems[]", "scope.data_classes[]")
    scope = {value for path in lists for value in record.root.values(path)}
    for grant in grants(record):
        if _was_for_another_scope(grant, record, context):
            continue
        for asset in grant.find("assets[]"):
            if asset.value not in scope:
                values = {"grant": grant.text("id"), "asset": asset.value}
                yield Violation(asset, values, related=((record.root.nearest("scope.systems"), "scope"),))


def _was_for_another_scope(grant: Node, record: Engagement, context: Context) -> bool:
    """Access withdrawn before the scope last changed was for a scope that the record no longer holds."""
    revoked = revoked_on(grant, context.as_of)
    assessed = record.entries("risk-assessment")
    changes = [entry for entry in assessed if entry.root.text("trigger") == "change-of-service"]
    return revoked is not None and any(entry.date >= revoked for entry in changes)
