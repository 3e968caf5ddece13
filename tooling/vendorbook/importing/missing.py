"""What drafts still lack: the obligations that would not hold if they were in force as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from vendorbook.editing.desk import Desk
from vendorbook.importing.beside import Beside
from vendorbook.importing.told import Draft
from vendorbook.judging import judge
from vendorbook.repository import WorkTree

_IN_FORCE = "active"


def tell_missing(desk: Desk, drafts: list[Draft], text: Callable[[Draft], str]) -> None:
    """Counts, for each draft, the findings of each obligation, as if it were active on the day."""
    if not drafts:
        return
    added: dict[str, bytes] = {}
    for draft in drafts:
        status = {"status": _IN_FORCE} if draft.kind == "engagement" else {}
        as_active = Draft(draft.id, draft.kind, {**draft.values, **status}, draft.rows)
        added[draft.path] = text(as_active).encode()
    verdict = judge(Beside(WorkTree(desk.root), added), desk.rules, desk.day)
    for draft in drafts:
        mine = [each for each in verdict.findings if each.record == draft.id and each.severity == "error"]
        counts = Counter(obligation for each in mine for obligation in each.obligations)
        draft.missing = {id: counts[id] for id in desk.book.obligations if id in counts}
