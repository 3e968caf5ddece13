"""stub"""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.model import Node


class People:
    def __init__(self, people: Mapping[str, Node]) -> None:
        self._people = people
        self._emails = {str(e.value).casefold(): id for id, n in people.items() for e in n.find("emails[]")}

    def of_commit_identity(self, name: str, email: str) -> str | None:
        return self._emails.get(email.casefold())
