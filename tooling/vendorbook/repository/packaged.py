"""The schemas and policies that come with the tool: in the wheel, or in the checkout it is run from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import vendorbook
from vendorbook.model import CannotJudge, Place, Text
from vendorbook.repository import content
from vendorbook.repository.disk import stat_id
from vendorbook.repository.layout import ALLOWED
from vendorbook.repository.snapshot import FileId, fingerprint_of

_OF_THE_FIRM = (
    "policies/firm.yaml",
    "policies/systems.yaml",
    "policies/people.yaml",
    "policies/trail.yaml",
    "policies/waivers/",
)
"""What a firm says of itself is not part of the tool, though a checkout holds it."""


class Packaged:
    """The tool's own `schemas/` and `policies/` as a snapshot. Trusted as the code beside it is trusted."""

    commit: str | None = None

    def __init__(self, folder: Path | None = None) -> None:
        self.root = folder or _folder()

    def files(self) -> Mapping[str, FileId]:
        return self._files

    def refused(self) -> Sequence[Place]:
        return []

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def blob(self, path: str) -> str:
        return content.blob_id(self.read(path))

    def sha256(self, path: str) -> str:
        return hashlib.sha256(self.read(path)).hexdigest()

    @cached_property
    def _files(self) -> dict[str, FileId]:
        found = [place for top in ("schemas", "policies") for place in (self.root / top).rglob("*")]
        named = {place.relative_to(self.root).as_posix(): place for place in found}
        files = {path: stat_id(named[path].stat()) for path in sorted(named) if _is_the_tools(path)}
        if not files:
            raise CannotJudge(_NOTHING)
        return files


def _is_the_tools(path: str) -> bool:
    return ALLOWED.fullmatch(path) is not None and not path.startswith(_OF_THE_FIRM)


def _folder() -> Path:
    package = Path(vendorbook.__file__).parent
    data = package / "data"
    return data if data.is_dir() else package.parents[1]


_NOTHING = Text(
    "此安裝缺少隨附的 schemas 與 policies；請重新安裝 vendorbook",
    "this installation lacks the schemas and policies that come with it; install vendorbook again",
)
