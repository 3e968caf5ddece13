"""What readers of YAML make of a text, in forms that can be compared."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import yaml
from ruamel.yaml import YAML

from vendorbook.yaml_source import read

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


def ours(text: str) -> object:
    return _comparable(read(text.encode(), "x.yaml").value)


def pyyaml(text: str) -> object:
    """PyYAML, which follows YAML 1.1, with the parser that we use too."""
    return _comparable(yaml.load(text, yaml.CSafeLoader))


def pure_pyyaml(text: str) -> object:
    """PyYAML with a parser of its own."""
    return _comparable(yaml.load(text, yaml.SafeLoader))


def ruamel(text: str) -> object:
    """ruamel.yaml without its C library, which follows YAML 1.2."""
    return _comparable(YAML(typ="safe", pure=True).load(text))


def _comparable(value: object) -> object:
    """Days and moments as numbers and texts: we keep them as text, the others do not."""
    if isinstance(value, dict):
        return {key: _comparable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_comparable(each) for each in value]
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    return value.isoformat() if isinstance(value, date) else value
