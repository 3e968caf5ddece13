"""OSCAL 1.2 (NIST): the rules as a catalog, the engagements as components, findings as assessment results.

What OSCAL calls a control is an obligation here; a component is an engagement; who provides it is its supplier. Where
an obligation holds in everything that it applies to, its objective is satisfied.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from vendorbook.exports.material import Material
from vendorbook.model import Text
from vendorbook.reports.inert import as_json

VERSION = "1.2.3"
NAMESPACE = "urn:vendorbook:oscal"
_IDS = UUID("0b6c9d0e-58a5-5d0b-9d55-3c6a1f1f7a52")
"""The root of all identifiers: the same thing has the same one in every export."""

Part: TypeAlias = dict[str, Any]


def identifier(*of: str) -> str:
    return str(uuid5(_IDS, "\0".join(of)))


def prop(name: str, value: object) -> Part:
    """A property; OSCAL takes no empty values, nor spaces around one."""
    return {"name": name, "ns": NAMESPACE, "value": " ".join(str(value).split()) or "none"}


def props(values: Mapping[str, object]) -> list[Part]:
    """The properties that have a value."""
    return [prop(name, value) for name, value in values.items() if value not in (None, "", ())]


def document(kind: str, title: Text, body: Part, material: Material, lang: str) -> bytes:
    """A whole document; its identifier changes with what it says."""
    told = {"metadata": _metadata(title, material, lang), **body}
    uuid = identifier(kind, json.dumps(told, sort_keys=True, ensure_ascii=True))
    return as_json({kind: {"uuid": uuid, **told}}).encode()


def moment(material: Material) -> str:
    """The beginning of the day of the export, in Taipei."""
    return f"{material.as_of}T00:00:00+08:00"


def _metadata(title: Text, material: Material, lang: str) -> Part:
    parties = list(_parties(material, lang))
    stated = {
        "tool": material.tool,
        "commit": material.commit,
        "rules": material.rules,
        "confidential-fields": "included" if material.confidential else "withheld",
    }
    return {
        "title": title.in_(lang),
        "last-modified": moment(material),
        "version": material.as_of.isoformat(),
        "oscal-version": VERSION,
        "props": props(stated),
        "roles": [{"id": "provider", "title": Text("供應商", "Supplier").in_(lang)}],
        "parties": parties,
    }


def _parties(material: Material, lang: str) -> Iterator[Part]:
    yield _party("firm", material.book.firm.text(f"name.{lang}"), "firm")
    for each in material.suppliers:
        yield _party(each.id, (each.root.text(f"name.{lang}") if each.root else "") or each.id, each.id)


def _party(id: str, name: str, record: str) -> Part:
    return {"uuid": identifier("party", id), "type": "organization", "name": name, "props": [prop("record", record)]}


def listed(name: str, parts: Iterable[Part]) -> Part:
    """A list under its name; none at all where it would be empty, which OSCAL does not take."""
    found = list(parts)
    return {name: found} if found else {}
