"""Software bills of materials in JSON: of what kind one is, and what its components do not say.

A supplier wrote it, so anything may be in it. Whatever it is, the outcome is a list of components or a `NotRead`.
"""

from __future__ import annotations

import json
from typing import NamedTuple

LICENCE, SOURCE, FORM = "licence", "source", "form"
"""What a component can lack. The last one: it is written in a way that its format does not know."""

_SAYS_NOTHING = ("", "NOASSERTION", "NONE", "UNKNOWN")


class Component(NamedTuple):
    """A component by the name that a reader finds it by, and what it lacks."""

    name: str
    lacks: tuple[str, ...]


class NotRead(Exception):
    """Why a document tells nothing of its components: `broken`, `unknown`, `too-new` or `empty`."""

    @property
    def reason(self) -> str:
        return str(self.args[0])


class Sbom(NamedTuple):
    """`format` is `spdx` or `cyclonedx`, as in the record."""

    format: str
    components: tuple[Component, ...]


def read(data: bytes) -> Sbom:
    """The bill that a document is. Raises NotRead where it is none that can be read."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise NotRead("broken") from None
    if not isinstance(document, dict):
        raise NotRead("unknown")
    return _read(document)


def _read(document: dict[str, object]) -> Sbom:
    # Each is imported only where there is one: the library for CycloneDX takes its time.
    if document.get("bomFormat") == "CycloneDX":
        from vendorbook.checks.lib import sbom_cyclonedx

        return Sbom("cyclonedx", _some(sbom_cyclonedx.components(document)))
    if str(document.get("spdxVersion")).startswith("SPDX-2."):
        from vendorbook.checks.lib import sbom_spdx

        return Sbom("spdx", _some(sbom_spdx.components(document)))
    raise NotRead("too-new" if "spdx" in str(document.get("@context")) else "unknown")


def _some(components: list[Component]) -> tuple[Component, ...]:
    if not components:
        raise NotRead("empty")
    return tuple(components)


def says_something(value: object) -> bool:
    """Whether a text is more than a word for not knowing."""
    return isinstance(value, str) and value.strip().upper() not in _SAYS_NOTHING


def named(*parts: object) -> str:
    """Name and version of a component, or what else there is to find it by."""
    return " ".join(str(part) for part in parts if isinstance(part, str) and part.strip()) or "?"
