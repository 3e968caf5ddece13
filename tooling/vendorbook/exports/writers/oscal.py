"""OSCAL in JSON: a catalog, a component definition, and assessment results."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.exports.export import Export
from vendorbook.exports.oscal_documents import CATALOG, COMPONENTS, RESULTS, catalog, components, results
from vendorbook.model import Text

SAID = Text("義務、委外案與評估結果", "the obligations, the engagements and how they were assessed")
IN_FOLDER = True
IS_TEXT = True


def files(export: Export) -> Mapping[str, bytes]:
    made = {CATALOG: catalog, COMPONENTS: components, RESULTS: results}
    return {name: each(export.material, export.lang) for name, each in made.items()}
