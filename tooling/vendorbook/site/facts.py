"""What a record says, block by block, as HTML: fields by what the schema calls them, values in words.

Most of a site is made here: parts are put together as plain texts, every one of them inert already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from vendorbook.model import Node, Plain, Text, as_date
from vendorbook.site.audience import WITHHELD, Audience
from vendorbook.site.dates import day
from vendorbook.site.inert import inert, isolated
from vendorbook.site.money import money, number
from vendorbook.site.ways import Way, generic
from vendorbook.site.words import Words

_YES = {True: Text("是", "Yes"), False: Text("否", "No")}
_NONE = Text("無", "None")
_NOT_APPLICABLE = Text("不適用", "Not applicable")
_COLON = Text("：", ": ")
_COMMA = Text("、", ", ")
_SYSTEMS = frozenset({"systems", "assets", "system"})
_STAFF = re.compile(r"s-[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGESTS = frozenset({"sha256", "scope_digest"})


class Facts:
    """Values of records in one language. `systems` are the firm's inventory, by id."""

    def __init__(self, words: Words, audience: Audience, systems: Mapping[str, Node], lang: str) -> None:
        self._words = words
        self._audience = audience
        self._systems = systems
        self._lang = lang
        self._heads: dict[tuple[str, Way], str] = {}

    def fields(self, kind: str, value: Mapping[str, Plain], way: Way = (), without: Iterable[str] = ()) -> Markup:
        """The fields of a block as a definition list, those left out that are shown elsewhere."""
        return Markup(
            self._fields(kind, {key: each for key, each in value.items() if key not in without}, generic(way))
        )

    def value(self, kind: str, value: Plain, way: Way) -> Markup:
        """One value in words; what is withheld is said to be."""
        return Markup(self._value(kind, value, generic(way)))

    def system(self, id: str) -> str:
        """What the inventory calls a system."""
        node = self._systems.get(id)
        return (node.text(f"name.{self._lang}") if node is not None else "") or id

    def _fields(self, kind: str, value: Mapping[str, Plain], way: Way) -> str:
        rows = [
            f"<div>{self._head(kind, (*way, key))}<dd>{self._value(kind, each, (*way, key))}</dd></div>"
            for key, each in value.items()
        ]
        return f'<dl class="vb-facts">{"".join(rows)}</dl>'

    def _head(self, kind: str, way: Way) -> str:
        key = (kind, way)
        if key not in self._heads:
            self._heads[key] = f"<dt>{inert(self._words.title(kind, way).in_(self._lang))}</dt>"
        return self._heads[key]

    def _value(self, kind: str, value: Plain, way: Way) -> str:
        if self._audience.withholds(kind, way):
            return f'<span class="vb-withheld">{inert(WITHHELD.in_(self._lang))}</span>'
        if value.__class__ is dict:
            return self._mapping(kind, value, way)
        if value.__class__ is list:
            return self._list(kind, value, way)
        return self._scalar(kind, value, way)

    def _scalar(self, kind: str, value: Plain, way: Way) -> str:
        if isinstance(value, bool):
            return inert(_YES[value].in_(self._lang))
        if isinstance(value, int | float):
            return f'<span class="num">{number(value)}</span>'
        said = self._words.choice(kind, way, value) if way else None
        return inert(said.in_(self._lang)) if said else self._text(str(value), way)

    def _text(self, value: str, way: Way) -> str:
        if _DAY.fullmatch(value) and (when := as_date(value)) is not None:
            return day(when, self._lang)
        field = next((step for step in reversed(way) if isinstance(step, str)), "")
        if field in _DIGESTS:
            return f'<code class="vb-digest">{inert(value)}</code>'
        if _STAFF.fullmatch(value):
            return isolated(self._audience.person(value))
        if field in _SYSTEMS and value in self._systems:
            return f"{isolated(self.system(value))} <small>{inert(value)}</small>"
        return isolated(self._audience.text(value))

    def _mapping(self, kind: str, value: dict[str, Plain], way: Way) -> str:
        if len(value) > 3:
            return self._fields(kind, value, way)
        keys = value.keys()
        if keys == {"amount", "currency"}:
            return money(value["amount"], str(value["currency"]), self._lang)
        for key, said in (("none", _NONE), ("not_applicable", _NOT_APPLICABLE)):
            if keys == {key}:
                reason = self._audience.text(str(value[key]))
                return f"<em>{inert(said.in_(self._lang) + _COLON.in_(self._lang))}</em>{isolated(reason)}"
        if keys <= {"zh-TW", "en"}:
            return isolated(str(value.get(self._lang) or next(iter(value.values()), "")))
        if "file" in value and "sha256" in value:
            return _evidence(value)
        return self._fields(kind, value, way)

    def _list(self, kind: str, value: list[Plain], way: Way) -> str:
        below = (*way, 0)
        if not any(each.__class__ in (dict, list) for each in value):
            return inert(_COMMA.in_(self._lang)).join(Markup(self._value(kind, each, below)) for each in value)
        items = "".join(f"<li>{self._value(kind, each, below)}</li>" for each in value)
        return f'<ol class="vb-items">{items}</ol>'


def _evidence(value: Mapping[str, Plain]) -> str:
    """A document: its title, its file and its digest."""
    title, file = isolated(str(value.get("title") or "")), inert(str(value["file"]))
    digest = inert(str(value["sha256"]))
    sha256 = f'<code class="vb-digest">sha256&#58;{digest}</code>'
    return f'<span class="vb-evidence">{title} <code>{file}</code> {sha256}</span>'
