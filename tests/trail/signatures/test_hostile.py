"""Whatever stands where a signature should be: a reason, and soon; never an exception."""

from __future__ import annotations

import time
import zlib
from base64 import b64encode

import pysequoia
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trail.signatures.making import PAYLOAD, public_line, ssh_signature, trusted
from tests.trail.signatures.test_openpgp import TODAY
from tests.trail.signatures.test_openpgp import signature as by_openpgp
from tests.trail.signatures.test_ssh import kind
from vendorbook.trail.signatures import Refused, Signed, TrustedKey, verify
from vendorbook.trail.signatures.armour import dearmoured

OURS = ed25519.Ed25519PrivateKey.generate()
FORGE = pysequoia.Tsk.generate("Forge <forge@paper-boat.example>")
KEYS: list[TrustedKey] = [trusted(public_line(OURS)), trusted(str(FORGE.extract_certificate()), "forge")]
GOOD = {"SSH": ssh_signature(OURS), "PGP": by_openpgp(FORGE)}


def outcome(signature: str) -> str:
    started = time.perf_counter()
    found = kind(verify(signature, PAYLOAD, KEYS, TODAY))
    assert time.perf_counter() - started < 2
    return found


def data_of(kind: str) -> bytes:
    found = dearmoured(GOOD[kind], f"{kind} SIGNATURE")
    assert found
    return found


def armour(kind: str, data: bytes) -> str:
    return f"-----BEGIN {kind} SIGNATURE-----\n\n{b64encode(data).decode()}\n-----END {kind} SIGNATURE-----\n"


def packet(tag: int, content: bytes) -> bytes:
    return bytes([0xC0 | tag, 255]) + len(content).to_bytes(4, "big") + content


def nested(depth: int) -> bytes:
    """A signature in compressed packets within one another."""
    data = data_of("PGP")
    for _ in range(depth):
        data = packet(8, b"\2" + zlib.compress(data))
    return data


def test_the_good_ones_are_good() -> None:
    assert [outcome(GOOD[each]) for each in GOOD] == ["signed by s-0104", "signed by forge"]
    assert outcome(armour("PGP", data_of("PGP"))) == "signed by forge"
    assert outcome(GOOD["PGP"] + "\n \n") == "signed by forge"  # as one forge ends its signatures
    assert outcome(GOOD["PGP"].replace("\n", "\nVersion: 1\n", 1)) == "signed by forge"


PGP, SSH = GOOD["PGP"], GOOD["SSH"]
HOSTILE = {
    "nothing": ("", "unsigned"),
    "white space": (" \n\n", "unsigned"),
    "words": ("LGTM", "unsupported"),
    "of S/MIME": (PGP.replace("PGP SIGNATURE", "SIGNED MESSAGE"), "unsupported"),
    "of a whole message": (PGP.replace("PGP SIGNATURE", "PGP MESSAGE"), "unsupported"),
    "text before it": ("x\n" + SSH, "unsupported"),
    "text behind it": (SSH + "x\n", "malformed"),
    "text behind OpenPGP's": (PGP + "x\n", "malformed"),
    "twice": (SSH + SSH, "malformed"),
    "twice, OpenPGP": (PGP + PGP, "malformed"),
    "two in one armour": (armour("PGP", data_of("PGP") * 2), "malformed"),
    "only the first mark": ("-----BEGIN SSH SIGNATURE-----\n", "malformed"),
    "only the marks": ("-----BEGIN PGP SIGNATURE-----\n-----END PGP SIGNATURE-----\n", "malformed"),
    "another end": (SSH.replace("END SSH", "END PGP"), "malformed"),
    "no base64": (SSH.replace("U1", "*!"), "malformed"),
    "not ASCII": (SSH.replace("U1", "\uff351"), "malformed"),
    "huge": ("-----BEGIN SSH SIGNATURE-----\n" + "A" * 50_000_000 + "\n-----END SSH SIGNATURE-----\n", "malformed"),
    "huge headers": (PGP.replace("\n", "\n" + "Version: 1\n" * 2_000_000, 1), "malformed"),
    "as large as may be": (armour("PGP", b"\xc2" * 24_000), "malformed"),
    "headers that are none": (PGP.replace("\n", "\nVersion\n", 1), "malformed"),
    "packed": (armour("PGP", nested(1)), "malformed"),
    "packed many times": (armour("PGP", nested(200)), "malformed"),
    "a bomb": (armour("PGP", packet(8, b"\2" + zlib.compress(b"\0" * 20_000_000, 9))), "malformed"),
    "a key": (armour("PGP", bytes(FORGE.extract_certificate())), "malformed"),
    "in parts": (armour("PGP", b"\xc2\xe9" + data_of("PGP")[2:]), "malformed"),
    "of version 3": (armour("PGP", packet(2, b"\3" + bytes(60))), "malformed"),
    "of version 255": (armour("PGP", packet(2, b"\xff" * 60)), "malformed"),
    "a packet with nothing in it": (armour("PGP", packet(2, b"")), "malformed"),
    "longer than there is": (armour("PGP", b"\xc2\xff\xff\xff\xff\xff"), "malformed"),
    "SSH's longer than there is": (armour("SSH", b"SSHSIG\0\0\0\1\xff\xff\xff\xff"), "malformed"),
    "SSH's of version 2": (armour("SSH", data_of("SSH").replace(b"SSHSIG\0\0\0\1", b"SSHSIG\0\0\0\2")), "malformed"),
    "SSH's with what is reserved": (
        armour("SSH", data_of("SSH").replace(b"\0\0\0\3git\0\0\0\0", b"\0\0\0\3git\0\0\0\1x")),
        "malformed",
    ),
    "SSH's with more behind it": (armour("SSH", data_of("SSH") + b"\0"), "malformed"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_signature(name: str) -> None:
    text, expected = HOSTILE[name]
    assert outcome(text) == expected


@pytest.mark.parametrize("label", GOOD)
def test_a_signature_cut_off_anywhere(label: str) -> None:
    data = data_of(label)
    for length in range(len(data)):
        assert outcome(armour(label, data[:length])) == "malformed"


@pytest.mark.parametrize("label", GOOD)
def test_a_signature_with_any_byte_changed_never_counts_for_other_content(label: str) -> None:
    data = data_of(label)
    for place in range(len(data)):
        text = armour(label, data[:place] + bytes([data[place] ^ 0x41]) + data[place + 1 :])
        assert isinstance(verify(text, PAYLOAD + b"more", KEYS, TODAY), Refused)


def test_an_ssh_signature_with_any_byte_changed_counts_for_nothing() -> None:
    data = data_of("SSH")
    for place in range(len(data)):
        text = armour("SSH", data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert not isinstance(verify(text, PAYLOAD, KEYS, TODAY), Signed)


@settings(max_examples=300, deadline=None)
@given(label=st.sampled_from(["SSH", "PGP"]), data=st.binary(max_size=400), tag=st.integers(0, 63))
def test_any_bytes(label: str, data: bytes, tag: int) -> None:
    for content in (data, packet(tag, data), packet(2, b"\4" + data), b"SSHSIG\0\0\0\1" + data):
        assert isinstance(verify(armour(label, content), PAYLOAD, KEYS, TODAY), Refused)


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=300), st.sampled_from(["", "-----BEGIN SSH SIGNATURE-----\n", "-----BEGIN PGP SIGNATURE-----\n"])
)
def test_any_text(text: str, mark: str) -> None:
    assert isinstance(verify(mark + text, PAYLOAD, KEYS, TODAY), Refused)


@pytest.mark.parametrize(
    "text", ["ssh-ed25519", "ssh-ed25519 AAAA", "ssh-ed25519 ****", "x", "ssh-rsa AAAAB3NzaC1yc2E="]
)
def test_a_stated_key_that_is_none_hinders_no_other(text: str) -> None:
    bad = TrustedKey("ssh", text, "s-0001")
    assert kind(verify(SSH, PAYLOAD, [bad, *KEYS], TODAY)) == "signed by s-0104"
