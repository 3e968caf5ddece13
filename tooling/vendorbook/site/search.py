"""What the search looks through: records, obligations, policies and changes, each a line of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeAlias

from vendorbook.model import Node
from vendorbook.site import paths
from vendorbook.site.inert import clean
from vendorbook.site.pages.changed import shown
from vendorbook.site.points import article_of
from vendorbook.site.rendering import Rendering

Found: TypeAlias = list[str]
"""Kind, id, title, page, and all that it is found by."""

_MOST_CHANGES = 1000


def index(of: Rendering) -> str:
    """A script: pages opened from a folder may load one, but no data."""
    entries = [*_records(of), *_obligations(of), *_policies(of), *_changes(of)]
    text = json.dumps(entries, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.vendorbookIndex={text};\n"


def _records(of: Rendering) -> Iterator[Found]:
    both = ("zh-TW", "en")
    for reading in of.site.readings:
        supplier, root = reading.supplier, reading.supplier.root
        names = [root.text(f"name.{lang}") for lang in both] if root is not None else []
        number = root.text("registration_number") if root is not None else ""
        yield _found(
            of, "supplier", supplier.id, of.names.record(supplier.id), paths.record(supplier.id), [*names, number]
        )
        for each in reading.engagements:
            titles = [each.root.text(f"title.{lang}") for lang in both]
            systems = [of.names.system(str(name)) for name in each.root.values("scope.systems[]")]
            services = _texts(each.root, of)
            numbers = [each.root.text("contract.number")]
            told = [*titles, *names, *numbers, *systems, *services, number]
            yield _found(of, "engagement", each.id, of.names.record(each.id), paths.record(each.id), told)


def _texts(root: Node, of: Rendering) -> list[str]:
    hides = of.site.audience.withholds("engagement", ("scope", "services", 0, "description"))
    return [] if hides else [of.site.audience.text(str(value)) for value in root.values("scope.services[].description")]


def _obligations(of: Rendering) -> Iterator[Found]:
    for id, known in of.site.book.obligations.items():
        article = f"第{article_of(id)}條 Article {article_of(id)}"
        told = [known.ref, article, known.title.zh_tw, known.title.en]
        yield _found(of, "obligation", id, known.title.in_(of.lang), paths.obligation(id), told)


def _policies(of: Rendering) -> Iterator[Found]:
    for id, each in of.site.book.policies.items():
        told = [each.title.zh_tw, each.title.en]
        yield _found(of, "policy", id, each.title.in_(of.lang), f"policies.html#{id}", told)


def _changes(of: Rendering) -> Iterator[Found]:
    paged = len(of.site.changes) > 150
    for number, change in enumerate(of.site.changes[:_MOST_CHANGES]):
        told = shown(change._replace(records=()), of)
        page = f"changes/{change.day.year}.html" if paged and number >= 150 else "changes.html"
        text = [f"#{change.number}" if change.number else "", change.day.isoformat(), *told.authors]
        yield _found(of, "change", change.id[:12], told.title, f"{page}#c-{change.id[:12]}", text)


def _found(of: Rendering, kind: str, id: str, title: str, page: str, told: list[str]) -> Found:
    text = " ".join(dict.fromkeys(clean(each) for each in told if each))
    return [of.say(f"search.{kind}"), id, clean(title), page, text]
