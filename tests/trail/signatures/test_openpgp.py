"""OpenPGP signatures of real commits, as forges make them, and those that only look like them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pysequoia
import pytest

from tests.helpers.repos import REGISTER, Repo
from tests.trail.signatures.making import PAYLOAD, Gpg, needs, trusted, with_signature
from tests.trail.signatures.test_ssh import kind
from vendorbook.git import read_commits
from vendorbook.trail.signatures import Refused, Signed, verify

TODAY = datetime.now(timezone(timedelta(hours=8))).date()
"""The libraries that sign take the machine's clock for it."""


def made(**options: object) -> tuple[pysequoia.Tsk, str]:
    tsk = pysequoia.Tsk.generate("Forge <forge@paper-boat.example>", **options)  # type: ignore[arg-type]
    return tsk, str(tsk.extract_certificate())


def signature(tsk: pysequoia.Tsk, payload: bytes = PAYLOAD) -> str:
    return pysequoia.sign(tsk.signer(), payload, mode=pysequoia.SignatureMode.DETACHED).decode()


@pytest.fixture(scope="module")
def forge() -> tuple[pysequoia.Tsk, str]:
    return made()


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "repo")
    repo.commit(REGISTER)
    return repo


@pytest.fixture(scope="module")
def gpg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gpg]:
    needs("gpg")
    gpg = Gpg(tmp_path_factory.mktemp("gnupg") / "home")
    yield gpg
    gpg.close()


SUITES = ["Cv25519", "RSA2k", "RSA3k", "P256", "P521"]


@pytest.mark.parametrize("suite", SUITES)
def test_a_commit_that_a_forge_signed(suite: str, repo: Repo) -> None:
    tsk, public = made(cipher_suite=getattr(pysequoia.CipherSuite, suite))
    bare = repo.git("rev-parse", "HEAD")
    [unsigned] = read_commits(repo.path, [bare])
    [commit] = read_commits(repo.path, [with_signature(repo, bare, signature(tsk, unsigned.payload))])

    outcome = verify(commit.signature, commit.payload, [trusted(made()[1], "other"), trusted(public, "forge")], TODAY)
    assert isinstance(outcome, Signed)
    assert (outcome.key.holder, outcome.fingerprint) == ("forge", tsk.extract_certificate().fingerprint.upper())
    assert kind(verify(commit.signature, commit.payload + b"\n", [trusted(public)], TODAY)) == "bad"
    assert kind(verify(unsigned.signature, unsigned.payload, [trusted(public)], TODAY)) == "unsigned"


@pytest.mark.parametrize("algorithm", ["ed25519", "rsa3072", "nistp256"])
def test_a_commit_that_git_signed_with_gpg(algorithm: str, gpg: Gpg, repo: Repo) -> None:
    name = f"kite-{algorithm}"
    public = gpg.key(name, algorithm)
    repo.git("commit", "--quiet", "--allow-empty", f"-S{name}@paper-boat.example", "-m", "signed\n\n簽署", env=gpg.env)
    [commit] = read_commits(repo.path, [repo.git("rev-parse", "HEAD")])

    assert kind(verify(commit.signature, commit.payload, [trusted(public)], TODAY)) == "signed by s-0104"
    assert kind(verify(commit.signature, commit.payload[:-1], [trusted(public)], TODAY)) == "bad"


def test_a_key_that_nobody_stated(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, _ = forge
    assert kind(verify(signature(tsk), PAYLOAD, [trusted(made()[1])], TODAY)) == "unknown-key"
    assert kind(verify(signature(tsk), PAYLOAD, [], TODAY)) == "unknown-key"


def test_a_key_of_the_same_name_and_other_bytes(forge: tuple[pysequoia.Tsk, str]) -> None:
    stranger, _ = made()
    assert kind(verify(signature(stranger), PAYLOAD, [trusted(forge[1])], TODAY)) == "unknown-key"


def test_a_signature_from_another_commit(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, public = forge
    assert kind(verify(signature(tsk, b"another commit"), PAYLOAD, [trusted(public)], TODAY)) == "bad"


def test_a_text_with_several_keys(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, public = forge
    key = trusted(made()[1] + public, "forge")
    assert kind(verify(signature(tsk), PAYLOAD, [key], TODAY)) == "signed by forge"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (TODAY, TODAY, "signed by s-0104"),
        (None, TODAY - timedelta(days=1), "not-valid"),
        (TODAY + timedelta(days=1), None, "not-valid"),
    ],
)
def test_a_key_counts_from_day_to_day(
    first: date | None, last: date | None, expected: str, forge: tuple[pysequoia.Tsk, str]
) -> None:
    tsk, public = forge
    assert kind(verify(signature(tsk), PAYLOAD, [trusted(public, first=first, last=last)], TODAY)) == expected


def test_a_key_no_longer_valid_does_not_count_for_a_commit_dated_back(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, public = forge
    key = trusted(public, first=date(2020, 1, 1), last=date(2020, 12, 31))
    assert kind(verify(signature(tsk), PAYLOAD, [key], date(2020, 6, 1))) == "not-valid"


def test_a_key_that_was_revoked(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, _ = forge
    cert = tsk.extract_certificate()
    revoked = pysequoia.Cert.from_bytes(bytes(cert) + bytes(cert.revoke(tsk.certifier())))
    assert kind(verify(signature(tsk), PAYLOAD, [trusted(str(revoked))], TODAY)) == "not-valid"


def test_a_key_that_had_expired_by_itself(gpg: Gpg) -> None:
    past, then, later = (("--faked-system-time", f"2024{day}T000000!") for day in ("0601", "0602", "0701"))
    gpg.run(*past, "--quick-generate-key", "late <late@paper-boat.example>", "ed25519", "sign", "20d")
    in_time = gpg.sign("late", PAYLOAD, *past)
    public = gpg.public("late")
    gpg.run(*then, "--quick-set-expire", _fingerprint(gpg, "late"), "60d")  # so that gpg signs with it
    too_late = gpg.sign("late", PAYLOAD, *later)

    assert kind(verify(in_time, PAYLOAD, [trusted(public)], date(2024, 6, 1))) == "signed by s-0104"
    assert kind(verify(too_late, PAYLOAD, [trusted(public)], date(2024, 7, 1))) == "not-valid"


def _fingerprint(gpg: Gpg, name: str) -> str:
    listed = gpg.run("--with-colons", "--list-keys", f"{name}@paper-boat.example").decode()
    return next(line for line in listed.splitlines() if line.startswith("fpr")).split(":")[9]


WEAK = {
    "a digest by SHA-1": ("rsa3072", ("--digest-algo", "SHA1"), "SHA1"),
    "a digest by RIPEMD-160": ("rsa3072", ("--digest-algo", "RIPEMD160"), "RipeMD"),
    "RSA of 1024 bits": ("rsa1024", ("--digest-algo", "SHA512"), "RSA < 2048"),
    "RSA of 2016 bits": ("rsa2016", ("--digest-algo", "SHA512"), "RSA < 2048"),
    "DSA": ("dsa2048", ("--digest-algo", "SHA256"), "DSA"),
}


@pytest.mark.parametrize("name", WEAK)
def test_what_is_too_weak_is_refused_though_it_fits(name: str, gpg: Gpg) -> None:
    algorithm, options, what = WEAK[name]
    user = name.lower().replace(" ", "-")
    public = gpg.key(user, algorithm)
    outcome = verify(gpg.sign(user, PAYLOAD, *options), PAYLOAD, [trusted(public)], TODAY)

    assert kind(outcome) == "refused"
    assert isinstance(outcome, Refused)
    assert outcome.reason.en.endswith(f": {what}")


def test_a_signature_over_text_whose_line_ends_may_differ(gpg: Gpg) -> None:
    public = gpg.key("texts", "ed25519")
    made = gpg.sign("texts", PAYLOAD, "--textmode")

    assert kind(verify(made, PAYLOAD, [trusted(public)], TODAY)) == "malformed"


def test_a_key_of_the_other_kind(forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, public = forge
    assert kind(verify(signature(tsk), PAYLOAD, [trusted(public)._replace(kind="ssh")], TODAY)) == "unknown-key"


@pytest.mark.parametrize(
    "text", ["", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----"]
)
def test_a_stated_key_that_is_none(text: str, forge: tuple[pysequoia.Tsk, str]) -> None:
    tsk, public = forge
    keys = [trusted(text)._replace(kind="openpgp"), trusted(public)]
    assert kind(verify(signature(tsk), PAYLOAD, keys, TODAY)) == "signed by s-0104"
