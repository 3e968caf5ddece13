"""What a pack comes to on another machine: its archive, its files, its history, and who sealed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from vendorbook import git
from vendorbook.model import Text
from vendorbook.pack import archive, sealing, timestamps, verify
from vendorbook.pack.verify import Wrong
from vendorbook.trail.signatures import Refused, Signed, TrustedKey, ssh
from vendorbook.trail.signatures.sshsig import FILE, armoured, fingerprint_of, parsed

_LONGEST = 32 * 1024


class Asked(NamedTuple):
    """By whose keys (None: anybody's), by which authority's certificate (None: no timestamp is verified), and on
    which day keys have to count."""

    keys: Sequence[TrustedKey] | None
    authority: Path | None
    on_day: date


class Checked(NamedTuple):
    """All that is wrong with a pack; and what it says of itself, None where it could not be read that far.

    `notes` are what was not looked at, or found without being asked for.
    """

    wrong: tuple[Wrong, ...]
    manifest: Mapping[str, Any] | None
    files: int
    signed_by: str | None
    is_timestamped: bool
    notes: tuple[Text, ...]


def checked(path: Path, asked: Asked) -> Checked:
    """Checks the archive. Raises CannotJudge, or OSError, where it cannot be looked at."""
    with path.open("rb") as file:
        found = archive.opened(file, path.name)
        if isinstance(found, list):
            return Checked(tuple(found), None, 0, None, False, ())
        said = of_files(found, asked)
    if said.manifest and found.moment != archive.moment_of(datetime.fromisoformat(said.manifest["committed_at"])):
        time = Wrong(verify.MANIFEST, "封存檔之時間不是該提交之時間", "the archive's time is not the commit's")
        return said._replace(wrong=(*said.wrong, time))
    return said


def of_files(files: Mapping[str, bytes], asked: Asked, opened: verify.Opened = git.unpacked) -> Checked:
    """The same for the files of an archive; `opened` takes the history apart."""
    wrong = verify.faults(files, opened)
    manifest = verify.manifest_of(files.get(verify.MANIFEST, b""))
    signed_by, of_signature, notes = _signature(files, asked)
    is_timestamped, of_timestamp, more = _timestamp(files, asked)
    left_out = (
        [_LEFT_OUT.filled({"path": ascii(each["path"])[1:-1]}) for each in manifest["left_out"]] if manifest else []
    )
    told = (*notes, *more, *left_out)
    return Checked((*wrong, *of_signature, *of_timestamp), manifest, len(files), signed_by, is_timestamped, told)


def _signature(files: Mapping[str, bytes], asked: Asked) -> tuple[str | None, list[Wrong], list[Text]]:
    """Who signed, what is wrong with that, and what is to be told."""
    text = files.get(verify.SIGNATURE, b"").decode("utf-8", "replace")
    if not text:
        missing = Wrong(verify.SIGNATURE, "沒有簽章", "is missing")
        return None, [missing] if asked.keys is not None else [], [] if asked.keys is not None else [_UNSIGNED]
    made = parsed(text) if len(text) <= _LONGEST else None
    if made is None or armoured(made) != text:
        return None, [_bad(_MALFORMED)], []
    own = "ssh-ed25519 " + _base64(made.public_key)
    keys = asked.keys if asked.keys is not None else [TrustedKey("ssh", own, fingerprint_of(made.public_key))]
    found: Signed | Refused = ssh.verify(text, files.get(verify.SUMS, b""), keys, asked.on_day, FILE)
    if isinstance(found, Refused):
        return None, [_bad(found.reason)], []
    if asked.keys is None:
        return None, [], [_BY_WHOM.filled({"key": found.fingerprint})]
    return found.key.holder, [], []


def _base64(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode()


def _bad(reason: Text) -> Wrong:
    return Wrong(verify.SIGNATURE, reason.zh_tw, reason.en)


def _timestamp(files: Mapping[str, bytes], asked: Asked) -> tuple[bool, list[Wrong], list[Text]]:
    """Whether an authority's answer was verified, what is wrong with it, and what is to be told."""
    response, sums = files.get(verify.RESPONSE), files.get(verify.SUMS, b"")
    if response is None:
        missing = Wrong(verify.RESPONSE, "沒有時戳", "is missing")
        return False, [missing] if asked.authority else [], []
    if not sealing.names(response, sums):
        return False, [Wrong(verify.RESPONSE, "不是 SHA256SUMS 之時戳", "is no timestamp of SHA256SUMS")], []
    if asked.authority is None:
        return False, [], [_UNVERIFIED]
    if timestamps.fits(response, sums, asked.authority):
        return True, [], []
    return (
        False,
        [Wrong(verify.RESPONSE, "時戳不是該機構所給，或經更動", "is not of that authority, or was altered")],
        [],
    )


_MALFORMED = Text("簽章格式有誤", "the signature is malformed")
_UNSIGNED = Text("沒有簽章：不能得知由誰封存", "it is not signed: nothing says who made it")
_BY_WHOM = Text(
    "以 {key} 簽署；未指定 --allowed-signers，不能得知其為何人",
    "signed by {key}; whose that is was not asked (--allowed-signers)",
)
_UNVERIFIED = Text(
    "有時戳，但未驗證（--timestamp-ca）", "there is a timestamp, which was not verified (--timestamp-ca)"
)
_LEFT_OUT = Text(
    "{path} 在該提交中，但不屬登錄冊，未予封存", "{path} is in the commit and in no register: it was left out"
)
