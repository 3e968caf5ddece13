"""Which keys count, for whom and when, as the rules state it; and nothing of the machine has a say."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.checks.records import top
from tests.trail.signatures.making import DAY, PAYLOAD, trusted
from vendorbook.trail.signatures import Signed, Signer, TrustedKey, forge_keys, keys_of_people, verify

SIGNER = Signer.from_seed(b"k" * 32)


def test_the_forges_keys() -> None:
    stated = top(
        "forge:\n  kind: github\n  keys:\n"
        "    - {kind: ssh, key: ssh-ed25519 AAAA, from: 2024-01-01, until: 2024-12-31}\n"
        "    - {kind: openpgp, key: PGP, from: 2025-01-01}\n"
    )
    assert forge_keys(stated) == [
        TrustedKey("ssh", "ssh-ed25519 AAAA", "forge", date(2024, 1, 1), date(2024, 12, 31)),
        TrustedKey("openpgp", "PGP", "forge", date(2025, 1, 1), None),
    ]
    assert forge_keys(top("review: {approvals: 1}\n")) == []


def test_a_persons_key_counts_no_longer_than_the_person_is_there() -> None:
    people = top(
        "people:\n"
        "  - {id: s-0001, from: 2024-03-01, until: 2026-02-28, keys: [\n"
        "      {key: one, from: 2024-01-01, until: 2024-12-31}, {key: two, from: 2025-01-01}]}\n"
        "  - {id: s-0002, from: 2025-01-01}\n"
    )
    found = keys_of_people({each.text("id"): each for each in people.find("people[]")})

    assert found == [
        TrustedKey("ssh", "one", "s-0001", date(2024, 3, 1), date(2024, 12, 31)),
        TrustedKey("ssh", "two", "s-0001", date(2025, 1, 1), date(2026, 2, 28)),
    ]


def test_nothing_is_run_and_no_keyring_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs of the names that git would run stand first on the path, and would leave a trace."""
    for name in ("gpg", "ssh-keygen", "git", "gpgsm", "sq"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 0\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    events: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        is_module = str(arguments[0]).startswith((sys.prefix, sys.base_prefix, *sys.path)) if arguments else False
        if watching and event in ("open", "os.system", "subprocess.Popen", "os.posix_spawn") and not is_module:
            events.append(f"{event} {arguments}")

    made = SIGNER.sign(PAYLOAD)
    sys.addaudithook(watch)
    found = verify(made, PAYLOAD, [trusted(SIGNER.public_key)], DAY)
    watching = False

    assert isinstance(found, Signed)
    assert events == []
    assert not os.path.exists(tmp_path / "ran")
