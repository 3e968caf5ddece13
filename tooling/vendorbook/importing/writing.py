"""The drafts as files: suppliers before their engagements, each whole or not at all."""

from __future__ import annotations

from vendorbook.editing.desk import Desk
from vendorbook.editing.drafting import Notes, drafted
from vendorbook.editing.keeping import keep
from vendorbook.importing.told import Draft


def write(desk: Desk, drafts: list[Draft], name: str) -> None:
    """Raises CannotJudge where a file is there already: what was written stays, and is left alone the next time."""
    for draft in drafts:
        keep(desk, draft.path, draft.values, _notes(desk, draft, name))


def drafted_text(desk: Desk, draft: Draft) -> str:
    """A draft's file, without where it came from."""
    return drafted(desk.fields(draft.kind), draft.path, draft.values)


def _notes(desk: Desk, draft: Draft, name: str) -> Notes:
    """Where the record came from, and which cells it could not use: their places alone, not what stands there."""
    rows = ", ".join(map(str, draft.rows))
    lines = [desk.say(f"匯入自 {name} 第 {rows} 列", f"imported from {name}, row {rows}")]
    if draft.unused:
        cells = ", ".join(draft.unused)
        lines.append(desk.say(f"未採用的儲存格：{cells}", f"cells that could not be used: {cells}"))
    return Notes(above={(): lines})
