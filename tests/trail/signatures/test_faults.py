"""Stated keys that can never verify anything are told as such, and usable ones are not."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import pysequoia
import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ed25519, rsa

from tests.trail.signatures.making import ALGORITHMS, blob, public_line, trusted
from tests.trail.signatures.test_ssh import on_hardware
from vendorbook.trail.signatures import TrustedKey, fault
from vendorbook.trail.signatures.wire import string

OURS = public_line(ed25519.Ed25519PrivateKey.generate())


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_key_of_each_kind_is_usable(algorithm: str) -> None:
    assert fault(trusted(public_line(ALGORITHMS[algorithm](), "a comment"))) is None


def test_security_keys_and_openpgp_are_usable() -> None:
    assert fault(trusted(on_hardware(ALGORITHMS["ecdsa 256"]())[0])) is None
    assert fault(trusted(str(pysequoia.Tsk.generate("Forge").extract_certificate()))) is None


def _cut() -> str:
    return f"ssh-ed25519 {b64encode(blob(OURS)[:-1]).decode()}"


FAULTY: dict[str, tuple[str, Callable[[], str]]] = {
    "RSA of 1024 bits": ("RSA < 2048", lambda: public_line(rsa.generate_private_key(65537, 1024))),
    "DSA": ("DSA", lambda: public_line(dsa.generate_private_key(1024))),
    "a certificate": ("SSH", lambda: _line(b"ssh-ed25519-cert-v01@openssh.com")),
    "cut off": ("no public key", _cut),
    "of another name": ("no public key", lambda: OURS.replace("ssh-ed25519", "ssh-rsa", 1)),
    "no base64": ("no public key", lambda: "ssh-ed25519 ****"),
    "a word": ("no public key", lambda: "ssh-ed25519"),
    "nothing": ("no public key", lambda: ""),
}


def _line(kind: bytes) -> str:
    return f"{kind.decode()} {b64encode(string(kind) + string(b'x' * 32)).decode()}"


@pytest.mark.parametrize("name", FAULTY)
@pytest.mark.filterwarnings("ignore::Warning")
def test_a_key_that_is_of_no_use(name: str) -> None:
    expected, make = FAULTY[name]
    found = fault(TrustedKey("ssh", make(), "s-0104"))
    assert found is not None
    assert expected in found.en


@pytest.mark.parametrize("text", ["", "PGP", OURS], ids=["nothing", "a word", "an SSH key"])
def test_openpgp_that_is_none(text: str) -> None:
    found = fault(TrustedKey("openpgp", text, "forge"))
    assert found is not None
    assert "no public key" in found.en
