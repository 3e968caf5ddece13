"""What a push is about to change on a server, and a place where its objects can be seen.

While git's hook `pre-receive` runs, what was pushed stands in a quarantine beside the repository's own objects, and
only `GIT_…` variables tell of it. Every call of git in this package is made without those, on purpose. So nothing of
the environment is let through here either: a repository of our own, in a temporary folder, sees both folders of
objects, and none of the server's settings, replaced objects and references.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from vendorbook.git.borrowing import lay_out
from vendorbook.model import CannotJudge, Text

_LINE = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) (refs/\S+)")
_SHA256 = 64


class Update(NamedTuple):
    """A reference that a push would move, from one object id to another; all zeros where there is none."""

    old: str
    new: str
    ref: str

    @property
    def creates(self) -> bool:
        return not self.old.strip("0")

    @property
    def deletes(self) -> bool:
        return not self.new.strip("0")


def updates(lines: Iterable[str]) -> list[Update]:
    """What git tells the hook on its standard input, one reference a line. Raises CannotJudge for anything else."""
    found = [_LINE.fullmatch(line.removesuffix("\n")) for line in lines]
    if not found or None in found:
        raise CannotJudge(_NOT_A_HOOK)
    return [Update(*match.groups()) for match in found if match]


@contextmanager
def seen_by_hook(environment: Mapping[str, str], commit: str) -> Iterator[Path]:
    """A repository in which all can be read that the server's has and that the push brings; HEAD is `commit`.

    `environment` is the hook's own. Raises CannotJudge where it is not one.
    """
    with TemporaryDirectory(prefix="vendorbook-pushed-", ignore_cleanup_errors=True) as folder:
        lay_out(Path(folder), _objects(environment), is_sha256=len(commit) == _SHA256, head=commit)
        yield Path(folder)


def _objects(environment: Mapping[str, str]) -> list[bytes]:
    """The folders of objects: the repository's own and, if there is one, the quarantine, which stands within it."""
    own = Path(environment.get("GIT_DIR", ""), "objects").resolve()
    if "GIT_DIR" not in environment or not own.is_dir():
        raise CannotJudge(_NOT_A_HOOK)
    if "GIT_QUARANTINE_PATH" not in environment:
        return [os.fsencode(own)]
    quarantine = Path(environment["GIT_QUARANTINE_PATH"]).resolve()
    if quarantine.parent != own or not quarantine.is_dir():
        raise CannotJudge(_NOT_A_HOOK)
    return [os.fsencode(quarantine), os.fsencode(own)]


_NOT_A_HOOK = Text(
    "這是 git 伺服器的 pre-receive hook，只能由 git 在收到推送時執行",
    "this is a git server's pre-receive hook, to be run by git alone when something is pushed",
)
