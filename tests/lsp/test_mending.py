"""What `vendorbook fix` would mend of a file is offered as one edit; what it never touches is left alone here too."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as t

from tests.conftest import git
from tests.lsp.client import Editor, talk
from tests.lsp.places import RECORD, SUPPLIER, WAIVER
from vendorbook.cli.boundary import status

QUICK, ALL = t.CodeActionKind.QuickFix, t.CodeActionKind.SourceFixAll
NEW = "vendors/kite-systems/evidence/new.txt"
SLIPS = (
    ("  - id: iso-9001\n", "  - id: ISO_9001\n"),
    ("issued_on: 2025-01-10", "issued_on: 民國114年1月10日 # 抄自證書"),
    ("note: 後檯系統自 2009 年起使用；替代供應商之盤點見分散決議\n", "note: no\n"),
    ("id: kite-systems\n", ""),
    ("country: TW\n", "id: Kite\ncountry: TW\n"),
    (
        "evidence:\n      - {file: evidence/iso-27",
        "evidence:\n      - {file: evidence/new.txt}\n      - {file: evidence/iso-27",
    ),
)
_FOLDER = "vendors/kite-systems/order-routing"
LEFT_ALONE = {
    WAIVER: ("approved_on: 2026-10-20", "approved_on: 2026/10/20"),
    f"{_FOLDER}/journal/2025-06-10-risk-assessment.yaml": ("date: 2025-06-10", "date: 2025/6/10"),
    f"{_FOLDER}/journal/2026-06-05-service-report.yaml": ("date: 2026-06-05", "date: 2026/6/5"),
}
"""A waiver, an assessment and an entry that has been committed, each with a slip that would be mended elsewhere."""


def slipped(text: str) -> str:
    for good, bad in SLIPS:
        assert text.count(good) >= 1
        text = text.replace(good, bad, 1)
    return text


def edits(editor: Editor, path: str, action: t.CodeAction) -> list[t.TextEdit]:
    assert action.edit
    assert action.edit.changes
    assert list(action.edit.changes) == [editor.uri(path)]
    return [each for each in action.edit.changes[editor.uri(path)] if isinstance(each, t.TextEdit)]


def applied(text: str, changes: list[t.TextEdit]) -> str:
    rows = text.split("\n")
    for each in sorted(changes, key=lambda each: each.range.start.line, reverse=True):
        assert each.range.start.character == each.range.end.character == 0
        rows[each.range.start.line : each.range.end.line] = each.new_text.split("\n")[:-1]
    return "\n".join(rows)


def test_the_edit_is_what_the_command_would_write(on_disk: Path) -> None:
    (on_disk / NEW).write_text("new\n")

    async def act(editor: Editor) -> None:
        wrong = slipped(editor.open(SUPPLIER))
        editor.type(SUPPLIER, wrong)
        await editor.found(SUPPLIER)
        [action] = await editor.actions(SUPPLIER, [])
        assert (action.title, action.kind) == ("修補可修補之處（vendorbook fix）", QUICK)
        changes = edits(editor, SUPPLIER, action)

        assert (on_disk / SUPPLIER).read_text("utf-8") != wrong  # nothing has been saved
        (on_disk / SUPPLIER).write_text(wrong, "utf-8")
        assert status(["fix", "--root", str(on_disk), str(on_disk / SUPPLIER)]) == 0
        assert applied(wrong, changes) == (on_disk / SUPPLIER).read_text("utf-8")
        assert len(changes) == len(SLIPS)  # rows between them stay as they are
        editor.type(SUPPLIER, applied(wrong, changes))
        assert await editor.actions(SUPPLIER, []) == []

    talk(on_disk, act)


def test_it_is_offered_as_it_is_asked_for(on_disk: Path) -> None:
    automatic = t.CodeActionTriggerKind.Automatic

    async def act(editor: Editor) -> None:
        editor.type(SUPPLIER, editor.open(SUPPLIER).replace("2025-01-10", "2025/1/10"))
        found = await editor.found(SUPPLIER)

        async def kinds(**how: object) -> list[str]:
            return [str(each.kind) for each in await editor.actions(SUPPLIER, found, **how)]

        assert await kinds() == [QUICK]
        assert await kinds(only=[QUICK]) == [QUICK]
        assert await kinds(only=[ALL]) == [ALL]
        assert await kinds(only=["source"]) == [ALL]
        assert await kinds(only=["refactor"]) == []
        assert await kinds(trigger_kind=automatic) == []

    talk(on_disk, act, "--lang", "en")


def test_a_fix_of_one_place_is_none_of_the_whole_file(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        editor.type(SUPPLIER, editor.open(SUPPLIER).replace("kind: quality", "kind: qualiti"))
        found = await editor.found(SUPPLIER)
        assert [each.is_preferred for each in await editor.actions(SUPPLIER, found)] == [True]
        assert await editor.actions(SUPPLIER, found, only=[ALL]) == []

    talk(on_disk, act)


def test_what_the_command_never_touches_is_left_alone(on_disk: Path) -> None:
    git(on_disk, "init", "-q")
    git(on_disk, "add", "-A")
    git(on_disk, "commit", "-q", "-m", "x")

    async def act(editor: Editor) -> None:
        for path, (good, bad) in LEFT_ALONE.items():
            text = editor.open(path)
            assert good in text
            editor.type(path, text.replace(good, bad, 1))
            found = await editor.found(path)
            assert await editor.actions(path, found, only=[ALL]) == [], path
        new = f"{_FOLDER}/journal/2026-11-05-service-report.yaml"
        editor.open(new, editor.open(path).replace("date: 2026-06-05", "date: 2026/11/5"))
        assert await editor.actions(new, await editor.found(new), only=[ALL])

    talk(on_disk, act)


def test_a_scope_is_left_alone_beside_what_is_mended(on_disk: Path) -> None:
    async def act(editor: Editor) -> None:
        text = editor.open(RECORD)
        wrong = text.replace("systems: [order-routing", "systems: [Order_Routing").replace(
            "number: PB-IT-2024-003", "number: 010"
        )
        editor.type(RECORD, wrong)
        [action] = await editor.actions(RECORD, await editor.found(RECORD), only=[ALL])
        after = applied(wrong, edits(editor, RECORD, action))
        assert 'number: "010"' in after
        assert "systems: [Order_Routing" in after

    talk(on_disk, act)
