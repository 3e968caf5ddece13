"""How a figure of concentration is said."""

from __future__ import annotations

import pytest

from vendorbook.checks.lib.concentration import shown


@pytest.mark.parametrize(("percent", "said"), [(30, "30"), (33.333, "33.3"), (66.66, "66.7"), (0.04, "0")])
def test_to_one_decimal_and_a_whole_one_without(percent: float, said: str) -> None:
    assert shown(percent) == said
