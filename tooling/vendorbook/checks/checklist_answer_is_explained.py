"""An answer that is not a plain yes comes with a remark or with evidence."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.checks.lib.checklists import checklists
from vendorbook.checks.lib.stated import says_something
from vendorbook.model import Text, Violation
from vendorbook.register import Context, Engagement

WORDS = {
    "not-met": Text("不符合", "not met"),
    "not-applicable": Text("不適用", "not applicable"),
}


def checklist_answer_is_explained(record: Engagement, _params: None, _context: Context) -> Iterator[Violation]:
    for checklist in checklists(record):
        for item in checklist.find("items[]"):
            answer = WORDS.get(item.text("answer"))
            if answer and not any(says_something(item.plain(field)) for field in ("remark", "evidence")):
                yield Violation(item.nearest("answer"), {"item": item.text("id"), "answer": answer})
