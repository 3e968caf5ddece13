"""From a change and what was judged of it to all that there is to tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from vendorbook import __version__, yaml_source
from vendorbook.gate import GateVerdict, Proposal
from vendorbook.judging import Rules
from vendorbook.model import Text, Unreadable
from vendorbook.reports.diff.account import Account
from vendorbook.reports.diff.records import Records
from vendorbook.reports.diff.rules_half import RulesHalf
from vendorbook.reports.diff.sides import Sides
from vendorbook.reports.diff.values import Values, name_of

_RULES = ("policies/", "schemas/")


def account_of(proposal: Proposal, rules: Rules, verdict: GateVerdict, only: Sequence[str] = ()) -> Account:
    """All that is told of a change; where `only` names suppliers or engagements, of nothing but those."""
    book = rules.book
    sides = Sides.of(proposal, book, verdict.as_of)
    values = Values(book.schemas, book.systems, _supplier(proposal))
    files = [file for file in proposal.files if not only or (file.is_record and is_among(file.record, only))]
    records = Records(sides, values, book, verdict).notes(file for file in files if file.is_record)
    other = [file for file in files if not file.is_record]
    half = [file for file in other if file.path.startswith(_RULES)]
    touched = {record.id for record in records}
    introduced = [found for found in verdict.introduced if not only or is_among(found.record, only)]
    return Account(
        tool=__version__,
        as_of=verdict.as_of,
        base=proposal.base,
        head=proposal.head,
        policy_digest=verdict.policy_digest,
        records=records,
        rules=tuple(RulesHalf(sides, values).notes(half)),
        others=tuple(sides.notes(file for file in other if file not in half)),
        elsewhere=tuple(found for found in introduced if found.record not in touched),
    )


def is_among(record: str, names: Sequence[str]) -> bool:
    """Whether a record is one of those named: an engagement itself, or a supplier with its engagements."""
    return record in names or record.partition("/")[0] in names


def _supplier(proposal: Proposal) -> Callable[[str], Text | None]:
    """Gives the name of a supplier by its id, or of an engagement's by the engagement's."""

    @cache
    def name(id: str) -> Text | None:
        path = f"vendors/{id.partition('/')[0]}/supplier.yaml"
        snapshots = (proposal.after, proposal.whole_before)
        snapshot = next((each for each in snapshots if path in each.files()), None)
        try:
            return name_of(yaml_source.read(snapshot.read(path), path).root.get("name")) if snapshot else None
        except Unreadable:
            return None

    return name
