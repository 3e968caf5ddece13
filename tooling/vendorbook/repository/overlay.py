"""The files on the disk, but for those that somebody is editing: these are as the editor has them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property
from pathlib import Path

from vendorbook.repository import content
from vendorbook.repository.snapshot import FileId, fingerprint_of
from vendorbook.repository.sorting import Kind, Sorted, sort_out
from vendorbook.repository.work_tree import WorkTree


class Overlay(WorkTree):
    """A work tree in which some files (`edited`: path to content) need not have been saved, or even be there.

    Where there is a focus, they lie in it, or outside of `vendors/`.

    What the disk has under such a name and would not be read (a link, say) is refused here too. `digests` keeps those
    of documents from one overlay to the next, by path and id.
    """

    def __init__(
        self,
        root: Path,
        edited: Mapping[str, bytes],
        focus: Sequence[str] = (),
        digests: MutableMapping[tuple[str, FileId], str] | None = None,
    ) -> None:
        super().__init__(root, focus)
        self._edited = edited
        self._digests = {} if digests is None else digests

    def also(self, folders: Iterable[str]) -> Overlay:
        more = (*self._focus, *folders)
        return self if more == self._focus else Overlay(self.root, self._edited, more, self._digests)

    def fingerprint(self) -> str:
        return fingerprint_of(self.files(), self.refused())

    def read(self, path: str) -> bytes:
        data = self._edited.get(path)
        if data is None:
            return super().read(path)
        content.refuse_size(path, len(data))
        content.refuse_pointer(path, data)
        return data

    def blob(self, path: str) -> str:
        data = self._edited.get(path)
        return super().blob(path) if data is None else content.blob_id(data)

    def sha256(self, path: str) -> str:
        key = path, self.files().get(path, "")
        if key not in self._digests:
            self._digests[key] = hashlib.sha256(self.read(path)).hexdigest()
        return self._digests[key]

    @cached_property
    def _sorted(self) -> Sorted:
        on_disk = self._scanned.entries
        known = {path for path, _, _ in on_disk}
        mine = [path for path in self._edited if path not in known]
        found = sort_out([*on_disk, *((path, Kind.FILE, "") for path in mine)])
        as_content = {*self._scanned.fresh, *self._edited} & found.files.keys()
        return Sorted({**found.files, **{path: f"blob:{self.blob(path)}" for path in as_content}}, found.refused)
