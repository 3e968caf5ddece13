"""A supplier and an engagement, each with its record and its journal."""

from collections.abc import Callable
from typing import NamedTuple

from vendorbook.model import Node
from vendorbook.register.facts import Facts
from vendorbook.register.journal import Entry


class Supplier(NamedTuple):
    """A supplier's own record. `root` is None where its file is missing (as in fragments) or cannot be judged."""

    id: str
    root: Node | None
    journal: tuple[Entry, ...]
    digest_of: Callable[[str], str | None]

    @property
    def group(self) -> str:
        """The corporate group that it counts with: its group's id, else its own."""
        return (self.root.text("group.id") if self.root else "") or self.id

    def entries(self, kind: str) -> list[Entry]:
        return [entry for entry in self.journal if entry.kind == kind]


class Engagement(NamedTuple):
    """One engagement: `id` is `<supplier>/<engagement>`, `root` its record, `journal` what counts as of the day.

    `digest_of` gives the SHA-256 (hex) of a file named as in `evidence:` entries, `content_of` its bytes; both open it
    only when asked, and give None when there is no such file.
    """

    id: str
    root: Node
    supplier: Supplier
    journal: tuple[Entry, ...]
    facts: Facts
    digest_of: Callable[[str], str | None]
    content_of: Callable[[str], bytes | None]

    @property
    def status(self) -> str:
        return self.root.text("status")

    def entries(self, kind: str) -> list[Entry]:
        return [entry for entry in self.journal if entry.kind == kind]
