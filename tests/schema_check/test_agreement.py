"""The two validators come to one verdict: on every file of the register, and on what goes wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.schema_check.conftest import ROOT
from tests.schema_check.reading import source_of
from tests.schema_check.test_explaining import replaced
from vendorbook import yaml_source
from vendorbook.model import Node, Plain, Source
from vendorbook.schema_check import Schemas, kind_of
from vendorbook.schema_check.faults import validator
from vendorbook.schema_check.judging import judge
from vendorbook.schema_check.messages import UNEXPLAINED

MUTATIONS_A_KIND = 60
FILES = sorted([*ROOT.glob("vendors/**/*.yaml"), *ROOT.glob("policies/**/*.yaml")])


SCHEMAS = Schemas({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ROOT.glob("schemas/**/*.json")})


def read(path: Any) -> Source:
    return yaml_source.read(path.read_bytes(), path.relative_to(ROOT).as_posix())


def longest_of_each_kind() -> dict[str, Source]:
    """The longest file of each kind says the most."""
    by_length = sorted(FILES, key=lambda path: path.stat().st_size)
    by_kind = {kind_of(path.relative_to(ROOT).as_posix()) or "": path for path in by_length}
    return {kind: read(path) for kind, path in sorted(by_kind.items())}


SAMPLES = longest_of_each_kind()


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for below in [*node.items(), *node.fields()]:
        yield from nodes(below)


def without_a_key(node: Node) -> Iterator[Plain]:
    if isinstance(node.value, dict):
        yield from ({key: part for key, part in node.value.items() if key != left_out} for left_out in node.value)


def with_another_type(node: Node) -> Iterator[Plain]:
    others: list[Plain] = ["word", 5, 0.5, True, [], {}, ["word"], {"none": "word"}, {"not_applicable": "word"}]
    yield from (other for other in others if type(other) is not type(node.value))


def with_another_value(node: Node) -> Iterator[Plain]:
    value = node.value
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield from (-value - 1, value + 0.5, float(value), 10**14)
    elif isinstance(value, str):
        yield from ("", " ", "\n", "x" * 9_000, "文" * 400)
        yield from (value + "\n", value + "x", f" {value}", value * 2, value.upper())


def with_something_more(node: Node) -> Iterator[Plain]:
    if isinstance(node.value, dict):
        yield {**node.value, "one_more": "word"}
        yield {**node.value, "none": "word"}
    elif isinstance(node.value, list):
        yield [*node.value, *node.value[:1]]
        yield [*node.value, "word"]
        yield (node.value * 60)[:60]


MUTATIONS = (without_a_key, with_another_type, with_another_value, with_something_more)
"""Each yields what a value could have been instead."""


def mutated(source: Source, random: Random) -> Plain:
    """The file's content with one thing gone wrong with it."""
    node, mutate = random.choice(list(nodes(source.root))), random.choice(MUTATIONS)
    values = list(mutate(node))
    return replaced(node, random.choice(values)) if values else source.value


def verdicts(value: Plain, kind: str, schemas: Schemas) -> set[bool]:
    schema = schemas.bundle(kind)
    return {schemas.accepts(value, kind), judge(schema).is_valid(value), validator(schema).is_valid(value)}


def test_there_is_a_file_of_nearly_every_kind(schemas: Schemas) -> None:
    assert set(schemas.kinds) - set(SAMPLES) <= {"journal/switchover-drill", "journal/release", "journal/recovery-plan"}


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_file_of_the_register_is_valid_to_both(kind: str, schemas: Schemas) -> None:
    paths = [path for path in FILES if kind_of(path.relative_to(ROOT).as_posix()) == kind]
    explains = validator(schemas.bundle(kind))

    for path in paths:
        source = read(path)
        assert schemas.problems(source, kind) == [], path
        assert explains.is_valid(source.value), path


@pytest.mark.parametrize("kind", SAMPLES)
def test_both_agree_on_what_goes_wrong_and_it_can_be_told(kind: str, schemas: Schemas) -> None:
    fast = judge(schemas.bundle(kind))
    explains = validator(schemas.bundle(kind))
    random = Random(kind)
    wrong = 0

    for value in [mutated(SAMPLES[kind], random) for _ in range(MUTATIONS_A_KIND)]:
        valid = fast.is_valid(value)
        assert schemas.accepts(value, kind) == valid
        assert explains.is_valid(value) == valid
        if valid or not isinstance(value, dict):
            continue
        wrong += 1
        told = schemas.problems(source_of(value), kind)
        assert told
        assert all(problem.message != UNEXPLAINED and problem.message.zh_tw for problem in told)
    assert wrong > 10


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(sorted(SAMPLES)), random=st.randoms(use_true_random=False))
def test_both_agree_on_two_things_gone_wrong(kind: str, random: Random) -> None:
    value = mutated(SAMPLES[kind], random)
    if isinstance(value, dict) and len(str(value)) < 50_000:
        value = mutated(source_of(value), random)

    assert len(verdicts(value, kind, SCHEMAS)) == 1
