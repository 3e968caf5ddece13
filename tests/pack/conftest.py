"""A pack of one engagement of the demonstration, signed, made once."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from vendorbook.demo import build
from vendorbook.judging import Kept
from vendorbook.pack import archive, sealing
from vendorbook.pack.contents import Contents, contents
from vendorbook.trail.opening import Trail
from vendorbook.trail.signatures import Signer

AS_OF = date(2026, 11, 22)
ENGAGEMENT = "kite-systems/order-routing"
SIGNER = Signer.from_seed(b"a pack's key, in tests and alone")

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "register"
    build(folder)
    return folder


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("kept")))
        return Kept("packs")


@pytest.fixture(scope="session")
def of_engagement(demo: Path, kept: Kept) -> Contents:
    return contents(Trail(demo, "refs/heads/main", kept), AS_OF, ENGAGEMENT)


@pytest.fixture(scope="session")
def sealed(of_engagement: Contents) -> Files:
    return sealing.sealed(of_engagement.files, SIGNER, None)


@pytest.fixture
def files(sealed: Files) -> Files:
    """A copy that a test may change."""
    return dict(sealed)


@pytest.fixture(scope="session")
def packed(sealed: Files, of_engagement: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packed") / "pack.zip"
    archive.write(path, sealed, of_engagement.when)
    return path


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def zipped(entries: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """A zip file of these entries, whatever they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for entry, data in entries:
            file.writestr(entry, data)
    return made.getvalue()
