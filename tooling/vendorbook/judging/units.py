"""The register in units that can be judged side by side: a supplier's folder is one."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple


class Unit(NamedTuple):
    """A supplier's folder: its files, by path from the register's root, each with what identifies its content."""

    supplier: str
    files: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Changes whenever a file of the folder does."""
        return _digest(self.files.items())

    @property
    def engagements(self) -> list[str]:
        """The ids of the engagements that have a folder here, whether or not their record is there."""
        start = len(f"vendors/{self.supplier}/")
        folders = {path[start:end] for path in self.files if (end := path.find("/", start)) > 0}
        return [f"{self.supplier}/{name}" for name in sorted(folders - {"journal", "evidence"})]

    @property
    def records(self) -> list[str]:
        """The ids of all its records: the supplier's own, then those of the engagements."""
        return [self.supplier, *self.engagements]

    def tells_of_records(self, path: str) -> bool:
        """Whether what the unit adds to the whole depends on a file: on records, and on the supplier's own journal."""
        is_record = path.endswith(("/engagement.yaml", "/supplier.yaml"))
        return is_record or path.startswith(f"vendors/{self.supplier}/journal/")

    def under(self, folder: str) -> list[str]:
        """Its record files below a folder (vendors/…), not those of a folder within that has its own record."""
        start = folder + "/"
        own = [path for path in self.files if path.startswith(start) and path.endswith(".yaml")]
        return [path for path in own if path[len(start) :].startswith("journal/") or "/" not in path[len(start) :]]


def _digest(items: Iterable[tuple[str, str]]) -> str:
    return sha256("\0".join(f"{path}\0{identity}" for path, identity in items).encode()).hexdigest()


def units(files: Mapping[str, str]) -> list[Unit]:
    """Groups a snapshot's files (path to identity) by supplier, in the order of their paths."""
    grouped: dict[str, dict[str, str]] = {}
    start = len("vendors/")
    for path, id in sorted(files.items()):
        end = path.find("/", start)
        if end > 0 and path.startswith("vendors/"):
            grouped.setdefault(path[start:end], {})[path] = id
    return [Unit(supplier, of_supplier) for supplier, of_supplier in grouped.items()]


def in_order(suppliers: Iterable[str]) -> list[str]:
    """Suppliers as the paths of their folders are sorted, where `ab-c/` comes before `ab/`."""
    return sorted(suppliers, key=lambda name: f"{name}/")
