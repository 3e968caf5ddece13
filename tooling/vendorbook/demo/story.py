"""The story: what happened, by whom and when, read from the files beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from vendorbook import yaml_source
from vendorbook.demo.passages import Passage


def passages() -> Iterator[Passage]:
    """What files said before a day."""
    for name in _names("earlier"):
        for each in _read(f"earlier/{name}")["passages"]:
            yield Passage(each["file"], date.fromisoformat(each["before"]), *(each[text].removesuffix("\n") for text in ("now", "then")))


def documents() -> dict[str, bytes]:
    """Documents that the example no longer has, by path."""
    return {each["path"]: each["text"].encode() for each in _read("documents.yaml")["documents"]}


def _names(folder: str) -> list[str]:
    return sorted(each.name for each in files(__package__).joinpath("story", folder).iterdir())


@cache
def _read(name: str) -> Any:
    data = files(__package__).joinpath("story", *name.split("/")).read_bytes()
    return yaml_source.read(data, f"story/{name}").value
