"""Applying policies to what was read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from vendorbook.judging.findings import built_in, has_passed
from vendorbook.judging.reading import Reading
from vendorbook.judging.settling import settle
from vendorbook.judging.verdict import CRASH, Judgement
from vendorbook.model import Finding, Item, Location, Place, Plain, Policy, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Context, Engagement, Supplier

Check = Callable[[Any, object, Context], Iterator[Item]]
"""A check's function; what it looks at is of its policy's subject."""


Plan = Mapping[str, Sequence[tuple[Mapping[str, tuple[Plain, ...]], Sequence[Policy]]]]
"""For each subject the policies to apply, together where they apply under the same conditions: asked once a record."""


def plan_of(book: Rulebook, *, whole_register: bool) -> Plan:
    """The policies that need the whole register, or those that do not."""
    return {subject: _together(book.policies_for(subject), whole_register) for subject in ("supplier", "engagement")}


def _together(
    policies: Iterable[Policy], whole_register: bool
) -> list[tuple[Mapping[str, tuple[Plain, ...]], list[Policy]]]:
    groups: dict[str, tuple[Mapping[str, tuple[Plain, ...]], list[Policy]]] = {}
    for policy in policies:
        if (policy.needs_register is not None) == whole_register:
            conditions = policy.applies_to
            groups.setdefault(repr(sorted(conditions.items())), (conditions, []))[1].append(policy)
    return list(groups.values())


def apply(reading: Reading, plan: Plan, book: Rulebook, context: Context, *, findings_only: bool = False) -> Judgement:
    """Judges a unit by the policies of a plan.

    With `findings_only` neither what applied nor what falls due later is told: that costs a fifth of the time.
    """
    found = _Found([], [], {}, [])
    for record in _records(reading):
        values = Values(record, context)
        for conditions, policies in plan[_subject(record)]:
            if applies(conditions, values):
                for policy in policies:
                    if not (context.home_standards and _is_replaced(policy, context)):
                        _apply_one(policy, record, book, context, found, findings_only=findings_only)
    applied = {record: tuple(policies) for record, policies in found.applied.items()}
    return Judgement(tuple(found.findings), tuple(found.upcoming), applied, (), tuple(found.tracebacks))


def _is_replaced(policy: Policy, context: Context) -> bool:
    """Whether better home standards stand in for all that a policy is about."""
    return bool(policy.obligations) and all(name in context.home_standards for name in policy.obligations)


class _Found(NamedTuple):
    """What policies come to, gathered as they are applied."""

    findings: list[Finding]
    upcoming: list[Finding]
    applied: dict[str, list[str]]
    tracebacks: list[str]


def _records(reading: Reading) -> list[Engagement | Supplier]:
    return [*([reading.supplier] if reading.supplier.root else []), *reading.engagements]


def _subject(record: Engagement | Supplier) -> str:
    return "engagement" if isinstance(record, Engagement) else "supplier"


def seen_by(policy: Policy, record: Engagement | Supplier) -> Engagement | Supplier:
    """The record as a check may see it: one that needs the whole register sees only the entries it names.

    So it can be judged when all else of the record has been let go.
    """
    if policy.needs_register is None:
        return record
    return record._replace(journal=tuple(each for each in record.journal if each.kind in policy.needs_register))


def _apply_one(
    policy: Policy,
    record: Engagement | Supplier,
    book: Rulebook,
    context: Context,
    found: _Found,
    *,
    findings_only: bool,
) -> None:
    try:
        for item in check_of(policy.check)(seen_by(policy, record), policy.params, context):
            passed = has_passed(item, context.as_of)
            if (passed or not findings_only) and (made := settle(item, policy, record, context, book)):
                (found.findings if passed else found.upcoming).append(made)
    except Exception as error:  # a crash of one check must not silence the others
        at = record.root.location if record.root else Location(f"vendors/{record.id}", 1, 1)
        found.findings.append(crash(policy, record.id, at, book, error))
        found.tracebacks.append(_traceback())
    if not findings_only:
        found.applied.setdefault(record.id, []).append(policy.id)


class Values(dict[str, "Plain | None"]):
    """What conditions ask of a record, by path; each is looked up once, however many policies ask."""

    def __init__(self, record: Engagement | Supplier, context: Context) -> None:
        self._record = record
        self._context = context

    def __missing__(self, path: str) -> Plain | None:
        value = self[path] = _value(path, self._record, self._context)
        return value


def applies(conditions: Mapping[str, tuple[Plain, ...]], values: Mapping[str, Plain | None]) -> bool:
    """Whether every condition holds: equality on dotted paths, `firm.…` and `derived.…` included."""
    return all(values[path] in allowed for path, allowed in conditions.items())


def _value(path: str, record: Engagement | Supplier, context: Context) -> Plain | None:
    if path == "firm.class":
        return context.firm_class
    if path == "firm.foreign":
        return context.is_foreign
    if path.startswith("derived."):
        return bool(getattr(record.facts, path.removeprefix("derived."))) if isinstance(record, Engagement) else None
    return record.root.plain(path) if record.root else None


def check_of(name: str) -> Check:
    """The function of a check; its name was found among the checks when the policy was read."""
    check: Check = getattr(_module(name), name)
    return check


@cache
def _module(name: str) -> ModuleType:
    return import_module(f"vendorbook.checks.{name}")


def _traceback() -> str:
    from traceback import format_exc

    return format_exc()


def crash(policy: Policy, record: str, at: Location, book: Rulebook, error: Exception) -> Finding:
    """The finding that a check has crashed: vendorbook is at fault, not the record."""
    said = f"{type(error).__name__}: {error}"[:200]
    message = Text(
        f"檢查 {policy.check} 當機（政策 {policy.id}）：{said}",
        f"the check {policy.check} has crashed (policy {policy.id}): {said}",
    )
    return built_in(CRASH, record, Place(at, message), book)
