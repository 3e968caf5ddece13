"""Places in the rules in each language, and code among words."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from vendorbook.site.places import place, with_code


@pytest.mark.parametrize(
    ("ref", "english"),
    [
        ("第四條第一項第五款第九目", "Art. 4 para. 1 subpara. 5 item 9"),
        ("第四條第一項第一款第十二目", "Art. 4 para. 1 subpara. 1 item 12"),
        ("第三條第二項附件", "Art. 3 para. 2 annex"),
        ("第二十條本文", "Art. 20 main text"),
        ("附則", "附則"),
    ],
)
def test_a_place_is_written_in_english(ref: str, english: str) -> None:
    assert [place(ref, "zh-TW"), place(ref, "en")] == [ref, english]


def test_every_place_of_the_rules_is() -> None:
    from ruamel.yaml import YAML

    rules = YAML(typ="safe", pure=True).load((ROOT / "policies/rules/twsa.yaml").read_text("utf-8"))
    refs = [each["ref"] for each in rules["obligations"]]
    assert len(refs) > 70
    assert [each for each in refs if not place(each, "en").startswith("Art.")] == []


def test_code_among_words_does_nothing_else() -> None:
    assert with_code("give `a: <b>` now") == "give <code>a&#58; &#60;b&#62;</code> now"
