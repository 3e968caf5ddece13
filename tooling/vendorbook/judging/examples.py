"""A policy's examples are its tests: each marked line is found, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.judging.applying import Values, applies, check_of, seen_by
from vendorbook.judging.findings import finding, has_passed
from vendorbook.judging.reading import Reader
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import units
from vendorbook.model import CannotJudge, Example, Item, Node, Place, Policy, Source, Text, Unreadable, as_date
from vendorbook.policies.rulebook import Rulebook, by_id
from vendorbook.register import Context, Engagement, Supplier
from vendorbook.repository import Memory
from vendorbook.schema_check import Schemas
from vendorbook.schema_check.problem import Problem
from vendorbook.yaml_source import read

MARK = "# <- finding"
SIDES = ("before/", "after/")
REPOSITORY = "repository/"
SUPPLIER = "sample-supplier"
ENGAGEMENT = f"{SUPPLIER}/sample"
_FIRM = ("firm.yaml", "systems.yaml", "people.yaml", "checklist.yaml", "trail.yaml")


class Outcome(NamedTuple):
    """What an example came to: the marked places and the found ones (path, line), each as often as it occurs."""

    policy: str
    example: Example
    wanted: Counter[tuple[str, int]]
    found: Counter[tuple[str, int]]
    cases: frozenset[str]

    @property
    def holds(self) -> bool:
        return self.wanted == self.found


Items = Callable[[Policy, Example], Iterator[Item]]
"""What a policy's check yields for an example, less what falls due later."""


def tried(policy: Policy, items: Items) -> Iterator[Outcome]:
    """Every example of a policy, tried."""
    for example in examples(policy):
        try:
            found = list(items(policy, example))
        except Unreadable as unreadable:
            raise _unreadable(policy, example, unreadable) from None
        for item in found:
            finding(item, policy, ENGAGEMENT, book_of(example.files))  # a message with an unknown {name} fails here
        yield Outcome(
            policy.id,
            example,
            wanted=_marks(example),
            found=Counter((item.at.location.path, item.at.location.line) for item in found),
            cases=frozenset(item.case for item in found),
        )


def examples(policy: Policy) -> Iterator[Example]:
    """The examples of a policy, named `pass: …` and `fail: …`, each as files of a small register."""
    given = policy.examples.get("given")
    common = _files(given, policy) if given else {}
    for outcome in ("pass", "fail"):
        block = policy.examples.get(outcome)
        for node in block.fields() if block else ():
            yield Example(f"{outcome}: {node.key}", {**common, **_files(node, policy)})


def _files(node: Node, policy: Policy) -> dict[str, str]:
    record = "supplier.yaml" if policy.subject == "supplier" else "engagement.yaml"
    texts = {record: node.value} if isinstance(node.value, str) else node.value
    return {_path(str(name), policy): str(text) for name, text in texts.items()} if isinstance(texts, dict) else {}


def _path(name: str, policy: Policy) -> str:
    """Where a file of an example stands in the register; `others/` holds further suppliers.

    A change's example says of a file on which side of it it stands, unless it is on both.
    """
    for side in SIDES:
        if name.startswith(side):
            return side + _path(name.removeprefix(side), policy)
    if name.startswith(REPOSITORY):
        return name.removeprefix(REPOSITORY)
    if name in _FIRM:
        return f"policies/{name}"
    if name.startswith("others/"):
        return "vendors/" + name.removeprefix("others/")
    if name == "supplier.yaml" or name.startswith("supplier/"):
        return f"vendors/{SUPPLIER}/" + name.removeprefix("supplier/")
    if policy.subject == "supplier" and name.startswith(("journal/", "evidence/")):
        return f"vendors/{SUPPLIER}/{name}"
    return f"vendors/{ENGAGEMENT}/{name}"


def _marks(example: Example) -> Counter[tuple[str, int]]:
    marks: Counter[tuple[str, int]] = Counter()
    for path, text in example.files.items():
        for number, line in enumerate(text.splitlines(), 1):
            _, mark, times = line.partition(MARK)
            if mark:
                marks[_without_side(path), number] += int(times.strip().removeprefix("x") or 1)
    return marks


def _without_side(path: str) -> str:
    return next((path.removeprefix(side) for side in SIDES if path.startswith(side)), path)


def items(policy: Policy, example: Example) -> Iterator[Item]:
    as_of = as_date(policy.examples.text("as_of")) or date.min
    snapshot = Memory({path: text.encode() for path, text in _whole(example.files, policy).items()})
    book = book_of(example.files)
    worker = Worker(snapshot, book, as_of)
    found = units(snapshot.files())
    context = book.context(as_of, whole([worker.first(unit) for unit in found]))
    record = _subject(policy, Reader(snapshot, book, as_of), snapshot)
    if _is_for(policy, record, context, example.files):
        items = check_of(policy.check)(seen_by(policy, record), policy.params, context)
        yield from (item for item in items if has_passed(item, as_of))


def _whole(files: Mapping[str, str], policy: Policy) -> dict[str, str]:
    """A fragment need not bring the files that its check does not read."""
    needed = {f"vendors/{SUPPLIER}/supplier.yaml": f"id: {SUPPLIER}\n"}
    if policy.subject != "supplier":
        needed[f"vendors/{ENGAGEMENT}/engagement.yaml"] = f"id: {ENGAGEMENT}\n"
    for path in files:
        parts = path.split("/")
        if parts[0] == "vendors":
            needed[f"vendors/{parts[1]}/supplier.yaml"] = f"id: {parts[1]}\n"
    return {**needed, **files}


def _subject(policy: Policy, reader: Reader, snapshot: Memory) -> Engagement | Supplier:
    unit = next(unit for unit in units(snapshot.files()) if unit.supplier == SUPPLIER)
    reading = reader.read(unit)
    found: list[Engagement | Supplier] = [reading.supplier] if reading.supplier.root else []
    if policy.subject != "supplier":
        found = [*reading.engagements]
    if not found:
        raise Unreadable([Place(each.location, each.message) for each in reading.findings])
    return found[0]


def _is_for(policy: Policy, record: Engagement | Supplier, context: Context, files: Mapping[str, str]) -> bool:
    """As for real records, but what a fragment leaves open (its status, the firm's profile) does not exclude it."""
    stated = {
        path: allowed
        for path, allowed in policy.applies_to.items()
        if not (path == "status" and record.root is not None and record.root.get("status") is None)
        and not (path.startswith("firm.") and "policies/firm.yaml" not in files)
    }
    return applies(stated, Values(record, context))


def book_of(files: Mapping[str, str]) -> Rulebook:
    """A rulebook without rules: what the example says of the firm, and no schemas, since fragments match none."""
    firm, systems, people, checklist, trail = (_document(f"policies/{name}", files) for name in _FIRM)
    return Rulebook(
        digest="",
        schemas=_NoSchemas({}),
        obligations={},
        policies={},
        firm=firm,
        systems=by_id(systems, "systems[]"),
        people=by_id(people, "people[]"),
        checklist=checklist,
        trail=trail,
    )


class _NoSchemas(Schemas):
    """A fragment is no whole record, and matches none."""

    def problems(self, source: Source, kind: str) -> list[Problem]:  # noqa: ARG002
        return []


def _document(path: str, files: Mapping[str, str]) -> Node:
    return read(files.get(path, "stated: false\n").encode(), path).root


def said(outcome: Outcome) -> Text:
    """What is wrong with an example, in words."""
    missed = ", ".join(f"{path}:{line}" for path, line in sorted(outcome.wanted - outcome.found))
    extra = ", ".join(f"{path}:{line}" for path, line in sorted(outcome.found - outcome.wanted))
    return Text(
        f"未找到：{missed or '–'}；多出：{extra or '–'}", f"not found: {missed or '–'}; not marked: {extra or '–'}"
    )


def _unreadable(policy: Policy, example: Example, unreadable: Unreadable) -> CannotJudge:
    at = policy.examples.location
    return CannotJudge(
        Text(
            f"{at.path}:{at.line}:{at.column}: 範例「{example.name}」無法讀取",
            f"{at.path}:{at.line}:{at.column}: the example “{example.name}” cannot be read",
        ),
        places=unreadable.refusals,
    )
