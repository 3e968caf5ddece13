"""Every fault of a file is told, once, in the order of the file; and never what must not leave the firm."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.schema_check.conftest import ROOT
from tests.schema_check.reading import source, source_of
from vendorbook import yaml_source
from vendorbook.model import Node, Plain, Source, Text
from vendorbook.schema_check import Schemas, kind_of, messages
from vendorbook.schema_check.explaining import MOST


def test_all_faults_are_told_in_the_order_of_the_file(schemas: Schemas) -> None:
    told = schemas.problems(
        source("id: A\nstatus: open\nproject_owner: 5\nscope: {services: {}}\nmore: 1\n"), "engagement"
    )

    places = [problem.location for problem in told]
    assert places == sorted(places)
    assert {place.line for place in places} == {1, 2, 3, 4, 5}


def test_one_fault_of_a_value_is_enough(schemas: Schemas) -> None:
    told = schemas.problems(source('kind: audit\ndate: ""\nfindings: {none: ""}\n'), "journal/audit")

    assert [problem.location.line for problem in told] == [2, 3]


def test_an_unknown_kind_of_entry_is_never_valid(schemas: Schemas) -> None:
    path = "vendors/kite/order/journal/2026-01-05-adit.yaml"
    told = schemas.problems(yaml_source.read(b"kind: adit\n", path), kind_of(path) or "")

    assert [problem.location for problem in told] == [(path, 1, 1)]


HOSTILE: dict[str, Plain] = {
    "thousands of unknown fields": {f"field-{number}": 1 for number in range(9_000)},
    "thousands of wrong items": {"contract": {"evidence": [{"sha256": "x"}] * 4_000}},
    "thousands of blocks that must differ": {"scope": {"systems": [{"a": number} for number in range(4_000)]}},
    "a word that is very long": {"status": "x" * 200_000, "id": "a" * 40_000},
    "fields whose names are very long": {"x" * 1_000: 1, "y" * 1_000: 2},
    "a nest": {"scope": {"services": [[[[[[[[[[[[1]]]]]]]]]]]]}},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_explained_soon_and_briefly(schemas: Schemas, name: str) -> None:
    hostile = source_of(HOSTILE[name])
    begun = time.process_time()

    told = schemas.problems(hostile, "engagement")
    seconds = time.process_time() - begun

    assert seconds < 1.5
    assert 0 < len(told) <= MOST
    assert all(len(problem.message.zh_tw) + len(problem.message.en) < 2_000 for problem in told)


@pytest.mark.parametrize("name", HOSTILE)
def test_only_so_much_is_put_in_words(schemas: Schemas, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[Text] = []
    for sentence in ("message", "unknown_key", "missing_key"):
        monkeypatch.setattr(messages, sentence, counting(getattr(messages, sentence), worded))

    schemas.problems(source_of(HOSTILE[name]), "engagement")

    assert 0 < len(worded) < 700


def counting(sentence: Callable[..., Text], worded: list[Text]) -> Callable[..., Text]:
    def counted(*arguments: object) -> Text:
        worded.append(sentence(*arguments))
        return worded[-1]

    return counted


SECRET = "甲乙丙丁"
WRONG: dict[str, Plain] = {
    "a list": [SECRET],
    "a list of lists": [[SECRET]],
    "a block": {"more": SECRET},
    "with a blank": f" {SECRET}",
    "of two lines": f"{SECRET}\n{SECRET}",
    "very long": SECRET * 100,
    "a number": 7391,
}


def confidential_nodes(schemas: Schemas) -> list[Node]:
    """A confidential value of every kind of field that the register has filled in."""
    found: dict[tuple[str, str], Node] = {}
    for path in sorted([*ROOT.glob("vendors/**/*.yaml"), ROOT / "policies/people.yaml"]):
        name = path.relative_to(ROOT).as_posix()
        waiting = [yaml_source.read(path.read_bytes(), name).root]
        while waiting:
            node = waiting.pop()
            waiting += node.items() + node.fields()
            kind, way = kind_of(name) or "", node.way
            if schemas.confidential(kind, way):
                found.setdefault((kind, ".".join(str(step) for step in way if isinstance(step, str))), node)
    return list(found.values())


def replaced(node: Node, value: Plain) -> Plain:
    """The file's whole content with one value replaced."""
    whole = value
    while node.parent is not None:
        above = node.parent.value
        if isinstance(above, dict):
            whole = {**above, str(node.key): whole}
        elif isinstance(above, list):
            index = int(node.key)
            whole = [*above[:index], whole, *above[index + 1 :]]
        node = node.parent
    return whole


def test_what_is_confidential_is_never_quoted(schemas: Schemas) -> None:
    nodes = confidential_nodes(schemas)
    told = 0

    for node in nodes:
        kind = kind_of(node.source.path) or ""
        for wrong in WRONG.values():
            for problem in schemas.problems(source_of(replaced(node, wrong)), kind):
                told += 1
                assert SECRET not in problem.message.zh_tw + problem.message.en
                assert "7391" not in problem.message.zh_tw + problem.message.en
    assert len(nodes) >= 6
    assert told > 4 * len(nodes)


def test_the_same_values_are_quoted_where_they_are_not_confidential(schemas: Schemas) -> None:
    told = schemas.problems(source(f'contract: {{number: " {SECRET}"}}\n'), "engagement")

    assert any(SECRET in problem.message.zh_tw for problem in told)


def test_a_valid_file_costs_no_import_of_what_only_explains() -> None:
    program = """
import sys
from pathlib import Path
from vendorbook import yaml_source
from vendorbook.schema_check import Schemas
root = Path(sys.argv[1])
schemas = Schemas({path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("schemas/**/*.json")})
read = yaml_source.read(b"kind: audit\\ndate: 2026-01-05\\n", "x.yaml")
assert schemas.problems(read, "journal/audit") == []
schemas.title_of("engagement", "contract.signed_on")
print(sorted({"jsonschema", "referencing", "difflib"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-I", "-c", program, str(ROOT)], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_a_difference_of_the_validators_is_not_silent(schemas: Schemas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendorbook.schema_check.explaining.faults", lambda value, schema: iter(()))

    told = schemas.problems(source("status: active\n"), "engagement")

    assert [problem.location.line for problem in told] == [1]
    assert "could not be told" in told[0].message.en


def test_sources_are_of_this_repository() -> None:
    assert isinstance(source("a: b\n"), Source)
    assert (Path(ROOT) / "schemas").is_dir()
