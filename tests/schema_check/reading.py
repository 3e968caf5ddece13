"""Texts and values as sources, so that problems have places."""

from __future__ import annotations

import json

from vendorbook import yaml_source
from vendorbook.model import Plain, Source

PATHS = {
    "supplier": "vendors/kite-systems/supplier.yaml",
    "engagement": "vendors/kite-systems/order-routing/engagement.yaml",
}


def source(text: str, kind: str = "engagement") -> Source:
    return yaml_source.read(text.encode(), PATHS.get(kind, f"policies/{kind}.yaml"))


def source_of(value: Plain) -> Source:
    """A value written in YAML's flow style, which JSON is part of."""
    return source(json.dumps(value, ensure_ascii=False) + "\n")
