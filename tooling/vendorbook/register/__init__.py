"""The register as checks see it: suppliers, engagements, their journals, and what only the whole shows."""

from vendorbook.register.concentration import Decision, Register, Row
from vendorbook.register.context import Context
from vendorbook.register.engagement import Engagement, Supplier
from vendorbook.register.facts import Facts
from vendorbook.register.journal import Entry, effective
from vendorbook.register.retention import kept_until
from vendorbook.register.rows import decisions, row
from vendorbook.register.scope_digest import scope_digest

__all__ = [
    "Context",
    "Decision",
    "Engagement",
    "Entry",
    "Facts",
    "Register",
    "Row",
    "Supplier",
    "decisions",
    "effective",
    "kept_until",
    "row",
    "scope_digest",
]
