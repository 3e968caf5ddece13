"""What the site has to be taken away, made by the exports: neither knows of the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from vendorbook.model import CannotJudge, Text
from vendorbook.repository import Snapshot

if TYPE_CHECKING:
    from vendorbook.exports import Export, Material
    from vendorbook.site.gathering import Site
    from vendorbook.site.handed import File, Hand, Handed

_PACKAGES = {"xlsx": "xlsxwriter", "ods": "odfdo"}
"""The package that each needs."""

_LEFT_OUT = frozenset({"fields", "checklists"})
"""What makes up four fifths of a whole export; the pages have all of it."""

_MOST_UNASKED = 150
"""Engagements of a register whose workbooks are made without being asked for: they double what a large site takes."""

_NOT_ASKED = Text(
    "以 vendorbook site build --workbooks 建立者才有；大型登錄冊預設不產生",
    "they come with vendorbook site build --workbooks; of a large register they are not made unless asked for",
)

_OUTSIDE = Text(
    "對外版：不含機密欄位、人員姓名、存取細節與事件內容",
    "edition for outside: without confidential fields, names of people, details of access and the text of incidents",
)


def handing(snapshot: Snapshot) -> Hand:
    """Makes workbooks and `vendorbook/register/v1` of what the site has read and judged already."""

    def hand(site: Site) -> Handed:
        from vendorbook.site.handed import Handed

        if not _wanted(site):
            return Handed((), _NOT_ASKED)
        try:
            return Handed(list(_files(snapshot, site)), None)
        except CannotJudge as trouble:
            return Handed((), trouble.message)

    return hand


def _wanted(site: Site) -> bool:
    count = sum(len(each.engagements) for each in site.readings)
    return count <= _MOST_UNASKED if site.asked.workbooks is None else site.asked.workbooks


def _files(snapshot: Snapshot, site: Site) -> Iterator[File]:
    from vendorbook.exports import Export
    from vendorbook.exports.api import FILE
    from vendorbook.site.handed import File

    export = Export(_material(snapshot, site), site.asked.languages[0], without=_LEFT_OUT)
    _ = export.tables, export.withheld  # made here, once: languages are written by processes of their own
    yield File("api/v1/register.json", "register_v1", None, partial(_written, export, "json"))
    yield File("api/v1/register.schema.json", "register_v1_schema", None, FILE.read_bytes)
    for lang in site.asked.languages:
        for format in _workbooks():
            content = partial(_written, export.in_language(lang), format)
            yield File(f"register.{format}", f"register_{format}", lang, content)


def _workbooks() -> list[str]:
    return [format for format, package in _PACKAGES.items() if find_spec(package) is not None]


def _material(snapshot: Snapshot, site: Site) -> Material:
    """Of what the audience may see. Raises CannotJudge where the clone is too shallow for what it must tell."""
    from vendorbook.exports import material_of
    from vendorbook.site import redacting

    inside, audience = site.audience.sees_all, site.audience
    told = redacting.verdict(site)
    made = material_of(snapshot, site.book, site.day, told, redacting.readings(site), confidential=inside)
    waivers = {path: redacting.redacted(root, "waiver", audience) for path, root in made.waivers.items()}
    made = made._replace(concentration=site.concentration, edition=None if inside else _OUTSIDE)
    if not site.origin.is_changed:  # the pages of a work tree are those of its commit, and so are the files
        made = made._replace(source="commit")
    return made if inside else made._replace(waivers=waivers)


def _written(export: Export, format: str) -> bytes:
    from vendorbook.exports import writer

    return writer(format).files(export)[""]
