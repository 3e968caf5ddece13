"""A slip is mended by the fix that is offered; a changed scope is assessed by the command."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types as t

from tests.lsp.client import PATIENCE, Editor, talk
from tests.lsp.places import READABLE, RECORD, SHAPE, SUPPLIER, UNKNOWN
from vendorbook.cli.app import app

FIXES = {
    "a field's slip": (RECORD, "cloud_model:", "cloud_modle:", SHAPE, "cloud_model"),
    "a value's slip": (RECORD, "status: active", "status: activ", SHAPE, "active"),
    "an id's slip": (RECORD, "[order-routing, trading-host]", "[order-routing, trading-hots]", UNKNOWN, "trading-host"),
    "a word that YAML versions read differently": (RECORD, "trading_host: true", "trading_host: yes", READABLE, "true"),
    "a number that is text": (RECORD, "number: PB-IT-2024-003", "number: 010", READABLE, '"010"'),
    "an id that is its folder's": (RECORD, "id: order-routing", "id: order-ruoting", "ids-match-their-place", None),
    "a last line without its end": (SUPPLIER, None, None, READABLE, "\n"),
}


@pytest.mark.parametrize("name", FIXES)
def test_a_slip_is_mended_by_the_fix_that_is_offered(name: str, on_disk: Path) -> None:
    path, good, bad, code, written = FIXES[name]

    async def act(editor: Editor) -> None:
        text = editor.open(path)
        wrong = text.replace(good, bad, 1) if good and bad else text.removesuffix("\n")
        editor.type(path, wrong)
        await editor.until(path, lambda codes: code in codes)
        found = [each for each in await editor.found(path) if each.code == code]
        [action] = [each for each in await editor.actions(path, found) if each.is_preferred]
        assert action.edit
        assert action.edit.changes
        [edit] = action.edit.changes[editor.uri(path)]
        assert written in (None, edit.new_text)
        editor.type(path, applied(wrong, edit))
        assert code not in await editor.codes(path)
        assert written == '"010"' or applied(wrong, edit) == text

    talk(on_disk, act)


def applied(text: str, edit: t.TextEdit) -> str:
    rows = text.split("\n")
    assert edit.range.start.line == edit.range.end.line
    row = rows[edit.range.start.line].encode("utf-16-le")
    start, end = edit.range.start.character * 2, edit.range.end.character * 2
    rows[edit.range.start.line] = (row[:start] + edit.new_text.encode("utf-16-le") + row[end:]).decode("utf-16-le")
    return "\n".join(rows)


def test_a_changed_scope_can_be_assessed_where_there_is_a_command_for_it(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        changed = text.replace("systems: [order-routing, trading-host]", "systems: [order-routing]")
        editor.type(RECORD, changed)
        await editor.until(RECORD, lambda codes: "scope-is-the-one-assessed" in codes)
        found = [each for each in await editor.found(RECORD) if each.code == "scope-is-the-one-assessed"]
        offered = [each.command for each in await editor.actions(RECORD, found) if each.command]
        if "assess" not in app.list_commands(None):  # type: ignore[arg-type]
            assert offered == []
            return
        await _assesses(editor, offered[0], changed)

    talk(on_disk, act)


async def _assesses(editor: Editor, command: t.Command, changed: str) -> None:
    """Not before the change is saved; then there is a new assessment that names the scope."""
    journal = editor.root / "vendors/kite-systems/order-routing/journal"
    before = set(journal.iterdir())
    asked = t.ExecuteCommandParams(command.command, command.arguments)
    await asyncio.wait_for(editor.client.workspace_execute_command_async(asked), PATIENCE)
    assert set(journal.iterdir()) == before
    editor.save(RECORD, changed)
    await asyncio.wait_for(editor.client.workspace_execute_command_async(asked), PATIENCE)
    [written] = set(journal.iterdir()) - before
    assert written.name == "2026-11-22-risk-assessment.yaml"
    assert "trigger: change-of-service" in written.read_text("utf-8")
