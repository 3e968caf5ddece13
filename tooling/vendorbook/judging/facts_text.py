"""What units add to the whole register, as JSON text and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from vendorbook.judging.stages import Share
from vendorbook.model import as_date
from vendorbook.register import Decision, Register, Row


def facts_text(share: Share) -> str:
    """A unit's rows and decisions; equal facts give equal text."""
    rows = list(share.rows)
    decisions = list(share.decisions)
    return json.dumps(
        [rows, decisions, not share.judgement.unjudged], default=str, ensure_ascii=False, separators=(",", ":")
    )


def digest_of(texts: Iterable[str]) -> str:
    """Identifies the whole that the units' texts, in their order, come to."""
    return sha256("\n".join(texts).encode()).hexdigest()


def register_of(texts: Iterable[str]) -> Register:
    """The whole register from its units' texts."""
    parts = [json.loads(text) for text in texts]
    rows = tuple(_row(row) for part in parts for row in part[0])
    decisions = tuple(_decision(decision) for part in parts for decision in part[1])
    return Register(rows, decisions, is_complete=all(part[2] for part in parts))


def _row(data: list[Any]) -> Row:
    id_, supplier, group, status, starts, ended, systems, core, spend = data
    dates = (as_date(starts), as_date(ended))
    amounts = tuple((since, amount) for since, amount in spend)
    return Row(id_, supplier, group, status, *dates, tuple(systems), tuple(core), amounts)


def _decision(data: list[Any]) -> Decision:
    supplier, group, covers, decided, approved, expires = data
    return Decision(supplier, group, tuple(covers), date.fromisoformat(decided), as_date(approved), as_date(expires))
