"""Who the pages are for, and what of the register they may see.

`internal` sees all of it. `shareable` is for readers outside of the firm: without fields that their schema calls
confidential, names of people, details of access and the text of incidents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from vendorbook.model import Finding, Node, Policy, Text
from vendorbook.schema_check import Schemas, kind_of
from vendorbook.site.ways import Way, generic

AUDIENCES = ("internal", "shareable")

WITHHELD = Text("（不公開）", "(withheld)")

_DETAILS: Mapping[str, tuple[Way, ...]] = {
    "engagement": (
        ("access",),
        ("oversight", "security_staff"),
        ("selection", "proposal", "project_management"),
        ("exit", "access_stopped"),
    ),
    "supplier": (("contacts",), ("ownership",)),
    "journal/access-review": (("outcomes",), ("note",)),
    "journal/incident": (("description",), ("handling",), ("lessons",), ("note",), ("evidence",)),
    "journal/follow-up": (("description",), ("note",), ("evidence",)),
    "journal/correction": (("entry",), ("reason",), ("note",)),
}
"""What is withheld besides confidential fields, by the kind of file: the first steps of ways."""


class Audience:
    """Decides what may be shown; `people` are the firm's, by staff id, and `roots` give all that records say."""

    def __init__(
        self, name: str, schemas: Schemas, people: Mapping[str, Node], roots: Callable[[], Iterable[Node]]
    ) -> None:
        self.name = name
        self.sees_all = name == "internal"
        self._schemas = schemas
        self._people = people
        self._known: dict[tuple[str, Way], bool] = {}
        self._secrets = None if self.sees_all else _pattern(secrets(schemas, people, roots()))

    def text(self, value: str) -> str:
        """A text without what stands in confidential fields elsewhere: names get into findings and remarks."""
        return self._secrets.sub("＊＊", value) if self._secrets else value

    def withholds(self, kind: str, way: Way) -> bool:
        """Whether the value at a way in a file of a kind must not be shown."""
        if self.sees_all:
            return False
        key = (kind, generic(way))
        if key not in self._known:
            details = any(key[1][: len(start)] == start for start in _DETAILS.get(kind, ()))
            self._known[key] = details or self._schemas.confidential(kind, key[1])
        return self._known[key]

    def withholds_message(self, policy: str, pointer: str, path: str) -> bool:
        """Whether a finding's message may quote what must not be shown."""
        if self.sees_all:
            return False
        return pointer.startswith("/access") or "-incident" in path or "incident" in policy or "access" in policy

    def message(self, found: Finding, policy: Policy | None) -> Text:
        """What a finding says; its policy's title where its message may quote what this audience must not see."""
        if not self.withholds_message(found.policy, found.pointer, found.location.path):
            return Text(*map(self.text, found.message))
        return policy.title if policy else Text(found.policy, found.policy)

    def person(self, staff_id: str) -> str:
        """Somebody's name with the staff id, or the id alone."""
        node = self._people.get(staff_id)
        name = node.text("name") if node is not None and self.sees_all else ""
        return f"{name}（{staff_id}）" if name else staff_id


def secrets(schemas: Schemas, people: Mapping[str, Node], roots: Iterable[Node]) -> set[str]:
    """Everything that stands in a confidential field, and the names of the firm's people."""
    found = {node.text("name") for node in people.values()}
    for root in roots:
        kind = kind_of(root.source.path) or ""
        if schemas.confidential_names(kind):
            found |= {str(each.value) for each in _scalars(root) if schemas.confidential(kind, each.way)}
    return {each for each in found if len(each) > 1 and not _STAFF.fullmatch(each)}


def _scalars(node: Node) -> Iterator[Node]:
    below = [*node.fields(), *node.items()]
    if not below:
        yield node
    for each in below:
        yield from _scalars(each)


def _pattern(texts: set[str]) -> re.Pattern[str] | None:
    """Finds any of them, the longest first."""
    listed = sorted(texts, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, listed))) if listed else None


_STAFF = re.compile(r"s-[0-9]{4}")
