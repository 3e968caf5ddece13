"""SSH signatures of real commits and tags, and those that only look like them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa

from tests.helpers.repos import REGISTER, Repo
from tests.trail.signatures.making import (
    ALGORITHMS,
    DAY,
    PAYLOAD,
    Private,
    blob,
    by_git,
    mpint,
    needs,
    on_disk,
    public_line,
    ssh_signature,
    trusted,
    with_signature,
)
from vendorbook.git import read_commits, read_tags, tag_refs
from vendorbook.trail.signatures import Refused, Signed, verify
from vendorbook.trail.signatures.sshsig import SshSignature, armoured, signed_bytes
from vendorbook.trail.signatures.wire import string


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.commit(REGISTER)
    return made


@pytest.fixture(scope="module")
def ours() -> Private:
    return ed25519.Ed25519PrivateKey.generate()


def kind(outcome: Signed | Refused) -> str:
    if isinstance(outcome, Refused):
        assert outcome.reason.zh_tw
        assert outcome.reason.en.isprintable()
        return outcome.kind
    return f"signed by {outcome.key.holder}"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_what_git_signs_is_verified(algorithm: str, repo: Repo, tmp_path: Path) -> None:
    needs("ssh-keygen")
    private = ALGORITHMS[algorithm]()
    settings = by_git(repo, on_disk(private, tmp_path))
    keys = [trusted(public_line(ed25519.Ed25519PrivateKey.generate()), "other"), trusted(public_line(private, "x y"))]
    repo.git(*settings, "commit", "--quiet", "--allow-empty", "-S", "-m", "signed\n\n簽署")
    repo.git(*settings, "tag", "-s", "-m", "approved", "review/12/s-0104")

    [commit] = read_commits(repo.path, [repo.git("rev-parse", "HEAD")])
    [tag] = read_tags(repo.path, [ref.id for ref in tag_refs(repo.path, "review/")])
    for found in (commit, tag):
        outcome = verify(found.signature, found.payload, keys, DAY)
        assert isinstance(outcome, Signed)
        assert (outcome.key, outcome.fingerprint[:7]) == (keys[1], "SHA256:")
        assert kind(verify(found.signature, found.payload + b" ", keys, DAY)) == "bad"
        assert kind(verify(found.signature, found.payload, keys[:1], DAY)) == "unknown-key"


def test_a_signature_from_another_commit(repo: Repo, tmp_path: Path, ours: Private) -> None:
    needs("ssh-keygen")
    settings = by_git(repo, on_disk(ours, tmp_path))
    repo.git(*settings, "commit", "--quiet", "--allow-empty", "-S", "-m", "signed")
    signed = repo.git("rev-parse", "HEAD")
    forged = repo.commit({"vendors/kite/supplier.yaml": "id: forged\n"})
    [first] = read_commits(repo.path, [signed])
    [other] = read_commits(repo.path, [with_signature(repo, forged, first.signature)])

    assert other.signature == first.signature
    assert kind(verify(first.signature, first.payload, [trusted(public_line(ours))], DAY)) == "signed by s-0104"
    assert kind(verify(other.signature, other.payload, [trusted(public_line(ours))], DAY)) == "bad"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_what_is_made_by_hand_is_verified(algorithm: str) -> None:
    private = ALGORITHMS[algorithm]()
    for hash in (b"sha256", b"sha512"):
        made = ssh_signature(private, hash=hash)
        assert kind(verify(made, PAYLOAD, [trusted(public_line(private))], DAY)) == "signed by s-0104"
        assert kind(verify(made, PAYLOAD[1:], [trusted(public_line(private))], DAY)) == "bad"


FORGED: dict[str, tuple[str, Callable[[Private], str]]] = {
    "made for files": ("other-purpose", lambda ours: ssh_signature(ours, namespace=b"file")),
    "made for nothing": ("other-purpose", lambda ours: ssh_signature(ours, namespace=b"")),
    "nearly for git": ("other-purpose", lambda ours: ssh_signature(ours, namespace=b"git\0")),
    "said to be for git": (
        "bad",
        lambda ours: armoured(_parsed(ssh_signature(ours, namespace=b"file"))._replace(namespace=b"git")),
    ),
    "another's, said to be ours": (
        "bad",
        lambda ours: ssh_signature(ed25519.Ed25519PrivateKey.generate(), claimed=blob(public_line(ours))),
    ),
    "another's": ("unknown-key", lambda ours: ssh_signature(ed25519.Ed25519PrivateKey.generate())),
    "of other content": ("bad", lambda ours: ssh_signature(ours, b"other")),
    "with MD5": ("refused", lambda ours: armoured(_parsed(ssh_signature(ours))._replace(hash=b"md5"))),
    "with SHA-1": ("refused", lambda ours: armoured(_parsed(ssh_signature(ours))._replace(hash=b"sha1"))),
    "with the other hash": ("bad", lambda ours: armoured(_parsed(ssh_signature(ours))._replace(hash=b"sha256"))),
    "of another type": (
        "refused",
        lambda ours: armoured(_parsed(ssh_signature(ours))._replace(by_key=string(b"ssh-rsa") + string(b"x" * 64))),
    ),
    "with more behind it": (
        "bad",
        lambda ours: armoured((found := _parsed(ssh_signature(ours)))._replace(by_key=found.by_key + b"\0")),
    ),
    "cut off": (
        "bad",
        lambda ours: armoured((found := _parsed(ssh_signature(ours)))._replace(by_key=found.by_key[:-1])),
    ),
    "nothing made by the key": ("refused", lambda ours: armoured(_parsed(ssh_signature(ours))._replace(by_key=b""))),
}


def _parsed(signature: str) -> SshSignature:
    from vendorbook.trail.signatures.sshsig import parsed

    found = parsed(signature)
    assert found
    return found


@pytest.mark.parametrize("name", FORGED)
def test_what_proves_nothing(name: str, ours: Private) -> None:
    expected, make = FORGED[name]
    keys = [trusted(public_line(ours, "kite"))]

    assert kind(verify(ssh_signature(ours), PAYLOAD, keys, DAY)) == "signed by s-0104"
    assert kind(verify(make(ours), PAYLOAD, keys, DAY)) == expected


WEAK: dict[str, Callable[[], tuple[Private, str]]] = {
    "RSA of 1024 bits": lambda: (rsa.generate_private_key(65537, 1024), "rsa-sha2-512"),
    "RSA with SHA-1": lambda: (rsa.generate_private_key(65537, 2048), "ssh-rsa"),
    "DSA": lambda: (dsa.generate_private_key(1024), "ssh-dss"),
}


@pytest.mark.parametrize("name", WEAK)
@pytest.mark.filterwarnings("ignore::Warning")
def test_what_is_too_weak_is_refused_though_it_fits(name: str) -> None:
    private, how = WEAK[name]()
    outcome = verify(ssh_signature(private, how=how), PAYLOAD, [trusted(public_line(private))], DAY)

    assert kind(outcome) == "refused"


def test_a_key_is_its_bytes_and_not_its_comment(ours: Private) -> None:
    other = trusted(public_line(ed25519.Ed25519PrivateKey.generate(), "kite@paper-boat.example"))
    made = ssh_signature(ours)

    assert kind(verify(made, PAYLOAD, [other], DAY)) == "unknown-key"
    assert kind(verify(made, PAYLOAD, [trusted(public_line(ours, "another comment"))], DAY)) == "signed by s-0104"
    assert kind(verify(made, PAYLOAD, [trusted(public_line(ours).rpartition(" ")[0])], DAY)) == "unknown-key"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (DAY, DAY, "signed by s-0104"),
        (None, date(2026, 11, 21), "not-valid"),
        (date(2026, 11, 23), None, "not-valid"),
    ],
)
def test_a_key_counts_from_day_to_day(first: date | None, last: date | None, expected: str, ours: Private) -> None:
    key = trusted(public_line(ours), first=first, last=last)

    assert kind(verify(ssh_signature(ours), PAYLOAD, [key], DAY)) == expected
    again = trusted(public_line(ours), first=DAY)  # the same key, given back later
    assert kind(verify(ssh_signature(ours), PAYLOAD, [key, again], DAY)) == "signed by s-0104"


def on_hardware(
    private: Private, application: bytes = b"ssh:", flags: bytes = b"\1", says: bytes = b"ssh:"
) -> tuple[str, str]:
    """The public line and the signature of a security key, which `private` plays."""
    from base64 import b64encode

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    rest = blob(public_line(private))
    start = 4 + int.from_bytes(rest[:4], "big")
    is_ed25519 = isinstance(private, ed25519.Ed25519PrivateKey)
    name = b"sk-ssh-ed25519@openssh.com" if is_ed25519 else b"sk-ecdsa-sha2-nistp256@openssh.com"
    public = string(name) + rest[start:] + string(application)
    digest = hashlib.sha256(signed_bytes(b"git", b"sha512", PAYLOAD)).digest()
    data = hashlib.sha256(says).digest() + flags + b"\0\0\0\7" + digest
    if isinstance(private, ed25519.Ed25519PrivateKey):
        made = private.sign(data)
    else:
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        numbers = decode_dss_signature(private.sign(data, ec.ECDSA(hashes.SHA256())))
        made = b"".join(string(mpint(number)) for number in numbers)
    by_key = string(name) + string(made) + flags + b"\0\0\0\7"
    return f"{name.decode()} {b64encode(public).decode()}", armoured(SshSignature(public, b"git", b"sha512", by_key))


@pytest.mark.parametrize("algorithm", ["ed25519", "ecdsa 256"])
def test_a_security_key_signs_when_somebody_touches_it(algorithm: str) -> None:
    private = ALGORITHMS[algorithm]()
    line, made = on_hardware(private)
    assert kind(verify(made, PAYLOAD, [trusted(line)], DAY)) == "signed by s-0104"
    assert kind(verify(made, b"other", [trusted(line)], DAY)) == "bad"
    line, untouched = on_hardware(private, flags=b"\4")
    assert kind(verify(untouched, PAYLOAD, [trusted(line)], DAY)) == "bad"
    line, elsewhere = on_hardware(private, says=b"https://paper-boat.example")
    assert kind(verify(elsewhere, PAYLOAD, [trusted(line)], DAY)) == "bad"
