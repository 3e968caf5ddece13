"""Examples of every policy tried: those of a change show its two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from vendorbook.gate.seen import Facts, change_of
from vendorbook.gate.sides import Plans, Side
from vendorbook.history import ADDED, CHANGED, REMOVED, FileChange, WrittenBy
from vendorbook.judging import examples
from vendorbook.judging.applying import check_of
from vendorbook.judging.examples import ENGAGEMENT, SIDES, SUPPLIER, Outcome, book_of, tried
from vendorbook.judging.findings import has_passed
from vendorbook.model import Example, Item, Node, Policy, as_date
from vendorbook.register import Register
from vendorbook.repository import Memory
from vendorbook.yaml_source import read

_FACTS = f"vendors/{ENGAGEMENT}/change.yaml"
_NO_FACTS = "engagements_before: 1\n"
_RECORDS = {f"vendors/{SUPPLIER}/supplier.yaml": SUPPLIER, f"vendors/{ENGAGEMENT}/engagement.yaml": "sample"}


def outcomes(policy: Policy) -> Iterator[Outcome]:
    """Every example of a policy, tried."""
    return tried(policy, items)


def items(policy: Policy, example: Example) -> Iterator[Item]:
    """What the policy's check yields for an example, less what falls due later."""
    if policy.subject in ("engagement", "supplier"):
        yield from examples.items(policy, example)
        return
    as_of = as_date(policy.examples.text("as_of")) or date.min
    files = {path: text for path, text in example.files.items() if path != _FACTS}
    book = book_of({path: text for path, text in files.items() if not path.startswith(SIDES)})
    before, after = (_side(files, side) for side in SIDES)
    sides = [Side(Memory(each), book, as_of, Plans.of(book)) for each in (before, after)]
    stated = read(example.files.get(_FACTS, _NO_FACTS).encode(), _FACTS).root
    change = change_of(_facts(stated, before, after), *sides)
    for subject in [change] if policy.subject == "change" else change.engagements:
        found = check_of(policy.check)(subject, policy.params, book.context(as_of, Register()))
        yield from (item for item in found if has_passed(item, as_of))


def _side(files: Mapping[str, str], side: str) -> dict[str, str]:
    """The files on one side; the records that no side speaks of are there on both."""
    own = {path.removeprefix(side): text for path, text in files.items() if path.startswith(side)}
    shared = {path: text for path, text in files.items() if not path.startswith(SIDES)}
    spoken_of = {path.removeprefix(each) for path in files for each in SIDES}
    needed = {path: f"id: {name}\n" for path, name in _RECORDS.items() if path not in spoken_of}
    return {**needed, **shared, **own}


def _facts(stated: Node, before: Mapping[str, str], after: Mapping[str, str]) -> Facts:
    commits = [_commit(node) for node in stated.find("commits[]")] or [WrittenBy("", "s-0900", "", "")]
    count = stated.plain("engagements_before")
    return Facts(
        files=tuple(
            _file(path, before, after) for path in sorted({*before, *after}) if before.get(path) != after.get(path)
        ),
        commits=tuple(commits),
        engagements_before=count if isinstance(count, int) else 1,
        mass=stated.plain("mass") is True,
        ids_before=frozenset(str(node.value) for node in stated.find("ids_before[]")),
    )


def _commit(node: Node) -> WrittenBy:
    return WrittenBy(node.text("commit"), node.text("by") or None, node.text("email"), node.text("message"))


def _file(path: str, before: Mapping[str, str], after: Mapping[str, str]) -> FileChange:
    status = ADDED if path not in before else CHANGED if path in after else REMOVED
    return FileChange(path, status)
