"""The components of a CycloneDX bill, each read by the library of the CycloneDX project itself.

One by one, so that one that cannot be read is known by its name and does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from warnings import catch_warnings

from cyclonedx.model import component as cyclonedx

from vendorbook.checks.lib.sbom import FORM, LICENCE, SOURCE, Component, named, says_something

_MODEL: Any = cyclonedx.Component  # a decorator gives it `from_json`, which its types do not tell


def components(document: dict[str, Any]) -> list[Component]:
    """All of them, those within others included; what the bill is about is not one of them."""
    with catch_warnings(action="ignore"):  # such as that a field is deprecated: not for whoever checks a register
        return [_component(each) for each in _flat(document.get("components"))]


def _flat(listed: Any) -> Iterator[Any]:
    waiting = [listed]
    while waiting:
        within = waiting.pop(0)
        # What ought to be a list and is none counts as one component that cannot be read.
        for each in within if isinstance(within, list) else [] if within is None else [within]:
            if isinstance(each, dict):
                waiting.append(each.get("components"))
                yield {key: value for key, value in each.items() if key != "components"}
            else:
                yield each


def _component(data: Any) -> Component:
    name = named(data.get("name") or data.get("bom-ref"), data.get("version")) if isinstance(data, dict) else "?"
    try:
        model: Any = _MODEL.from_json(data)
    except Exception:  # whatever it stumbles upon: AttributeError, TypeError, ValueError, its own
        return Component(name, (FORM,))
    lacks = ((LICENCE, _has_licence(model)), (SOURCE, _has_source(model)))
    return Component(name, tuple(what for what, is_there in lacks if not is_there))


def _has_licence(model: Any) -> bool:
    return any(
        says_something(getattr(licence, field, None)) for licence in model.licenses for field in ("id", "name", "value")
    )


def _has_source(model: Any) -> bool:
    """Where it comes from: an address of its own, or who makes or supplies it."""
    makers = [model.supplier, model.manufacturer, *model.authors]
    names = [model.author, model.publisher, *(getattr(maker, "name", None) for maker in makers)]
    return bool(model.purl or model.external_references) or any(says_something(name) for name in names)
