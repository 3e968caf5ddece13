"""The editor's settings give each file of the register the schema that the checks give it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from vendorbook.schema_check import kind_of

ROOT = Path(__file__).parents[2]
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
FILES = sorted(str(path.relative_to(ROOT)) for top in ("vendors", "policies") for path in (ROOT / top).rglob("*.yaml"))


def as_pattern(glob: str) -> re.Pattern[str]:
    return re.compile(re.escape(glob).replace(r"\*", "[^/]*").replace(r"\?", "[^/]"))


def schemas_for(path: str) -> list[str]:
    wanted = {
        schema: [globs] if isinstance(globs, str) else globs for schema, globs in SETTINGS["yaml.schemas"].items()
    }
    return [schema for schema, globs in wanted.items() if any(as_pattern(glob).fullmatch(path) for glob in globs)]


def test_there_are_files() -> None:
    assert len(FILES) > 100


def test_each_file_has_the_one_schema_that_checks_use() -> None:
    assert {path: schemas_for(path) for path in FILES} == {
        path: [f"./schemas/{kind_of(path)}.schema.json"] for path in FILES
    }


def test_the_first_line_of_each_file_names_the_schema_for_other_editors() -> None:
    first = {path: (ROOT / path).read_text(encoding="utf-8").split("\n", 1)[0] for path in FILES}

    assert first == {
        path: f"# yaml-language-server: $schema={'../' * path.count('/')}schemas/{kind_of(path)}.schema.json"
        for path in FILES
    }


@pytest.mark.parametrize("schema", SETTINGS["yaml.schemas"])
def test_a_schema_that_is_named_exists(schema: str) -> None:
    assert (ROOT / schema).is_file()
