"""The same verdict however it is reached: alone, side by side, or from what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import AS_OF

from vendorbook.judging import Kept, Rules, judge, judge_again, side_by_side
from vendorbook.judging.applying import check_of
from vendorbook.model import CannotJudge, Item
from vendorbook.repository import Memory

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"


class Counting(Memory):
    """A snapshot that remembers what was read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.was_read: list[str] = []

    def read(self, path: str) -> bytes:
        self.was_read.append(path)
        return super().read(path)

    @property
    def records_read(self) -> list[str]:
        return [path for path in self.was_read if path.startswith("vendors/") and path.endswith(".yaml")]


def broken(files: dict[str, bytes]) -> dict[str, bytes]:
    """A register in which something is found, so that there is something to compare."""
    return {**files, RECORD: files[RECORD].replace(b"professional:", b"proficient:", 1)}


def test_side_by_side_finds_what_one_process_finds(
    example: dict[str, bytes], rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "_processes", lambda _: 1)
    alone = judge(Memory(example), rules, AS_OF)
    monkeypatch.setattr(side_by_side, "_processes", lambda _: 3)
    together = judge(Memory(example), rules, AS_OF)

    assert together == alone
    assert alone.upcoming


def test_a_warm_check_reads_no_record_and_finds_the_same(
    example: dict[str, bytes], rules: Rules, tmp_path: Path
) -> None:
    cold = judge_again(Counting(broken(example)), rules, AS_OF, Kept(str(tmp_path)))
    again = Counting(broken(example))
    warm = judge_again(again, rules, AS_OF, Kept(str(tmp_path)))

    assert warm == cold
    assert cold.findings
    assert again.records_read == []


def test_a_changed_record_is_read_and_the_rest_is_not(example: dict[str, bytes], rules: Rules, tmp_path: Path) -> None:
    judge_again(Counting(example), rules, AS_OF, Kept(str(tmp_path)))
    changed = Counting(broken(example))
    verdict = judge_again(changed, rules, AS_OF, Kept(str(tmp_path)))

    assert {path.split("/")[1] for path in changed.records_read} == {"kite-systems"}
    assert verdict.findings == judge(Memory(broken(example)), rules, AS_OF).findings


def test_what_depends_on_the_whole_is_judged_again_when_the_whole_changes(
    example: dict[str, bytes], rules: Rules, tmp_path: Path
) -> None:
    judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path)))
    grown = {**example, RECORD: example[RECORD].replace(b"amount: 6800000", b"amount: 68000000", 1)}
    verdict = judge_again(Memory(grown), rules, AS_OF, Kept(str(tmp_path)))

    assert verdict.findings == judge(Memory(grown), rules, AS_OF).findings
    assert {finding.record.split("/")[0] for finding in verdict.findings} - {"kite-systems"}


def test_another_day_is_judged_afresh(example: dict[str, bytes], rules: Rules, tmp_path: Path) -> None:
    judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path)))
    later = date(2028, 1, 1)

    verdict = judge_again(Memory(example), rules, later, Kept(str(tmp_path)))

    assert verdict.findings == judge(Memory(example), rules, later).findings


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"kite-systems": [1]}', b'{"kite-systems": 3}', b"\xff"])
def test_a_damaged_cache_is_no_cache(
    content: bytes, example: dict[str, bytes], rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    expected = judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path)))
    kept = list(tmp_path.rglob("*.json"))
    for file in kept:
        file.write_bytes(content)

    assert kept
    assert judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path))) == expected


def crashing(record: object, params: object, context: object) -> Iterator[Item]:
    raise KeyError("a bug")
    yield


@pytest.mark.parametrize("processes", [1, 2])
def test_a_crashing_check_is_told_and_the_others_still_speak(
    processes: int, example: dict[str, bytes], rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = judge(Memory(broken(example)), rules, AS_OF)
    monkeypatch.setattr(side_by_side, "_processes", lambda _: processes)
    monkeypatch.setattr("vendorbook.checks.recurs.recurs", crashing)
    verdict = judge(Memory(broken(example)), rules, AS_OF)

    crashes = [finding for finding in verdict.findings if finding.policy == "check-has-crashed"]
    others = [finding for finding in verdict.findings if finding.policy != "check-has-crashed"]
    assert verdict.crashed
    assert all("KeyError" in finding.message.en for finding in crashes)
    assert others == list(expected.findings)
    assert len(verdict.tracebacks) == len(crashes) > 0


def test_a_crash_is_not_kept(
    example: dict[str, bytes], rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("vendorbook.checks.recurs.recurs", crashing)
        assert judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path))).crashed

    assert not judge_again(Memory(example), rules, AS_OF, Kept(str(tmp_path))).crashed


def test_the_check_of_a_policy_is_the_function_of_that_name() -> None:
    assert check_of("recurs").__name__ == "recurs"


def test_an_empty_register_cannot_be_judged(example: dict[str, bytes], rules: Rules) -> None:
    rules_only = {path: data for path, data in example.items() if not path.startswith("vendors/")}

    with pytest.raises(CannotJudge):
        judge(Memory(rules_only), rules, AS_OF)
