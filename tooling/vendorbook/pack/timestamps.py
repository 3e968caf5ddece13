"""Timestamps (RFC 3161), verified by openssl: the only program that is run here, with a configuration of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from vendorbook.model import CannotJudge, Text

_SECONDS = 60


def fits(response: bytes, sums: bytes, authority: Path) -> bool:
    """Whether the authority whose root certificate is given (PEM) has answered for these hashes.

    Raises CannotJudge where there is no openssl.
    """
    program = shutil.which("openssl")
    if program is None:
        raise CannotJudge(_NO_OPENSSL)
    with tempfile.TemporaryDirectory(prefix="vendorbook-timestamp-") as folder:
        (Path(folder) / "sums").write_bytes(sums)
        (Path(folder) / "response").write_bytes(response)
        command = [program, "ts", "-verify", "-data", "sums", "-in", "response", "-CAfile", str(authority.absolute())]
        done = subprocess.run(  # noqa: S603 - fixed arguments, and files whose names are ours
            command, cwd=folder, env=_surroundings(), capture_output=True, check=False, timeout=_SECONDS
        )
    return done.returncode == 0 and b"Verification: OK" in done.stdout + done.stderr


def _surroundings() -> dict[str, str]:
    """Without what a machine or user tells openssl to load."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENSSL_", "SSL_"))}
    return kept | {"OPENSSL_CONF": os.devnull, "LC_ALL": "C"}


_NO_OPENSSL = Text(
    "找不到 openssl，無法驗證時戳；請安裝，或不指定 --timestamp-ca",
    "there is no openssl to verify the timestamp with; install it, or leave --timestamp-ca out",
)
