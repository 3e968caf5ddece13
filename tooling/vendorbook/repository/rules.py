"""Which schemas and policies judge a register: its own whole set, or the tool's with the firm's own added."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from vendorbook.repository.snapshot import FileId, Snapshot, below

_OWN_RULES = "policies/rules/"


class RuleFile(NamedTuple):
    """A file of the rules: what names its content, and what reads it."""

    id: FileId
    read: Callable[[], bytes]


def rules_of(snapshot: Snapshot) -> Mapping[str, RuleFile]:
    """The files under `schemas/` and `policies/` that a register is judged by.

    A register with files under `policies/rules/` carries its whole rule set: all of its own `schemas/`
    and `policies/` count, and nothing that came with the tool does. So a commit of this repository is
    judged by its own rules, whatever version of the tool looks at it.

    Any other register is judged by what came with the tool, to which its own `policies/` are added:
    `firm.yaml`, `systems.yaml`, `people.yaml`, `trail.yaml`, `waivers/`, house policies. A file of the
    register's replaces the tool's file of the same path, as for `checklist.yaml`; its `schemas/` (copies for
    editors) do not count.
    """
    if below(snapshot.files(), _OWN_RULES):
        return _files(snapshot, ("schemas/", "policies/"))
    from vendorbook.repository.packaged import Packaged

    files = _files(Packaged(), ("schemas/", "policies/")) | _files(snapshot, ("policies/",))
    return dict(sorted(files.items()))


def _files(snapshot: Snapshot, folders: tuple[str, ...]) -> dict[str, RuleFile]:
    files = snapshot.files()
    paths = [path for folder in folders for path in below(files, folder)]
    return {path: RuleFile(files[path], partial(snapshot.read, path)) for path in paths}
