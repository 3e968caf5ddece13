"""The packages of an SPDX bill (2.x in JSON): a few texts of each, read as they stand.

The project's own library refuses a package that lacks what is asked for here; see the decision on it.
"""

from __future__ import annotations

from typing import Any

from vendorbook.checks.lib.sbom import FORM, LICENCE, SOURCE, Component, named, says_something

_LICENCES = ("licenseConcluded", "licenseDeclared")
_SOURCES = ("supplier", "originator", "downloadLocation", "homepage")


def components(document: dict[str, Any]) -> list[Component]:
    """All packages but the one that the bill is about."""
    listed = document.get("packages", [])
    packages = listed if isinstance(listed, list) else [listed]
    about = _described(document)
    return [_component(each) for each in packages if not (isinstance(each, dict) and _id(each) in about)]


def _described(document: dict[str, Any]) -> list[str]:
    """What was delivered. A bill that describes several packages may well describe all, and is about none."""
    direct = document.get("documentDescribes")
    found = {each for each in direct if isinstance(each, str)} if isinstance(direct, list) else set()
    links = document.get("relationships")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("relationshipType") == "DESCRIBES":
            found.add(str(link.get("relatedSpdxElement")))
    return list(found) if len(found) == 1 else []


def _id(package: dict[str, Any]) -> str:
    return str(package.get("SPDXID"))


def _component(data: Any) -> Component:
    if not isinstance(data, dict) or not says_something(data.get("name")):
        return Component(named(data.get("SPDXID")) if isinstance(data, dict) else "?", (FORM,))
    has_source = any(says_something(data.get(field)) for field in _SOURCES) or _has_address(data.get("externalRefs"))
    lacks = ((LICENCE, any(says_something(data.get(field)) for field in _LICENCES)), (SOURCE, has_source))
    name = named(data.get("name"), data.get("versionInfo"))
    return Component(name, tuple(what for what, is_there in lacks if not is_there))


def _has_address(references: Any) -> bool:
    """A package URL or the like; references about its security (CPE, advisories) do not say whence it comes."""
    return isinstance(references, list) and any(
        isinstance(each, dict)
        and each.get("referenceCategory") != "SECURITY"
        and says_something(each.get("referenceLocator"))
        for each in references
    )
