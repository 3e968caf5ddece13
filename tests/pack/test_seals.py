"""Who sealed a pack, and when: SSH signatures and timestamps, also as OpenSSH and openssl see them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.pack.conftest import AS_OF, ENGAGEMENT, SIGNER, Files, flipped
from vendorbook.model import CannotJudge
from vendorbook.pack import checking, verify
from vendorbook.pack.checking import Asked
from vendorbook.trail.signatures import Signer, TrustedKey

OTHER = Signer.from_seed(b"another key, in these tests also")
KEYS = [TrustedKey("ssh", SIGNER.public_key, "the firm")]


def signature_of(files: Files, signer: Signer, namespace: bytes) -> Files:
    return files | {verify.SIGNATURE: signer.sign(files[verify.SUMS], namespace).encode()}


@pytest.mark.parametrize("keys", [KEYS, None])
def test_a_signature_is_accepted(keys: list[TrustedKey] | None, files: Files) -> None:
    found = checking.of_files(files, Asked(keys, None, AS_OF))
    assert found.wrong == ()
    assert found.signed_by == ("the firm" if keys else None)
    assert any("SHA256:" in note.en for note in found.notes) == (keys is None)


REFUSED = {
    "by another key": lambda files: signature_of(files, OTHER, b"file"),
    "made for a commit": lambda files: signature_of(files, SIGNER, b"git"),
    "none": lambda files: {path: data for path, data in files.items() if path != verify.SIGNATURE},
    "of something else": lambda files: files | {verify.SIGNATURE: SIGNER.sign(b"x", b"file").encode()},
    "no signature": lambda files: files | {verify.SIGNATURE: b"signed, the firm"},
    "with something behind": lambda files: files | {verify.SIGNATURE: files[verify.SIGNATURE] + b"\n"},
    "huge": lambda files: files | {verify.SIGNATURE: files[verify.SIGNATURE] + b"x" * 10**6},
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_signature_is_refused(name: str, files: Files) -> None:
    found = checking.of_files(REFUSED[name](files), Asked(KEYS, None, AS_OF))
    assert [each.path for each in found.wrong] == [verify.SIGNATURE]
    assert found.signed_by is None


def test_every_changed_byte_of_a_signature_is_found_without_keys_too(files: Files) -> None:
    signature = files[verify.SIGNATURE]
    for at in range(len(signature)):
        found = checking.of_files(files | {verify.SIGNATURE: flipped(signature, at)}, Asked(None, None, AS_OF), never)
        assert verify.SIGNATURE in {each.path for each in found.wrong}, at


def never(_pack: bytes, _ids: list[str]) -> verify.AbstractContextManager[verify.Read]:
    raise ValueError("not asked here")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no public key"),
        ("nobody", "name type key"),
        ("firm ssh-ed25519 AAAA", "public key"),
        ("firm cert-authority ssh-ed25519 AAAA", "name type key"),
    ],
)
def test_keys_that_cannot_count_are_told_with_their_line(
    text: str, said: str, packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "keys").write_text(text)
    ran = run(capsys, "verify-pack", str(packed), "--allowed-signers", str(tmp_path / "keys"), "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert f"{tmp_path}/keys:1:1" in ran.err
    assert said in ran.err


@pytest.mark.parametrize("form", ["firm {key}", "{key} firm", "# the firm's\n\nfirm {key} a comment"])
def test_keys_in_the_forms_of_openssh(
    form: str, packed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "keys").write_text(form.format(key=SIGNER.public_key))
    ran = run(capsys, "verify-pack", str(packed), "--allowed-signers", str(tmp_path / "keys"), "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert "signed by firm" in ran.out


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen")
def test_ssh_keygen_accepts_what_is_signed_and_makes_what_is_accepted(files: Files, tmp_path: Path) -> None:
    (tmp_path / "allowed").write_text(f"firm {SIGNER.public_key}\n")
    (tmp_path / "sig").write_bytes(files[verify.SIGNATURE])
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "firm", "-n", "file", "-s", "sig"]
    done = subprocess.run(command, cwd=tmp_path, input=files[verify.SUMS], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr

    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], cwd=tmp_path, check=True)
    (tmp_path / "sums").write_bytes(files[verify.SUMS])
    subprocess.run(["ssh-keygen", "-Y", "sign", "-f", "key", "-n", "file", "sums"], cwd=tmp_path, check=True)
    key = TrustedKey("ssh", (tmp_path / "key.pub").read_text(), "somebody")
    made = files | {verify.SIGNATURE: (tmp_path / "sums.sig").read_bytes()}
    assert checking.of_files(made, Asked([key], None, AS_OF)).signed_by == "somebody"


# -- timestamps -----------------------------------------------------------------------------------------

with_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl")
_CONFIG = """
[req]
distinguished_name = name
prompt = no
[name]
CN = Invented Timestamps
[root]
basicConstraints = critical,CA:TRUE
[stamper]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = ours
[ours]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
"""


def openssl(folder: Path, *arguments: str) -> bytes:
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timestamp authority in a folder: root.pem, and what stamps."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "config").write_text(_CONFIG)
    (folder / "serial").write_text("01\n")
    new = ("req", "-config", "config", "-newkey", "rsa:2048", "-nodes")
    openssl(folder, *new, "-x509", "-keyout", "root.key", "-out", "root.pem", "-extensions", "root", "-days", "9")
    openssl(folder, *new, "-keyout", "key.pem", "-out", "asked.pem", "-subj", "/CN=Invented Stamper")
    signing = ("x509", "-req", "-in", "asked.pem", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
    openssl(folder, *signing, "-extfile", "config", "-extensions", "stamper", "-out", "cert.pem", "-days", "9")
    return folder


def answer(authority: Path, request: bytes) -> bytes:
    (authority / "request").write_bytes(request)
    stamping = ("-queryfile", "request", "-signer", "cert.pem", "-inkey", "key.pem", "-chain", "root.pem")
    openssl(authority, "ts", "-reply", "-config", "config", *stamping, "-out", "response")
    return (authority / "response").read_bytes()


@with_openssl
def test_the_request_is_as_openssl_makes_it(files: Files, tmp_path: Path) -> None:
    (tmp_path / "sums").write_bytes(files[verify.SUMS])
    made = openssl(tmp_path, "ts", "-query", "-data", "sums", "-sha256", "-cert", "-no_nonce")
    assert files[verify.REQUEST] == made


@with_openssl
def test_a_timestamp_is_put_in_by_packing_again_and_verified(
    authority: Path, demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one does it: pack, have the request answered, pack again with the answer, hand over."""
    place = tmp_path / "pack.zip"
    packing = ("export", "pack", ENGAGEMENT, "--as-of", "2026-11-22", "--root", str(demo), "--output", str(place))
    assert run(capsys, *packing).status == 0
    before = place.read_bytes()
    (tmp_path / "answer").write_bytes(answer(authority, _in(place)[verify.REQUEST]))
    assert run(capsys, *packing, "--timestamp-response", str(tmp_path / "answer")).status == 0
    assert _in(place)[verify.SUMS] in before

    checked = run(capsys, "verify-pack", str(place), "--timestamp-ca", f"{authority}/root.pem", "--format", "json")
    assert (checked.status, json.loads(checked.out)["timestamped"]) == (0, True)
    unasked = run(capsys, "verify-pack", str(place), "--lang", "en")
    assert unasked.status == 0
    assert "was not verified" in unasked.out


def _in(place: Path) -> Files:
    import zipfile

    with zipfile.ZipFile(place) as file:
        return {name: file.read(name) for name in file.namelist()}


@with_openssl
def test_a_changed_byte_of_a_timestamp_is_found(authority: Path, files: Files) -> None:
    """Of what the authority signed, and of its signature: a sample, openssl being slow."""
    response = answer(authority, files[verify.REQUEST])
    asked = Asked(None, authority / "root.pem", AS_OF)
    assert checking.of_files(files | {verify.RESPONSE: response}, asked).wrong == ()
    signed = response.index(b"\x04\x20")
    for at in (4, signed, signed + 2, signed + 60, len(response) - 1, len(response) - 100):
        found = checking.of_files(files | {verify.RESPONSE: flipped(response, at)}, asked).wrong
        assert [each.path for each in found] == [verify.RESPONSE], at


@with_openssl
def test_a_timestamp_by_another_authority_or_of_another_pack_is_refused(
    authority: Path, files: Files, tmp_path: Path
) -> None:
    response = answer(authority, verify.timestamp_request(b"another"))
    (tmp_path / "other.pem").write_bytes((authority / "cert.pem").read_bytes())
    cases = {
        authority / "root.pem": response,
        tmp_path / "other.pem": answer(authority, files[verify.REQUEST]),
    }
    for certificate, given in cases.items():
        found = checking.of_files(files | {verify.RESPONSE: given}, Asked(None, certificate, AS_OF)).wrong
        assert [each.path for each in found] == [verify.RESPONSE]


def test_a_timestamp_that_is_asked_for_has_to_be_there(files: Files, tmp_path: Path) -> None:
    found = checking.of_files(files, Asked(None, tmp_path / "root.pem", AS_OF)).wrong
    assert [each.path for each in found] == [verify.RESPONSE]


def test_without_openssl_nothing_is_said_of_a_timestamp(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotJudge):
        checking.of_files(
            files | {verify.RESPONSE: files[verify.REQUEST]}, Asked(None, tmp_path / "root.pem", AS_OF), never
        )
