"""What the pages say that no record says: one file, each text in both languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from vendorbook.model import Text

FILE = Path(__file__).parent / "strings.yaml"


@cache
def strings() -> dict[str, Text]:
    """Every text by its key."""
    import yaml

    read = yaml.load(FILE.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return {key: Text.of(both) for key, both in read.items()}


def say(key: str, lang: str, **values: object) -> str:
    """A text in a language, its `{names}` filled in. Raises KeyError for a key that is not in the file."""
    said = strings()[key].in_(lang)
    return said.format_map(values) if values else said
