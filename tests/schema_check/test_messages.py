"""Each fault is told at its line and column, in words that say what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.schema_check.reading import source
from vendorbook.schema_check import Schemas

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8"))
SOUND = CASES["sound"]


def test_the_sound_record_is_sound(schemas: Schemas) -> None:
    assert schemas.problems(source(SOUND), "engagement") == []


@pytest.mark.parametrize("name", CASES["faults"])
def test_a_fault_is_told_at_its_place(name: str, schemas: Schemas) -> None:
    case = CASES["faults"][name]
    assert case["old"] in SOUND

    problems = schemas.problems(source(SOUND.replace(case["old"], case["new"], 1)), "engagement")

    found = {problem.location[1:]: problem.message.both() for problem in problems}
    assert found.get(tuple(case["at"])) == {"zh-TW": case["zh-TW"], "en": case["en"]}
    assert len(problems) == case.get("problems", 1), found


@pytest.mark.parametrize("name", CASES["other_kinds"])
def test_other_kinds_are_told_of_as_well(name: str, schemas: Schemas) -> None:
    case = CASES["other_kinds"][name]

    problems = schemas.problems(source(f"{case['text']}\n", case["kind"]), case["kind"])

    told = [problem.message for problem in problems]
    assert any(each.zh_tw.startswith(case["zh-TW"]) and each.en.startswith(case["en"]) for each in told), told
