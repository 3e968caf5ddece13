"""The files of a rule set: which they are, what identifies them, and their reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from vendorbook.model import CannotJudge, Place, Source, Text, Unreadable
from vendorbook.repository import RuleFile
from vendorbook.schema_check import Schemas, kind_of


class RuleFiles(Mapping[str, bytes]):
    """The files of a rule set by path: schemas/ and policies/ but for the waivers. Each is read when asked for."""

    def __init__(self, files: Mapping[str, RuleFile]) -> None:
        self._files = {path: files[path] for path in sorted(files) if not path.startswith("policies/waivers/")}
        self._read: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._read:
            self._read[path] = self._files[path].read()
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def id_of(self, path: str) -> str:
        """Names a file's content without reading it."""
        return self._files[path].id

    @property
    def listing(self) -> str:
        """Names their content without reading it: where the listing is the same, so is the content."""
        return "".join(f"{file.id} {path}\n" for path, file in self._files.items())


def digest_of(files: Mapping[str, bytes]) -> str:
    """Identifies a rule set by its content: `sha256:` over a listing in the form of `sha256sum`."""
    listing = "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in files.items())
    return "sha256:" + sha256(listing.encode()).hexdigest()


def read_sources(
    files: Mapping[str, bytes], schemas: Schemas, known: Mapping[str, Source] = MappingProxyType({})
) -> dict[str, Source]:
    """The YAML files of a rule set, read and valid; those that are known to be are not read again.

    Raises CannotJudge with every place found at fault: one run shows all that is wrong.
    """
    from vendorbook import yaml_source

    sources: dict[str, Source] = {}
    wrong: list[Place] = []
    for path in files:
        if not path.endswith(".yaml"):
            continue
        if path in known:
            sources[path] = known[path]
            continue
        try:
            sources[path] = yaml_source.read(files[path], path)
        except Unreadable as unreadable:
            wrong.extend(unreadable.refusals)
            continue
        problems = schemas.problems(sources[path], kind_of(path) or "policy")
        wrong.extend(Place(problem.location, problem.message) for problem in problems)
    if wrong:
        raise CannotJudge(
            Text("規則檔有誤，無法據以檢查", "the rules have faults and cannot judge"), wrong[0].location, wrong
        )
    return sources
