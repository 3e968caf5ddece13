"""The evidence branch of the demonstration: what the forge would have said on the day of each merge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

import vendorbook
from vendorbook.demo.growing import Merged, approvals
from vendorbook.demo.repository import Files, Growing
from vendorbook.git.packing import By
from vendorbook.repository.layout import record_of
from vendorbook.trail import ledger
from vendorbook.trail.ledger.appending import AUTHOR

EVIDENCE = "refs/heads/evidence"
_APP = "15368"


class Recorded(NamedTuple):
    """The branch so far: its files, its tip (empty: none), and the digest of the last entry."""

    files: Files
    tip: str = ""
    last: str | None = None


def record(growing: Growing, merged: Merged, so_far: Recorded) -> Recorded:
    """One more entry."""
    number = len(so_far.files) + 1
    entry = _entry(growing, merged, number, so_far.last)
    data = ledger.written(entry)
    files = {**so_far.files, f"entries/{number:06}.json": growing.pack.blob(data)}
    by = By(AUTHOR, _recorded_at(merged))
    message = f"Evidence {number:06} of merge {merged.commit}"
    parents = (so_far.tip,) if so_far.tip else ()
    tip = growing.pack.commit(growing.pack.tree(files), parents, by, by, message)
    growing.refs[EVIDENCE] = tip
    return Recorded(files, tip, ledger.digest_of(data))


def _entry(growing: Growing, merged: Merged, number: int, last: str | None) -> ledger.Entry:
    step = merged.step
    is_direct = step.kind == "direct"
    author = growing.persons[step.by].account
    merger = growing.persons[(step.reviewed_by or (step.by,))[-1]].account
    folders = sorted({_folder(path) for path in merged.changed if path.startswith("vendors/")})
    return ledger.Entry(
        number=number,
        previous=last,
        merge=ledger.Merge(
            merged.commit, merged.base, merged.head if step.kind == "merge" else None, _utc(step.at), merger
        ),
        change=ledger.Change(
            "github",
            None if is_direct else merged.number,
            None if is_direct else author,
            None if is_direct else merged.head,
            step.kind,
        ),
        reviews=tuple(_reviews(growing, merged, folders)),
        checks=() if is_direct else (ledger.CheckRun("gate", "success", _APP, merged.head),),
        workflow_digest=None,
        ruleset_digest=None,
        content={folder: _content(growing, folder) for folder in folders},
        mass_change=False,
        recorded_at=_utc(_recorded_at(merged)),
        tool=vendorbook.__version__,
    )


def _reviews(growing: Growing, merged: Merged, folders: list[str]) -> list[ledger.Review]:
    files = merged.first_files if merged.step.approved == "first" else merged.head_files
    content = {folder: growing.pack.tree(_below(files, folder)) for folder in folders}
    return [
        ledger.Review(
            str(merged.number * 100 + index), growing.persons[staff].account, "approved", commit, _utc(when), content
        )
        for index, (staff, commit, when) in enumerate(approvals(merged), 1)
    ]


def _content(growing: Growing, folder: str) -> ledger.Content:
    files = _below(growing.files, folder)
    lines = (f"{sha256(growing.content(blob)).hexdigest()}  {path}\n" for path, blob in sorted(files.items()))
    return ledger.Content(growing.pack.tree(files), "sha256:" + sha256("".join(lines).encode()).hexdigest())


def _below(files: Files, folder: str) -> Files:
    return {path.removeprefix(folder + "/"): blob for path, blob in files.items() if path.startswith(folder + "/")}


def _folder(path: str) -> str:
    return f"vendors/{record_of(path)}"


def _recorded_at(merged: Merged) -> datetime:
    return merged.step.at.astimezone(UTC) + timedelta(minutes=2)


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
