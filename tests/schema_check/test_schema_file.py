"""A schema file that is wrong judges nothing, and says where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.schema_check.reading import source
from vendorbook.model import CannotJudge
from vendorbook.schema_check import Schemas
from vendorbook.schema_check.schema_file import parse, place

NOT_JSON = {
    "no JSON": (b'{\n  "type": "object",\n}', (3, 1)),
    "nothing": (b"", (1, 1)),
    "a list": (b"[]", (1, 1)),
    "not UTF-8": (b'{"title": "\xff"}', (1, 1)),
    "UTF-16": ('{"title": "x"}'.encode("utf-16"), (1, 1)),
    "a key twice": (b'{"type": "object", "type": "array"}', (1, 1)),
    "not a number": (b'{"minimum": NaN}', (1, 1)),
    "very deep": (b'{"items":' * 100_000, (1, 1)),
    "too deep": (b'{"items":' * 60 + b"{}" + b"}" * 60, (1, 1)),
}


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_no_schema_is_refused(name: str) -> None:
    data, expected = NOT_JSON[name]

    with pytest.raises(CannotJudge) as refused:
        parse("schemas/x.schema.json", data)

    assert refused.value.location == ("schemas/x.schema.json", *expected)


SCOPE = "schemas/engagement/scope.schema.json"
COMMON = "schemas/common.schema.json"
META = "schemas/meta.schema.json"

ID = '"../common.schema.json#/$defs/id"'
SERVICES = '"services": {\n      "title": "服務項目", "description"'
ID_TYPE = '{\n      "type": "string", "maxLength": 64,'
LIST = '{"type": "array", "maxItems": 9, "items": {"$ref": "#/$defs/x"}}'
NUMBER = '{"type": "number", "minimum": 0, "maximum": 100}'

CHANGES = {
    "a misspelt keyword": (SCOPE, '"maxItems": ', '"maxItem": ‸', "did you mean `maxItems`?"),
    "no title": (SCOPE, SERVICES, '"services": ‸{\n      "description"', "missing: `title`"),
    "no English": (SCOPE, '"x-en": {"title": "Services"', '"x-e": ‸{"title": "Services"', "did you mean `x-en`?"),
    "open": (SCOPE, '"additionalProperties": false', '"additionalProperties": ‸true', "must be `false`"),
    "a union": (SCOPE, '"properties": {', '"oneOf": ‸[], "properties": {', "unknown field `oneOf`"),
    "a type that is none": (SCOPE, '"type": "boolean"', '"type": ‸"bool"', "did you mean `boolean`?"),
    "text without end": (COMMON, ID_TYPE, "‸" + ID_TYPE.replace(', "maxLength": 64', ""), "`maxLength`"),
    "a list without end": (SCOPE, LIST, "‸" + LIST.replace('"maxItems": 9, ', ""), "`maxItems`"),
    "a number without end": (COMMON, NUMBER, "‸" + NUMBER.replace(', "maximum": 100', ""), "`maximum`"),
    "a pattern in the middle": (COMMON, '"^[A-Z]{2}$"', '‸"[A-Z]{2}"', "anchored"),
    "a pattern that nobody explains": (COMMON, '"errorMessage": ', '"errorMessag": ‸', "mean `errorMessage`?"),
    "a format of nobody": (COMMON, '"format": "date"', '"format": ‸"day"', "`format` cannot be `day`"),
    "values that nobody explains": (SCOPE, '"enumDescriptions": ["開發', '"enumDescription": ‸["開發', "did you mean"),
    "a network": (SCOPE, ID, '‸"https://example.invalid/x.json"', "`$ref` must be"),
    "a file of the machine": (SCOPE, ID, '‸"file:///etc/hostname"', "`$ref` must be"),
    "an absolute path": (SCOPE, ID, '‸"/etc/x.schema.json"', "to no schema"),
    "a way out of the folder": (SCOPE, ID, '‸"../../../x.schema.json"', "to no schema"),
    "a schema that is not there": (SCOPE, ID, '‸"../comon.schema.json#/$defs/id"', "to no schema"),
    "a part that is not there": (SCOPE, ID, '‸"../common.schema.json#/$defs/idd"', "to no schema"),
    "nothing at all": (SCOPE, ID, '‸""', "to no schema"),
}  # fmt: skip
"""File, text, what stands there instead (with ‸ where the finding is to point), and part of the message."""


def with_a_list(text: str) -> str:
    """The schema of the scope with a list of its own, on one line."""
    return text.replace('"title": "服務範圍"', f'"$defs": {{"x": {LIST}}}, "title": "服務範圍"', 1)


@pytest.mark.parametrize("name", CHANGES)
def test_a_schema_against_our_rules_is_refused_at_its_place(name: str, files: dict[str, bytes]) -> None:
    path, old, new, told = CHANGES[name]
    text = with_a_list(files[path].decode())
    assert old in text
    marked = text.replace(old, new, 1)
    before = marked[: marked.index("‸")]

    with pytest.raises(CannotJudge) as refused:
        Schemas({**files, path: marked.replace("‸", "").encode()}).bundle("engagement")

    assert told in refused.value.message.en
    assert refused.value.location == (path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_pattern_that_may_take_for_ever_cannot_be_used(files: dict[str, bytes]) -> None:
    changed = files[COMMON].replace(b'"^[A-Z]{2}$"', b'"^(?=[A-Z])(.)\\\\1$"', 1)
    schemas = Schemas({**files, COMMON: changed})

    with pytest.raises(CannotJudge, match="regex"):
        schemas.problems(source("id: x\n"), "supplier")


def test_without_the_rules_for_schemas_nothing_is_judged(files: dict[str, bytes]) -> None:
    without = {path: data for path, data in files.items() if path != META}

    with pytest.raises(CannotJudge, match="no schema schemas/meta"):
        Schemas(without).bundle("engagement")


def test_without_the_schema_of_a_kind_it_is_not_judged(schemas: Schemas) -> None:
    with pytest.raises(CannotJudge, match="no schema schemas/journal/party"):
        schemas.bundle("journal/party")


def test_a_place_is_found_whatever_stands_before_it() -> None:
    data = '{"文": [1, {"a\\"b": [], "c": {"d": "e"}}],\n  "f": true}'.encode()

    assert place("x", data, ())[1:] == (1, 1)
    assert place("x", data, ("文", 1, "c", "d"))[1:] == (1, 35)
    assert place("x", data, ("f",))[1:] == (2, 8)


def test_every_part_of_every_schema_is_found(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        for way, value in parts(json.loads(data)):
            at = place(path, data, way)
            line = data.decode().split("\n")[at.line - 1]
            assert line[at.column - 1 :].startswith(json.dumps(value, ensure_ascii=False)[:1]), (path, way)


def parts(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    yield way, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in items:
        yield from parts(part, (*way, step))
