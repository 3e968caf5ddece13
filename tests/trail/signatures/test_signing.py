"""What is signed here is the same every time, and git and ssh-keygen take it for what they make themselves."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from tests.helpers.repos import REGISTER, Repo
from tests.trail.signatures.making import DAY, PAYLOAD, needs, on_disk, public_line, trusted, with_signature
from vendorbook.git import read_commits, read_tags
from vendorbook.model import CannotJudge
from vendorbook.trail.signatures import Signed, Signer, verify

SEED = bytes(range(32))


def test_it_is_verified_and_the_same_every_time() -> None:
    first, second = Signer.from_seed(SEED), Signer.from_seed(SEED)

    assert first.sign(PAYLOAD) == second.sign(PAYLOAD) != first.sign(PAYLOAD + b" ")
    assert isinstance(verify(first.sign(PAYLOAD), PAYLOAD, [trusted(second.public_key)], DAY), Signed)


def test_a_key_made_by_ssh_keygen(tmp_path: Path) -> None:
    needs("ssh-keygen")
    path = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "kite", "-f", path], check=True)
    signer = Signer.from_file(path)

    assert path.with_suffix(".pub").read_text().startswith(signer.public_key + " kite")
    assert isinstance(verify(signer.sign(PAYLOAD), PAYLOAD, [trusted(signer.public_key)], DAY), Signed)


def test_it_is_as_ssh_keygen_makes_it(tmp_path: Path) -> None:
    needs("ssh-keygen")
    private = ed25519.Ed25519PrivateKey.generate()
    key = on_disk(private, tmp_path)
    (tmp_path / "payload").write_bytes(PAYLOAD)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key, tmp_path / "payload"], check=True)

    assert Signer(private).sign(PAYLOAD) == (tmp_path / "payload.sig").read_text()


def test_git_takes_it_for_its_own(tmp_path: Path) -> None:
    needs("ssh-keygen")
    repo = Repo(tmp_path / "repo")
    head = repo.commit(REGISTER)
    signer = Signer.from_seed(SEED)
    (tmp_path / "allowed").write_text(f"test@example.invalid {signer.public_key}\n")
    [unsigned] = read_commits(repo.path, [head])
    signed = with_signature(repo, head, signer.sign(unsigned.payload))
    payload = f"object {head}\ntype commit\ntag checkpoint/1\ntagger T <test@example.invalid> 1763773200 +0800\n\nx\n"
    whole = payload + signer.sign(payload.encode())
    tag = repo.git("mktag", input=whole.encode())

    allowed = ("-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={tmp_path / 'allowed'}")
    repo.git(*allowed, "verify-commit", signed)
    repo.git(*allowed, "verify-tag", tag)
    [found] = read_tags(repo.path, [tag])
    assert isinstance(verify(found.signature, found.payload, [trusted(signer.public_key)], DAY), Signed)


def test_a_key_with_a_passphrase(tmp_path: Path) -> None:
    needs("ssh-keygen")
    path = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "a passphrase", "-f", path], check=True)
    with pytest.raises(CannotJudge, match="without a passphrase"):
        Signer.from_file(path)


def test_files_that_are_no_key_to_sign_with(tmp_path: Path) -> None:
    private = ed25519.Ed25519PrivateKey.generate()
    ours = on_disk(private, tmp_path).read_bytes()
    other = on_disk(rsa.generate_private_key(65537, 2048), tmp_path).read_bytes()
    for content in (b"", b"key", other, public_line(private).encode(), ours[:200], b"\xff" * 100_000):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(CannotJudge, match="is no key to sign with"):
            Signer.from_file(tmp_path / "file")
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(CannotJudge, match="is no key to sign with"):
            Signer.from_file(path)
