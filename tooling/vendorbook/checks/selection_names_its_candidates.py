"""The selection names the candidates considered, or says why there was only one."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.stated import is_stated
from vendorbook.model import Violation
from vendorbook.register import Context, Engagement


def selection_names_its_candidates(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    candidates = list(record.root.find("selection.candidates[]"))
    if len(candidates) > 1 or is_stated(record.root.at("selection.single_candidate_reason")):
        return
    case = "only-one" if candidates else "nobody"
    yield Violation(record.root.nearest("selection.candidates"), case=case)
