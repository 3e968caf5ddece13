"""An entry as the bytes of its file, and back: canonical JSON (RFC 8785) and a line feed, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from vendorbook.trail.ledger import shapes
from vendorbook.trail.ledger.entry import (
    FORGES,
    KINDS,
    STATES,
    Account,
    Change,
    CheckRun,
    Content,
    Entry,
    Merge,
    Review,
)
from vendorbook.trail.ledger.shapes import Malformed, by_name, each, number, one_of, or_null, record, text

FORMAT = "vendorbook/evidence/v1"
MOST = 999_999
"""Entries of a branch: their files have six digits."""

MOST_LISTED = 5_000
"""Reviews, checks or folders of one merge."""

LARGEST = 4 * 1024 * 1024
"""Bytes of one entry."""

_ID = text("[0-9a-f]{40}|[0-9a-f]{64}")
_DIGEST = text("sha256:[0-9a-f]{64}")
_TIME = text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_SAID = text("(?s).*")
_NUMBER = text("[0-9]+", 20)
_FOLDER = text("vendors/[a-z0-9-]{1,64}(?:/[a-z0-9-]{1,64})?", 200)
_ACCOUNT = or_null(record(Account, id=_NUMBER, login=_SAID))

_MERGE = record(Merge, commit=_ID, base=_ID, head=or_null(_ID), merged_at=or_null(_TIME), merged_by=_ACCOUNT)
_CHANGE = record(
    Change,
    forge=one_of(*FORGES),
    number=or_null(number(1, 2**53 - 1)),
    author=_ACCOUNT,
    head=or_null(_ID),
    kind=one_of(*KINDS),
)
_REVIEW = record(
    Review,
    id=_NUMBER,
    reviewer=_ACCOUNT,
    state=one_of(*STATES),
    commit=or_null(_ID),
    submitted_at=or_null(_TIME),
    content=or_null(by_name(_FOLDER, or_null(_ID), MOST_LISTED)),
)
_CHECK = record(CheckRun, name=_SAID, conclusion=or_null(_SAID), app=or_null(_SAID), commit=_ID)
_ENTRY = record(
    lambda **fields: Entry(**{name: said for name, said in fields.items() if name != "format"}),
    format=one_of(FORMAT),
    number=number(1, MOST),
    previous=or_null(_DIGEST),
    merge=_MERGE,
    change=_CHANGE,
    reviews=each(_REVIEW, MOST_LISTED),
    checks=each(_CHECK, MOST_LISTED),
    workflow_digest=or_null(_DIGEST),
    ruleset_digest=or_null(_DIGEST),
    content=by_name(_FOLDER, or_null(record(Content, tree=_ID, sha256=_DIGEST)), MOST_LISTED),
    mass_change=shapes.yes_or_no,
    recorded_at=_TIME,
    tool=text("[0-9A-Za-z.+-]+", 64),
)


def written(entry: Entry) -> bytes:
    """The bytes of an entry's file. Raises Malformed for an entry that `parsed` would not take."""
    import rfc8785  # here, since reading needs none

    said = {"format": FORMAT, **_plain(entry)}
    _ENTRY(said, "")
    return rfc8785.dumps(said) + b"\n"


def parsed(data: bytes) -> Entry:
    """The entry that a file holds. Raises Malformed where it is not exactly what `written` writes."""
    try:
        said = json.loads(data)
        canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    except (ValueError, RecursionError):
        raise Malformed("", "不是 JSON", "is not JSON") from None
    entry = _ENTRY(said, "")
    # Of texts, whole numbers and ASCII keys alone, as the shape has it, this is what RFC 8785 writes.
    if canonical != data:
        raise Malformed("", "不是標準寫法（RFC 8785）", "is not written canonically (RFC 8785)")
    return entry


def digest_of(data: bytes) -> str:
    """How the next entry names a file: `sha256:` and the SHA-256 of its bytes."""
    return "sha256:" + sha256(data).hexdigest()


def path_of(number: int) -> str:
    """The place of an entry's file in the branch."""
    return f"entries/{number:06}.json"


def _plain(value: Any) -> Any:
    """Named tuples as objects, other tuples as lists."""
    if hasattr(value, "_asdict"):
        return {name: _plain(below) for name, below in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: _plain(below) for name, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, tuple) else value
