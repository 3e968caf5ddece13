"""What stands at a place is explained, what may stand there is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.client import Editor, talk
from tests.lsp.places import ENTRY, RECORD, WAIVER, row_of

HOVERS = {
    "a field": (RECORD, "cloud_model", "zh-tw", ["雲端服務模式", "第二條第八款"]),
    "a field in English": (RECORD, "cloud_model", "en-US", ["Cloud model", "Article 2 item 8"]),
    "an allowed value": (RECORD, "none\n", "zh-tw", ["非雲端"]),
    "a person": (RECORD, "s-0107", "zh-tw", ["專案負責人", "資訊部"]),
    "a system, in brackets": (RECORD, "trading-host]", "en", ["Trading host", "core"]),
    "a key in brackets": (RECORD, "site:", "zh-tw", ["地點"]),
    "a policy": (WAIVER, "control-is-done-on-time", "en", ["Policy", "The policy that is waived"]),
    "an obligation": ("policies/article-5/access-reviewed-every-half-year.yaml", "A5.4", "zh-tw", ["第五條第四項"]),
}


@pytest.mark.parametrize("name", HOVERS)
def test_what_stands_there_is_explained(name: str, on_disk: Path) -> None:
    path, word, locale, wanted = HOVERS[name]

    async def act(editor: Editor) -> None:
        text = editor.open(path)
        row, column = row_of(text, word)
        shown = await editor.hover(path, row, column + 1)
        assert [each for each in wanted if each not in shown] == [], shown

    talk(on_disk, act, locale=locale)


CHOICES = {
    "people by staff id": (RECORD, "project_owner: s-0107", "project_owner: ", "s-0104"),
    "systems": (RECORD, "systems: [order-routing, trading-host]", "systems: [order-routing, ", "settlement"),
    "data classes": (RECORD, "data_classes: [customer-orders", "data_classes: [", "personal-data"),
    "allowed values": (RECORD, "status: active", "status: ", "ending"),
    "truth values": (RECORD, "trading_host: true", "trading_host: ", "false"),
    "fields": (RECORD, "  cloud_model: none", "  cl", "cloud_model"),
    "suppliers": (RECORD, "- id: sandglass-software", "- id: ", "night-owl"),
    "policies": (WAIVER, "policy: control-is-done-on-time", "policy: ", "supplier-certificate-is-valid"),
    "records": (WAIVER, "record: night-owl/soc-monitoring", "record: ", "kite-systems/order-routing"),
    "obligations": ("policies/article-5/access-reviewed-every-half-year.yaml", "[A5.4]", "[", "A5.4"),
}


@pytest.mark.parametrize("name", CHOICES)
def test_what_may_stand_there_is_offered(name: str, on_disk: Path) -> None:
    """While what is being typed is no YAML yet."""
    path, before, typed, wanted = CHOICES[name]

    async def act(editor: Editor) -> None:
        text = editor.open(path)
        row, column = row_of(text, before)
        now = text.replace(before, typed, 1)
        editor.type(path, now)
        offered = await editor.choices(path, row, column + len(typed))
        assert wanted in offered, sorted(offered)

    talk(on_disk, act)


def test_entries_are_offered_for_what_is_superseded_and_corrected(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        editor.open(ENTRY, "kind: correction\ncorrects: \n")
        offered = await editor.choices(ENTRY, 1, len("corrects: "))
        assert "journal/2025-06-10-risk-assessment" in offered
        other = ENTRY.replace("correction", "risk-assessment")
        editor.open(other, "kind: risk-assessment\nsupersedes: \n")
        offered = await editor.choices(other, 1, len("supersedes: "))
        assert offered
        assert all(each[len("journal/2026-01-05-") :].startswith("risk-assessment") for each in offered)

    talk(on_disk, act)
