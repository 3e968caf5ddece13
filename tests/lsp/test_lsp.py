"""`vendorbook lsp` as an editor meets it: a real process, a real client, a real register."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as t

from tests.lsp.client import PATIENCE, Editor, talk
from vendorbook.cli.app import app

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"
SUPPLIER = "vendors/kite-systems/supplier.yaml"
ENTRY = "vendors/kite-systems/order-routing/journal/2026-11-20-correction.yaml"
WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"
UNKNOWN = "references-resolve"
SHAPE, READABLE = "record-matches-schema", "record-is-readable"

Act = Callable[[Editor], Coroutine[Any, Any, None]]


def row_of(text: str, part: str) -> tuple[int, int]:
    """The row and the column (in UTF-16) at which a part of a text begins."""
    before = text[: text.index(part)]
    last = before.rpartition("\n")[2]
    return before.count("\n"), len(last.encode("utf-16-le")) // 2


# -- findings ------------------------------------------------------------------------------------------


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
    shown: dict[str, set[str]] = {}

    async def act(editor: Editor) -> None:
        for path in ("vendors/banyan-networks/supplier.yaml", "vendors/night-owl/soc-monitoring/engagement.yaml"):
            editor.open(path)
            await editor.found(path)
        await asyncio.sleep(0.5)
        shown.update({uri: {str(each.code) for each in found} for uri, found in editor.diagnostics.items() if found})

    editor = talk(on_disk, act)
    waived = on_disk / "vendors/night-owl/soc-monitoring/journal/2026-06-18-risk-assessment.yaml"
    assert shown[waived.as_uri()] == {"control-is-done-on-time"}
    assert {each.severity for each in editor.diagnostics[waived.as_uri()]} == {t.DiagnosticSeverity.Hint}
    assert shown[(on_disk / "vendors/banyan-networks/supplier.yaml").as_uri()] == {"supplier-certificate-is-valid"}


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


# -- hover and completion ------------------------------------------------------------------------------


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


# -- actions -------------------------------------------------------------------------------------------

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
        [action] = await editor.actions(path, found)
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


# -- what is hostile -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("encoding", "units"), [("utf-16", "utf-16-le"), ("utf-8", "utf-8"), ("utf-32", "utf-32-le")])
def test_columns_are_counted_as_the_editor_counts_them(encoding: str, units: str, on_disk: Path) -> None:
    """A wide character is one of UTF-16's units, one beyond U+FFFF two."""
    size = {"utf-16": 2, "utf-8": 1, "utf-32": 4}[encoding]
    line = "note: 風箏𠮷字 # 註\ntitle: {zh-TW: 風箏𠮷, en: Kite, xx: 1}\n"

    async def act(editor: Editor) -> None:
        assert editor.server.capabilities.position_encoding == encoding
        editor.open(RECORD, f"id: order-routing\n{line}")
        found = [each for each in await editor.found(RECORD) if "xx" in each.message]
        [at] = {(each.range.start.line, each.range.start.character, each.range.end.character) for each in found}
        start = len("title: {zh-TW: 風箏𠮷, en: Kite, ".encode(units)) // size
        assert at == (2, start, start + 2)

    talk(on_disk, act, encodings=[encoding])


HOSTILE = {
    "nothing": "",
    "only a comment": "# nothing\n",
    "a lone surrogate": "id: \ud800\n",
    "separators that are no rows": "id: a\u2028b\u2029c\x85d\x0be\x0cf\nstatus: activ\n",
    "carriage returns": "id: a\rstatus: b\r\ntitle: c\n",
    "nested brackets": "a: " + "[" * 25_000 + "\n",
    "nested maps": "".join(f"{' ' * depth}a:\n" for depth in range(600)),
    "a line of a mebibyte": f"id: {'x' * (1 << 20)}\n",
    "many items": "a:\n" + "- b\n" * 50_000,
    "anchors": "a: &a [*a, *a]\n<<: *a\n",
    "escapes": 'id: "\\e[31m"\nstatus: "\x1b]0;x\x07"\n',
    "quotes that never end": "a: \"b\nc: 'd\n{[}]\n",
    "a conflict": "<<<<<<< ours\nid: a\n=======\nid: b\n>>>>>>> theirs\n",
    "bidi": "id: \u202eabc\u2066\n",
    "a byte order mark": "\ufeffid: order-routing\n",
}


def test_no_file_makes_it_fail(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        editor.open(RECORD)
        for name, text in HOSTILE.items():
            editor.type(RECORD, text)
            found = await editor.found(RECORD)
            assert found, name
            assert not any("\x1b" in each.message or "\u202e" in each.message for each in found), name
            for row, column in ((0, 0), (0, 3), (1, 4), (599, 1200), (10**6, 10**6)):
                await editor.hover(RECORD, row, column)
                await editor.choices(RECORD, row, column)
            await editor.actions(RECORD, found[:20])
        assert editor.said == []

    talk(on_disk, act)


def test_files_that_are_none_of_ours_are_left_alone(on_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Outside of the register, not YAML, no file at all, or not there; a link is refused and not followed."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("id: secret\n")
    link = "vendors/kite-systems/order-routing/journal/2026-11-01-audit.yaml"
    os.symlink(secret, on_disk / link)

    async def act(editor: Editor) -> None:
        for uri in (
            secret.as_uri(),
            "untitled:Untitled-1",
            "file:///",
            "file://host/x.yaml",
            "nonsense",
            "file:///%00.yaml",
        ):
            item = t.TextDocumentItem(uri, "yaml", 1, "status: activ\n")
            editor.client.text_document_did_open(t.DidOpenTextDocumentParams(item))
        editor.open(RECORD)
        await editor.found(RECORD)
        assert all("/secret.yaml" not in uri for uri in editor.diagnostics)
        assert [each.code for each in editor.diagnostics[editor.uri(link)]] == [READABLE]
        assert editor.said == []

    talk(on_disk, act)


def test_a_file_of_that_name_beside_the_register_is_not_run(on_disk: Path) -> None:
    """An editor starts the server in the folder that it has open."""
    for name in ("vendorbook.py", "json.py", "yaml.py", "asyncio.py"):
        (on_disk / name).write_text("import os\nos._exit(9)\n")

    async def act(editor: Editor) -> None:
        editor.open(RECORD)
        assert await editor.found(RECORD) == []
        await asyncio.sleep(1)
        assert not (on_disk / "__pycache__").exists()

    talk(on_disk, act)


# -- the end -------------------------------------------------------------------------------------------


def test_it_ends_when_the_editor_is_gone(on_disk: Path) -> None:
    """Also without a word, and also in the middle of its work."""

    async def act() -> int | None:
        editor = Editor(on_disk)
        await editor.start()
        for number in range(30):
            editor.open(RECORD, f"id: a{number}\n")
        server = editor.client._server
        assert server
        assert server.stdin
        server.stdin.close()
        await asyncio.wait_for(server.wait(), 10)
        return server.returncode

    assert asyncio.run(act()) == 2


def test_it_says_what_is_missing(
    on_disk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    from vendorbook.cli.boundary import status

    monkeypatch.setitem(sys.modules, "pygls", None)
    for name in [each for each in sys.modules if each.startswith(("vendorbook.lsp", "vendorbook.cli.lsp", "pygls."))]:
        monkeypatch.delitem(sys.modules, name)
    assert status(["lsp"]) == 2
    assert "pip install 'vendorbook[lsp]'" in capsys.readouterr().err
