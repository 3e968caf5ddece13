"""No file, no column and no folder makes the server fail, and it ends when it should."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from lsprotocol import types as t

from tests.lsp.client import Editor, talk
from tests.lsp.places import READABLE, RECORD


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
        assert await editor.codes(link) == {READABLE}
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
