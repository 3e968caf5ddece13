"""The rules of each base: what one base's have in common with another's is read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from vendorbook import repository
from vendorbook.judging import Rules
from vendorbook.model import CannotJudge, Place, Policy, Source
from vendorbook.policies import control_file
from vendorbook.policies.rule_files import RuleFiles, read_sources
from vendorbook.policies.rulebook import Rulebook, assemble
from vendorbook.repository import RuleFile, Snapshot
from vendorbook.repository.past import PastTree
from vendorbook.schema_check import Schemas

_WAIVERS = "policies/waivers/"


class Rulebooks:
    """Rules by what names their files. Waivers are not of them: they are read with the records."""

    def __init__(self) -> None:
        self._by_folders: dict[str, Rules | CannotJudge] = {}
        self._known: dict[str, Rules | CannotJudge] = {}
        self._shelf = _Shelf()

    def of(self, snapshot: Snapshot) -> Rules:
        """The rules that judge what is merged into a snapshot of the past. Raises CannotJudge where they cannot."""
        folders = snapshot.rules_id if isinstance(snapshot, PastTree) else ""
        known = self._by_folders.get(folders) or self._by_files(snapshot)
        if folders:
            self._by_folders[folders] = known
        if isinstance(known, CannotJudge):
            raise known
        return known

    def _by_files(self, snapshot: Snapshot) -> Rules | CannotJudge:
        files = repository.rules_of(snapshot)
        refused = [each for each in snapshot.refused() if not each.location.path.startswith("vendors")]
        listing = [f"{file.id} {path}" for path, file in files.items() if not path.startswith(_WAIVERS)]
        key = "\n".join([*listing, *(each.location.path for each in refused)])
        if key not in self._known:
            self._known[key] = _read(_SharedRules(files, refused, self._shelf))
        return self._known[key]


def _read(rules: Rules) -> Rules | CannotJudge:
    try:
        _ = rules.book
    except CannotJudge as trouble:
        return trouble
    return rules


class _Shelf:
    """What has been read of rule files, by their content."""

    def __init__(self) -> None:
        self._sha256: dict[str, str] = {}
        self._schemas: dict[str, Schemas] = {}
        self._sources: dict[tuple[str, str, str], Source] = {}
        self._policies: dict[int, tuple[Source, Policy]] = {}

    def digest(self, files: RuleFiles) -> str:
        """As `digest_of`."""
        lines = [f"{self._sha256_of(path, files)}  {path}\n" for path in files]
        return "sha256:" + sha256("".join(lines).encode()).hexdigest()

    def book(self, files: RuleFiles, digest: str) -> Rulebook:
        """As it is read from the files alone."""
        key = "".join(f"{files.id_of(path)} {path}\n" for path in files if path.startswith("schemas/"))
        schemas = self._schemas.setdefault(key, Schemas(files))
        named = {path: (files.id_of(path), path, key) for path in files}
        known = {path: self._sources[name] for path, name in named.items() if name in self._sources}
        sources = read_sources(files, schemas, known)
        self._sources.update({named[path]: source for path, source in sources.items()})
        return assemble(sources, schemas, digest, self._policy)

    def _sha256_of(self, path: str, files: RuleFiles) -> str:
        id = f"{files.id_of(path)} {path}"
        if id not in self._sha256:
            self._sha256[id] = sha256(files[path]).hexdigest()
        return self._sha256[id]

    def _policy(self, source: Source) -> Policy:
        """The policy of a source that is kept here for as long as its policy is."""
        if id(source) not in self._policies:
            self._policies[id(source)] = source, control_file.policy(source)
        return self._policies[id(source)][1]


class _SharedRules(Rules):
    """Rules that are read off a shelf."""

    def __init__(self, files: Mapping[str, RuleFile], refused: Sequence[Place], shelf: _Shelf) -> None:
        super().__init__(files, None, refused)
        self._shelf = shelf

    def _digest(self) -> str:
        return self._shelf.digest(self._files)

    def _read(self) -> Rulebook:
        return self._shelf.book(self._files, self.digest)
