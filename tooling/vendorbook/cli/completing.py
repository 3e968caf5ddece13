"""What a shell may complete: names that are in the register at hand. Where none can be told, nothing is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

_MOST = 1000


def engagements(context: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """The ids of engagements, by their folders."""
    return _offered(lambda: _engagements(_root(context)), typed)


def rules(context: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Policies and obligations."""
    return _offered(lambda: [*_policies(_root(context)), *_obligations(context)], typed)


def policies(context: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    return _offered(lambda: _policies(_root(context)), typed)


def revisions(context: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Branches and tags; of a range, the end that is being typed."""
    before, dots, last = typed.rpartition("..")
    return [f"{before}{dots}{each}" for each in _offered(lambda: _refs(_root(context)), last)]


def _offered(names: Callable[[], Iterable[str]], typed: str) -> list[str]:
    # A shell shows whatever is printed in the middle of what is being typed.
    with suppress(Exception):
        return [each for each in names() if each.startswith(typed)][:_MOST]
    return []


def _root(context: click.Context) -> Path:
    from vendorbook.repository import find_root

    given: Any = context.params.get("root")
    return find_root(given or ".")


def _engagements(root: Path) -> Iterator[str]:
    for record in sorted(root.glob("vendors/*/*/engagement.yaml")):
        yield f"{record.parts[-3]}/{record.parts[-2]}"


def _policies(root: Path) -> list[str]:
    from vendorbook.repository import WorkTree, rules_of
    from vendorbook.schema_check import kind_of

    files = rules_of(WorkTree(root, folders=("schemas", "policies")))
    return sorted(Path(path).stem for path in files if kind_of(path) == "policy")


def _obligations(context: click.Context) -> list[str]:
    from vendorbook.cli.opening import opened

    return list(opened(str(_root(context)))[1].book.obligations)


def _refs(root: Path) -> list[str]:
    from vendorbook.git import ref_names

    return ["HEAD", *ref_names(root)]
