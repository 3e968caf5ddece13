"""A register of three records that has no findings and is read in no time: what is done to it shows at once."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.repos import write

SUPPLIER = "vendors/paper-crane/supplier.yaml"
RECORD = "vendors/paper-crane/website/engagement.yaml"
OTHER = "vendors/night-owl/supplier.yaml"
EVIDENCE = "vendors/night-owl/evidence/iso-9001.pdf"
FIRM = "policies/firm.yaml"
POLICY = "policies/article-5/access-reviewed-every-half-year.yaml"
SCHEMA = "schemas/engagement.schema.json"

_PARTS = (SUPPLIER, RECORD, OTHER, "vendors/night-owl/evidence/", "policies/", "schemas/")


def small(example: Mapping[str, bytes]) -> dict[str, bytes]:
    """A draft, its supplier, and a supplier with evidence, out of the example register; all rules, no waivers."""
    return {
        path: data
        for path, data in example.items()
        if path.startswith(_PARTS) and not path.startswith("policies/waivers/")
    }


class OnDisk:
    """The small register in a folder that tests share: each leaves it changed, and the next finds it whole."""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        self.root = root
        self.original = dict(files)

    def restore(self) -> None:
        """Puts everything back as it was."""
        for place in sorted(self.root.rglob("*"), reverse=True):
            path = place.relative_to(self.root).as_posix()
            is_folder = place.is_dir() and not place.is_symlink()
            if is_folder and any(name.startswith(f"{path}/") for name in self.original):
                continue
            if is_folder:
                place.rmdir()
            elif place.is_symlink() or not _is_as_it_was(place, self.original.get(path)):
                place.unlink()
        write(self.root, {path: data for path, data in self.original.items() if not (self.root / path).exists()})

    def write(self, files: Mapping[str, bytes | str | None]) -> None:
        write(self.root, files)

    def remove(self, folder: str) -> None:
        shutil.rmtree(self.root / folder)


def _is_as_it_was(place: Path, data: bytes | None) -> bool:
    return data is not None and place.is_file() and not place.stat().st_mode & 0o111 and place.read_bytes() == data
