"""Bundles: a whole history as one file, made and taken apart without a setting of any repository's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from vendorbook.git.borrowing import lay_out
from vendorbook.git.command import run
from vendorbook.git.objects import Objects, TooLarge
from vendorbook.model import CannotJudge

_SHA256 = 64
_LIMIT = 16 * 1024 * 1024
_PACKING = (
    "--revs", "--stdout", "-q", "--delta-base-offset", "--no-reuse-delta", "--no-reuse-object",
    "--threads=1", "--window=10", "--depth=50", "--compression=6",
)  # fmt: skip
"""Nothing of how the clone happens to be packed, and no race between threads: the same bytes by the same git."""

Read = Callable[[str, str], bytes]


def bundle(root: Path, refs: Mapping[str, str]) -> bytes:
    """A bundle that needs nothing else, of all that these references (full names, `HEAD`) lead to.

    As `git bundle create` writes it, but for the packing, which that takes from the clone. Raises CannotJudge where an
    object is missing.
    """
    is_sha256 = any(len(id) == _SHA256 for id in refs.values())
    head = "# v3 git bundle\n@object-format=sha256\n" if is_sha256 else "# v2 git bundle\n"
    lines = [f"{id} {ref}\n" for ref, id in sorted(refs.items())]
    asked = "".join(f"{id}\n" for id in sorted(set(refs.values()))).encode()
    with _beside([_objects_of(root)], is_sha256=is_sha256) as place:
        pack = run(place, "pack-objects", *_PACKING, stdin=asked)
    return "".join([head, *lines, "\n"]).encode() + pack


@contextmanager
def unpacked(pack: bytes, ids: list[str]) -> Iterator[Read]:
    """What a pack holds, by kind and id; `ids` have to be in it with all that they lead to.

    ValueError where the pack is damaged, something is missing, or an object is far too large.
    """
    with _beside([], is_sha256=len(ids[0]) == _SHA256) as place:
        try:
            run(place, "index-pack", "--stdin", stdin=pack)
            run(place, "rev-list", "--objects", "--quiet", "--stdin", stdin="".join(f"{id}\n" for id in ids).encode())
        except CannotJudge as reason:
            raise ValueError(reason.message.en) from None
        objects = Objects(place)

        def read(kind: str, id: str) -> bytes:
            try:
                return objects.read(kind, id, _LIMIT)
            except TooLarge:
                raise ValueError(f"{id} is too large") from None
            except CannotJudge as reason:
                raise ValueError(reason.message.en) from None

        yield read


@contextmanager
def _beside(objects: list[bytes], *, is_sha256: bool) -> Iterator[Path]:
    with TemporaryDirectory(prefix="vendorbook-bundle-", ignore_cleanup_errors=True) as folder:
        lay_out(Path(folder), objects, is_sha256=is_sha256)
        yield Path(folder)


def _objects_of(root: Path) -> bytes:
    return run(root, "rev-parse", "--path-format=absolute", "--git-path", "objects").removesuffix(b"\n")
