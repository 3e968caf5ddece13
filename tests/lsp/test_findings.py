"""Findings come and go while somebody types, as `check` has them."""

from __future__ import annotations

import time
from pathlib import Path

from lsprotocol import types as t

from tests.lsp.client import PATIENCE, Editor, talk
from tests.lsp.places import ENTRY, RECORD, SHAPE, UNKNOWN, WAIVER, row_of


def test_findings_come_and_go_while_typing(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        assert await editor.found(RECORD) == []

        editor.type(RECORD, text.replace("project_owner: s-0107", "project_owner: s-9999", 1))
        [found] = [each for each in await editor.found(RECORD) if each.code == UNKNOWN]
        assert found.severity is t.DiagnosticSeverity.Error
        assert found.source == "vendorbook"
        assert "policies/people.yaml 沒有 s-9999 這個人" in found.message
        assert found.code_description
        assert found.code_description.href.endswith("/policies/register/references-resolve.yaml")
        row, column = row_of(text, "s-0107")
        assert found.range == t.Range(t.Position(row, column), t.Position(row, column + 6))

        editor.type(RECORD, text)
        assert await editor.found(RECORD) == []

    talk(on_disk, act)


def test_a_finding_leads_to_what_is_related(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        editor.type(RECORD, text.replace("systems: [order-routing, trading-host]", "systems: [order-routing]"))
        await editor.until(RECORD, lambda codes: "scope-is-the-one-assessed" in codes)
        found = {str(each.code): each for each in await editor.found(RECORD)}["scope-is-the-one-assessed"]
        assert found.related_information
        assert "/journal/" in found.related_information[0].location.uri
        assert isinstance(found.data, dict)
        assert found.data["record"] == "kite-systems/order-routing"

    talk(on_disk, act)


def test_it_finds_what_check_finds(on_disk: Path) -> None:
    """Also what only the whole register shows, with waivers marked."""
    waived = "vendors/night-owl/soc-monitoring/journal/2026-06-18-risk-assessment.yaml"

    async def act(editor: Editor) -> None:
        for path in ("vendors/banyan-networks/supplier.yaml", "vendors/night-owl/soc-monitoring/engagement.yaml"):
            editor.open(path)
        assert await editor.codes("vendors/banyan-networks/supplier.yaml") == {"supplier-certificate-is-valid"}
        assert await editor.codes(waived) == {"control-is-done-on-time"}
        assert {each.severity for each in await editor.found(waived)} == {t.DiagnosticSeverity.Hint}

    talk(on_disk, act)


def test_a_new_entry_need_not_be_saved_to_be_judged(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        editor.open(ENTRY, "kind: corection\ndate: 2026-11-20\n")
        assert await editor.codes(ENTRY) == {SHAPE}

    talk(on_disk, act)


def test_what_is_closed_is_shown_no_more(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        editor.type(RECORD, text.replace("status: active", "status: activ", 1))
        assert await editor.codes(RECORD) == {SHAPE}
        editor.close(RECORD)
        assert await editor.found(RECORD) == []

    talk(on_disk, act)


def test_what_is_saved_elsewhere_counts_at_once(on_disk: Path) -> None:
    """A person leaves `people.yaml`; the record that names them is open."""

    async def act(editor: Editor) -> None:
        editor.open(RECORD)
        assert await editor.found(RECORD) == []
        people = on_disk / "policies/people.yaml"
        text = people.read_text("utf-8").replace("- id: s-0107", "- id: s-0199", 1)
        editor.diagnostics.clear()
        editor.save("policies/people.yaml", text)
        await editor.until(RECORD, lambda codes: UNKNOWN in codes)

    talk(on_disk, act)


def test_rules_at_fault_are_shown_where_they_are(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open("policies/people.yaml")
        assert await editor.found("policies/people.yaml") == []
        editor.type("policies/people.yaml", text.replace("unit_kind: management", "unit_kind: boss", 1))
        assert await editor.codes("policies/people.yaml") == {"cannot-judge"}
        editor.type("policies/people.yaml", text)
        assert await editor.found("policies/people.yaml") == []

    talk(on_disk, act)


def test_a_waiver_is_judged_too(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(WAIVER)
        editor.type(WAIVER, text.replace("approved_by: s-0104", "approved_by: s-0109", 1))
        await editor.until(WAIVER, lambda codes: "waiver-is-in-force" in codes)

    talk(on_disk, act)


def test_a_keystroke_is_answered_within_a_fifth_of_a_second(on_disk: Path) -> None:
    """Once the whole has been looked at; the quickest of some, since other work may be going on here."""
    took: list[float] = []

    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        wrong = text.replace("project_owner: s-0107", "project_owner: s-9999", 1)
        until = time.monotonic() + PATIENCE
        while len([each for each in took if each < 0.2]) < 4 and time.monotonic() < until:
            editor.type(RECORD, wrong)
            took.append(await editor.until(RECORD, lambda codes: UNKNOWN in codes))
            editor.type(RECORD, text)
            took.append(await editor.until(RECORD, lambda codes: UNKNOWN not in codes))

    talk(on_disk, act)
    assert sorted(took)[3] < 0.2, took
