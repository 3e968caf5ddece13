"""The digests of a site's files, and all of them in one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"


def write_sums(top: Path) -> None:
    """The digest of every file, in the form that sha256sum checks."""
    files = sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())
    lines = [f"{sha256((top / path).read_bytes()).hexdigest()}  {path}\n" for path in files if path != SUMS]
    (top / SUMS).write_text("".join(lines), encoding="utf-8")


def wrong_sums(top: Path) -> list[str]:
    """Files that are not what the sums say, and files that they do not speak of."""
    said = dict(line.rstrip("\n").split("  ", 1)[::-1] for line in (top / SUMS).read_text("utf-8").splitlines())
    here = {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}
    wrong = [path for path in here if path != SUMS and path not in said]
    wrong += [
        path
        for path, digest in said.items()
        if path not in here or sha256(here[path].read_bytes()).hexdigest() != digest
    ]
    return sorted(wrong)


def write_zip(site_dir: Path, target: Path) -> None:
    """All files in one, the same bytes each time: sorted, and dated by nobody's clock."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site_dir.rglob("*")):
            if path.is_file():
                info = ZipInfo(path.relative_to(site_dir).as_posix(), (1980, 1, 1, 0, 0, 0))
                info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(info, path.read_bytes())
