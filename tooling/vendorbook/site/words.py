"""What the schemas call fields and the few values that may stand in some, remembered: it is asked for on every page."""

from __future__ import annotations

from vendorbook.model import Text
from vendorbook.schema_check import Schemas
from vendorbook.site.ways import Way, generic


class Words:
    """The words of one rule set."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._titles: dict[tuple[str, Way], Text] = {}
        self._choices: dict[tuple[str, Way, object], Text | None] = {}

    def title(self, kind: str, way: Way) -> Text:
        """What a field is called; its key where the schema has no title."""
        key = (kind, generic(way))
        if key not in self._titles:
            last = str(next((step for step in reversed(way) if isinstance(step, str)), kind))
            self._titles[key] = self._schemas.title_at(kind, key[1]) or Text(last, last)
        return self._titles[key]

    def choice(self, kind: str, way: Way, value: object) -> Text | None:
        """What one of the few values at a way is called, or None."""
        key = (kind, generic(way), value)
        if key not in self._choices:
            self._choices[key] = self._schemas.word(kind, key[1], value)
        return self._choices[key]
