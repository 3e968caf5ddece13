"""The seals of a pack: its list of hashes, the firm's signature over that, and when an authority saw it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from vendorbook.model import CannotJudge, Text
from vendorbook.pack import verify
from vendorbook.trail.signatures import Signer
from vendorbook.trail.signatures.sshsig import FILE

_LARGEST = 1024 * 1024


def sealed(files: Mapping[str, bytes], signer: Signer | None, response: Path | None) -> dict[str, bytes]:
    """The files with SHA256SUMS, the request for a timestamp, and where there are any a signature and the response.

    Raises CannotJudge for a response that is not about these files.
    """
    sums = verify.sums_of({path: sha256(data).hexdigest() for path, data in files.items()})
    found = {**files, verify.SUMS: sums, verify.REQUEST: verify.timestamp_request(sums)}
    if signer is not None:
        found[verify.SIGNATURE] = signer.sign(sums, FILE).encode()
    if response is not None:
        found[verify.RESPONSE] = _answer(response, sums)
    return found


def names(response: bytes, sums: bytes) -> bool:
    """Whether a response is about these hashes; who gave it is for openssl to say."""
    return b"\x04\x20" + sha256(sums).digest() in response


def _answer(place: Path, sums: bytes) -> bytes:
    with place.open("rb") as file:
        data = file.read(_LARGEST)
    if not names(data, sums):
        raise CannotJudge(_OTHER)
    return data


_OTHER = Text(
    "時戳回覆不是針對此封存檔之 SHA256SUMS；請以相同之版本、基準日與提交重新封存，再對其 SHA256SUMS.tsq 取得回覆",
    "the timestamp is not of this pack's SHA256SUMS: it answers the SHA256SUMS.tsq of a pack made with the same "
    "version, day and commit",
)
