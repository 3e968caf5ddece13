"""Each component of a bill of materials that a machine can read says under which licence and from where it comes."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.sbom import FORM, LICENCE, SOURCE, Component, NotRead, read
from vendorbook.checks.lib.wording import first_of
from vendorbook.model import Node, Violation
from vendorbook.register import Context, Engagement, Entry

_CASES = {LICENCE: "no-licence", SOURCE: "no-source", FORM: "not-understood"}


def listed_components_have_licence_and_source(
    record: Engagement, _params: None, _context: Context
) -> Iterator[Violation]:
    for entry in record.entries("delivery"):
        documents = [each.nearest("file") for each in entry.root.find("components.evidence[]")]
        in_json = [file for file in documents if str(file.value).endswith(".json")]
        if documents and not in_json and _format(entry) != "document":
            yield Violation(entry.root.nearest("components.format"), {"format": _format(entry)}, "no-json")
        for file in in_json:
            data = record.content_of(str(file.value))
            if data is not None:  # one that is not there is for `evidence_matches_its_digest` to find
                yield from _of(file, data, _format(entry))


def _format(entry: Entry) -> str:
    """As the record has it; what says nothing of its format is a document."""
    return entry.root.text("components.format") or "document"


def _of(file: Node, data: bytes, stated: str) -> Iterator[Violation]:
    about = {"file": file.value, "format": stated}
    try:
        found = read(data)
    except NotRead as trouble:
        # What is filed as a document need not be a bill that a machine can read; one that is must not be empty.
        if stated != "document" or trouble.reason == "empty":
            yield Violation(file, about, trouble.reason)
        return
    if stated not in ("document", found.format):
        yield Violation(file, {**about, "found": found.format}, "other-format")
    for lack, case in _CASES.items():
        lacking = [component for component in found.components if lack in component.lacks]
        if lacking:
            yield Violation(file, {**about, **_named(lacking)}, case)


def _named(components: list[Component]) -> dict[str, object]:
    return {"count": len(components), "components": first_of([component.name for component in components])}
