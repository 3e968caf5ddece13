"""Waivers: exceptions to a policy at one place, each approved and each with an end."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from vendorbook.model import Finding, Node, Policy

LONGEST = timedelta(days=180)
"""The longest that a waiver may run from its approval."""


class Waiver(NamedTuple):
    """One file of policies/waivers/. It covers the findings of one policy at and below one place of a record."""

    root: Node

    @property
    def id(self) -> str:
        return self.root.text("id")

    @property
    def supplier(self) -> str:
        """The supplier whose record, or whose engagement's, it is about."""
        return self.root.text("record").partition("/")[0]

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that this waiver is about, in force or not."""
        pointer = self.root.text("pointer")
        below = finding.pointer == pointer or finding.pointer.startswith(pointer.rstrip("/") + "/")
        same = finding.policy == self.root.text("policy") and finding.record == self.root.text("record")
        return same and below and finding.location.path == self.path

    @property
    def path(self) -> str:
        file = self.root.text("file") or ("engagement.yaml" if "/" in self.root.text("record") else "supplier.yaml")
        return f"vendors/{self.root.text('record')}/{file}"

    def in_force(self, as_of: date) -> bool:
        approved, expires = self.root.date("approved_on"), self.root.date("expires_on")
        return approved is not None and expires is not None and approved <= as_of <= expires

    def faults(self, as_of: date, policies: Mapping[str, Policy], people: Mapping[str, Node]) -> list[tuple[str, str]]:
        """What disqualifies it on a day: the name of a case of `waiver-is-in-force`, and the field it stands at."""
        policy = policies.get(self.root.text("policy"))
        approver = people.get(self.root.text("approved_by"))
        approved, expires = self.root.date("approved_on"), self.root.date("expires_on")
        faults = [
            ("unknown-policy", "policy", policy is None),
            ("not-waivable", "policy", policy is not None and not policy.can_be_waived),
            ("self-approved", "approved_by", self.root.text("approved_by") == self.root.text("requested_by")),
            ("approver-without-role", "approved_by", not _may_approve(approver)),
            ("too-long", "expires_on", bool(approved and expires and expires - approved > LONGEST)),
            ("expired", "expires_on", bool(expires and expires < as_of)),
        ]
        return [(case, field) for case, field, is_so in faults if is_so]


def _may_approve(person: Node | None) -> bool:
    return person is not None and "waiver-approver" in [role.value for role in person.find("roles[]")]
