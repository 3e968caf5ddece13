"""A bounded run of the fuzzer, in four parts so that they can run side by side."""

from __future__ import annotations

import pytest

from tests.fuzz_reader import fuzz


@pytest.mark.parametrize("seed", range(4))
def test_damaged_records_are_read_as_others_read_them_or_refused(seed: int) -> None:
    verdicts = fuzz(seed, count=5_000)

    assert verdicts.total() == 5_000
    assert verdicts["read"] > 500
    assert verdicts["refused"] > 500
