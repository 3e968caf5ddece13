"""What records, obligations and systems are called on the pages of one language."""

from __future__ import annotations

from vendorbook.judging.reading import Reading
from vendorbook.model import Node
from vendorbook.site.gathering import Site


class Names:
    """Looks names up by id; an id that nothing is known of is its own name."""

    def __init__(self, site: Site, lang: str) -> None:
        self._lang = lang
        self._site = site
        self._records: dict[str, str] = {}
        for reading in site.readings:
            self._add(reading)

    def _add(self, reading: Reading) -> None:
        supplier = reading.supplier
        self._records[supplier.id] = self.of(supplier.root, "name") or supplier.id
        for each in reading.engagements:
            self._records[each.id] = self.of(each.root, "title") or each.id

    def of(self, node: Node | None, field: str) -> str:
        """A name in this language, or in the other."""
        if node is None:
            return ""
        other = "zh-TW" if self._lang == "en" else "en"
        return node.text(f"{field}.{self._lang}") or node.text(f"{field}.{other}")

    def record(self, id: str) -> str:
        return self._records.get(id, id)

    def supplier_of(self, id: str) -> str:
        return self.record(id.partition("/")[0])

    def knows(self, id: str) -> bool:
        """Whether a record has a page."""
        return id in self._records

    def group(self, id: str) -> str:
        if self._site.outsourcing is None:
            return self.record(id)
        name = self._site.outsourcing.name_of(id)
        return name.in_(self._lang) if name else self.record(id)

    def system(self, id: str) -> str:
        return self.of(self._site.book.systems.get(id), "name") or id

    def obligation(self, id: str) -> str:
        known = self._site.book.obligations.get(id)
        return known.title.in_(self._lang) if known else id

    def policy(self, id: str) -> str:
        known = self._site.book.policies.get(id)
        return known.title.in_(self._lang) if known else id

    @property
    def firm(self) -> str:
        return self.of(self._site.book.firm, "name")
