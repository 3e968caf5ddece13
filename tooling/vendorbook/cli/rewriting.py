"""Files rewritten one by one: what cannot be is told with its place, and the others are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import unified_diff
from typing import Any, NamedTuple

import click

from vendorbook.cli.chosen import chosen
from vendorbook.cli.opening import opened
from vendorbook.cli.unsaid import today
from vendorbook.editing import disk
from vendorbook.editing.desk import Desk
from vendorbook.editing.what_stays import Committed
from vendorbook.model import CannotJudge, Place, Unreadable
from vendorbook.repository import WorkTree

Rewrite = Callable[[str, bytes], bytes]
"""From a path and its content to its new content; raises Unreadable or CannotJudge where it cannot be."""


class Done(NamedTuple):
    """The files that were changed (or would be), and the exit status that faults call for."""

    changed: list[str]
    status: int


def rewrite(
    root: str,
    paths: Sequence[str],
    how: Callable[[Desk, Committed], Rewrite],
    asked: dict[str, Any],
    *,
    writes: bool,
    shows: bool = False,
) -> Done:
    """Rewrites the files chosen, and says which; a file at fault makes the status 1, one that must not be lost 2."""
    snapshot, rules = opened(root)
    desk = Desk(snapshot.root, rules, today(), asked["lang"])
    committed = Committed(desk.root)
    one = how(desk, committed)
    changed, status = [], 0
    for path in chosen(WorkTree(desk.root), paths):
        if committed.why_it_stays(path) is not None:
            continue
        try:
            before = (desk.root / path).read_bytes()
            after = one(path, before)
            if after != before:
                changed.append(path)
                _say(path, before, after, shows)
                if writes:
                    disk.change(desk.root, path, lambda data: one(path, data))  # noqa: B023  # called at once
        except Unreadable as unreadable:
            status = max(status, 1)
            _tell(unreadable.refusals, desk.lang)
        except CannotJudge as trouble:
            status = 2
            _tell(trouble.places or [Place(trouble.location, trouble.message)] if trouble.location else (), desk.lang)
    return Done(changed, status)


def _say(path: str, before: bytes, after: bytes, shows: bool) -> None:
    if not shows:
        click.echo(path)
        return
    from vendorbook.reports.inert import line

    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    for each in unified_diff(old, new, f"a/{path}", f"b/{path}"):
        click.echo(line(each.rstrip("\n"), 10_000))


def _tell(places: Sequence[Place], lang: str) -> None:
    from vendorbook.reports.inert import line, where

    for each in places:
        click.echo(f"{where(each.location)}: {line(each.message.in_(lang))}", err=True)
