"""The edition for readers outside of the firm."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import site_of
from tests.site.reading import texts
from vendorbook.model import Node
from vendorbook.schema_check import kind_of
from vendorbook.site.asked import Asked
from vendorbook.site.downloads import downloads
from vendorbook.site.gathering import Site
from vendorbook.site.pages import pages
from vendorbook.site.rendering import Rendering
from vendorbook.site.search import index


@pytest.fixture(scope="module")
def outside(register: Path) -> Site:
    return site_of(register, Asked("shareable"))


@pytest.fixture(scope="module")
def everything(outside: Site) -> str:
    """All that leaves the firm, as it is read."""
    told = []
    for lang in ("zh-TW", "en"):
        of = Rendering(outside, lang)
        told += ["\n".join(texts(page.body)) for page in pages(of) if page.path != "fields.html"]
        told += [text for _, text in downloads(of)]
        told.append(index(of).encode().decode("unicode_escape", "replace"))
    return "\n".join(told)


def _scalars(node: Node) -> list[Node]:
    below = [*node.fields(), *node.items()]
    return [node] if not below else [each for one in below for each in _scalars(one)]


def _roots(site: Site) -> list[Node]:
    found: list[Any] = []
    for reading in site.readings:
        found += [reading.supplier.root, *(entry.root for entry in reading.supplier.journal)]
        for each in reading.engagements:
            found += [each.root, *(entry.root for entry in each.journal)]
    return [each for each in found if each is not None]


def test_no_confidential_field_gets_out(outside: Site, everything: str) -> None:
    schemas = outside.book.schemas
    secret = {
        str(each.value)
        for root in _roots(outside)
        for each in _scalars(root)
        if (kind := kind_of(root.source.path)) and schemas.confidential(kind, each.way)
    }
    assert len(secret) > 20
    named = {each for each in secret if len(each) > 1 and not re.fullmatch(r"s-\d{4}", each)}
    assert sorted(each for each in named if each in everything) == []


def test_no_name_of_a_person_gets_out(outside: Site, everything: str) -> None:
    people = [node.text("name") for node in outside.book.people.values()]
    emails = [str(each.value) for node in outside.book.people.values() for each in node.find("emails[]")]

    assert people
    assert [each for each in [*people, *emails] if each in everything] == []


def test_no_detail_of_access_and_no_text_of_an_incident_gets_out(outside: Site, everything: str) -> None:
    details = []
    for reading in outside.readings:
        for each in reading.engagements:
            details += [str(value) for value in each.root.values("access.grants[].purpose")]
            details += [entry.root.text("description") for entry in each.entries("incident")]
            details += [entry.root.text("handling") for entry in each.entries("incident")]
    known = [each for each in details if len(each) > 8]
    assert len(known) > 10
    assert [each for each in known if each in everything] == []


def test_what_is_withheld_is_said_to_be(everything: str) -> None:
    assert "（不公開）" in everything
    assert "(withheld)" in everything


def test_inside_all_of_it_is_there(site: Site) -> None:
    of = Rendering(site, "zh-TW")
    told = "\n".join("\n".join(texts(page.body)) for page in pages(of))

    people = {node.text("name") for node in site.book.people.values()}
    assert any(name in told for name in people)
    assert "（不公開）" not in told
