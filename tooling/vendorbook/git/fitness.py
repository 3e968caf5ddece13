"""What in a clone could make its history look other than it is, or hides a part of it."""

from __future__ import annotations

from pathlib import Path

from vendorbook.git.command import ask, run
from vendorbook.git.places import is_shallow

_PROMISES = r"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"


def obstacles(root: Path) -> list[str]:
    """Which of `shallow`, `partial`, `replaced` and `grafted` the clone is.

    Replaced objects and grafts are never followed here; whoever looks at the clone with git itself sees another
    history by them, so that the two would not be about the same.
    """
    found = {
        "shallow": is_shallow(root),
        "partial": _is_partial(root),
        "replaced": bool(run(root, "for-each-ref", "--count=1", "--format=%(refname)", "refs/replace/").strip()),
        "grafted": _has_grafts(root),
    }
    return [name for name, is_so in found.items() if is_so]


def _is_partial(root: Path) -> bool:
    if ask(root, "config", "--local", "--get-regexp", _PROMISES).output.strip():
        return True
    packs = _place(root, "objects/pack")
    return packs.is_dir() and any(packs.glob("*.promisor"))


def _has_grafts(root: Path) -> bool:
    grafts = _place(root, "info/grafts")
    return grafts.is_file() and any(line.strip() and line[:1] != b"#" for line in grafts.read_bytes().splitlines())


def _place(root: Path, name: str) -> Path:
    """Where a file or folder of the repository is; asked for by the folder, since the graft file is redirected."""
    folder, _, last = name.rpartition("/")
    said = run(root, "rev-parse", "--path-format=absolute", "--git-path", folder).removesuffix(b"\n")
    return Path(said.decode("utf-8", "surrogateescape")) / last
