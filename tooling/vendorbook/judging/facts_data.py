"""What units add to the whole register, as plain data (JSON's types) and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any, TypeAlias

from vendorbook.judging.stages import Share
from vendorbook.model import as_date
from vendorbook.register import Decision, Register, Row

Facts: TypeAlias = "list[Any]"
"""A unit's rows, its decisions, and whether all of its records could be judged."""


def facts_of(share: Share) -> Facts:
    """A unit's share as data; equal shares give equal data."""
    rows, decisions = ([[_plain(value) for value in each] for each in part] for part in (share.rows, share.decisions))
    return [rows, decisions, not share.judgement.unjudged]


def digest_of(facts: Iterable[Facts]) -> str:
    """Identifies the whole that the units' facts, in their order, come to."""
    return sha256(json.dumps(list(facts), ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def register_of(facts: Iterable[Facts]) -> Register:
    """The whole register from its units' facts."""
    parts = list(facts)
    rows = tuple(_row(row) for part in parts for row in part[0])
    decisions = tuple(_decision(decision) for part in parts for decision in part[1])
    return Register(rows, decisions, is_complete=all(part[2] for part in parts))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _row(data: list[Any]) -> Row:
    id_, supplier, group, status, starts, ended, systems, core, spend, quotes = data
    dates = (as_date(starts), as_date(ended))
    return Row(id_, supplier, group, status, *dates, tuple(systems), tuple(core), tuple(map(tuple, spend)), quotes)


def _decision(data: list[Any]) -> Decision:
    supplier, group, covers, decided, approved, expires = data
    return Decision(supplier, group, tuple(covers), date.fromisoformat(decided), as_date(approved), as_date(expires))
