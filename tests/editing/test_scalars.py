"""Whatever a value is, the strict reader reads it again, in brackets too."""

from __future__ import annotations

import pytest

from vendorbook.editing.drafting import drafted
from vendorbook.editing.fields import Fields
from vendorbook.judging import Rules
from vendorbook.yaml_source import read

PATH = "vendors/kite/supplier.yaml"


@pytest.mark.parametrize(
    "text", ["::error::x", ":x", "?x", "a :?", "a:[b", "a:,b", "a: b", "- a", "#a", "a #b", "[a]", "no"]
)
def test_a_text_is_itself_again(text: str, rules: Rules) -> None:
    values = {"id": "kite", "name": {"zh-TW": text, "en": text}, "country": "TW", "note": text}
    written = drafted(Fields(rules.book.schemas, "supplier", "en"), PATH, values)
    assert read(written.encode(), PATH).value == values
