"""Keys and signatures for tests: made on the spot, by git, ssh-keygen and gpg where those are, else by hand."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from tests.helpers.repos import Repo, surroundings
from vendorbook.trail.signatures import TrustedKey
from vendorbook.trail.signatures.ssh import blob_of
from vendorbook.trail.signatures.sshsig import SshSignature, armoured, signed_bytes
from vendorbook.trail.signatures.wire import string

DAY = date(2026, 11, 22)
PAYLOAD = b"tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nwhat is signed\n"
Private = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | dsa.DSAPrivateKey


def needs(program: str) -> None:
    """Skips a test that cannot be made without a program, and says so aloud."""
    if shutil.which(program) is None:
        reason = f"{program} is not installed: nobody looked whether what it signs is verified"
        warnings.warn(reason, stacklevel=2)
        pytest.skip(reason)


def public_line(private: Private, comment: str = "") -> str:
    line = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    return f"{line} {comment}".strip()


def blob(line: str) -> bytes:
    found = blob_of(line)
    assert found
    return found


def trusted(text: str, holder: str = "s-0104", first: date | None = None, last: date | None = None) -> TrustedKey:
    kind = "openpgp" if text.startswith("-----BEGIN") else "ssh"
    return TrustedKey(kind, text, holder, first, last)


def on_disk(private: Private, folder: Path) -> Path:
    """The private key as ssh-keygen keeps it, and its public half beside it."""
    path = folder / "key"
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    path.with_suffix(".pub").write_text(public_line(private) + "\n")
    return path


def by_git(repo: Repo, key: Path) -> list[str]:
    """The settings with which git signs by an SSH key."""
    return ["-c", "gpg.format=ssh", "-c", f"user.signingkey={key}"]


def ssh_signature(
    private: Private,
    payload: bytes = PAYLOAD,
    *,
    namespace: bytes = b"git",
    hash: bytes = b"sha512",
    how: str = "",
    claimed: bytes = b"",
) -> str:
    """An SSH signature made by hand. `claimed` is the public key that it says made it."""
    line = public_line(private)
    name = how or {"ssh-rsa": "rsa-sha2-512"}.get(line.split()[0], line.split()[0])
    made = _made(private, signed_bytes(namespace, hash, payload), name)
    return armoured(SshSignature(claimed or blob(line), namespace, hash, string(name.encode()) + string(made)))


def _made(private: Private, data: bytes, name: str) -> bytes:
    if isinstance(private, ed25519.Ed25519PrivateKey):
        return private.sign(data)
    if isinstance(private, rsa.RSAPrivateKey):
        digests = {"ssh-rsa": hashes.SHA1(), "rsa-sha2-256": hashes.SHA256(), "rsa-sha2-512": hashes.SHA512()}
        return private.sign(data, padding.PKCS1v15(), digests[name])
    if isinstance(private, dsa.DSAPrivateKey):
        numbers = decode_dss_signature(private.sign(data, hashes.SHA1()))
        return b"".join(number.to_bytes(20, "big") for number in numbers)
    by_size = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}
    made = private.sign(data, ec.ECDSA(by_size[private.curve.key_size]))
    return b"".join(string(mpint(number)) for number in decode_dss_signature(made))


def mpint(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


ALGORITHMS: dict[str, Callable[[], Private]] = {
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ecdsa 256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "ecdsa 384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "ecdsa 521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "rsa 2048": lambda: rsa.generate_private_key(65537, 2048),
}


class Gpg:
    """gpg with a keyring of its own."""

    def __init__(self, home: Path) -> None:
        home.mkdir(mode=0o700)
        self.env = {**surroundings(), "GNUPGHOME": str(home)}

    def run(self, *arguments: str, input: bytes = b"") -> bytes:
        command = ["gpg", "--batch", "--quiet", "--passphrase", "", "--pinentry-mode", "loopback", *arguments]
        done = subprocess.run(command, input=input, env=self.env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout

    def key(self, name: str, algorithm: str, *options: str) -> str:
        """Makes a key, and gives its public half."""
        self.run(*options, "--quick-generate-key", f"{name} <{name}@paper-boat.example>", algorithm, "sign", "never")
        return self.public(name)

    def public(self, name: str) -> str:
        return self.run("--armor", "--export", f"{name}@paper-boat.example").decode()

    def sign(self, name: str, payload: bytes, *options: str) -> str:
        user = f"{name}@paper-boat.example"
        return self.run(*options, "--local-user", user, "--armor", "--detach-sign", input=payload).decode()

    def close(self) -> None:
        subprocess.run(["gpgconf", "--kill", "all"], env=self.env, check=False, capture_output=True)


def with_signature(repo: Repo, commit: str, signature: str) -> str:
    """The commit with a signature in its header: another commit, as forges write them."""
    head, _, message = repo.git("cat-file", "commit", commit).partition("\n\n")
    lines = signature.rstrip("\n").replace("\n", "\n ")
    whole = f"{head}\ngpgsig {lines}\n\n{message}\n"
    return repo.git("hash-object", "-t", "commit", "-w", "--stdin", input=whole.encode("utf-8", "surrogateescape"))
