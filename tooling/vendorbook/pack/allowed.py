"""Public keys in the form of OpenSSH's `allowed_signers`, or one a line as in a `.pub` file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vendorbook.model import CannotJudge, Location, Text
from vendorbook.trail.signatures import TrustedKey, fault

_LARGEST = 256 * 1024
_KINDS = ("ssh-", "ecdsa-", "sk-ssh-", "sk-ecdsa-")


def allowed_keys(path: Path) -> list[TrustedKey]:
    """The keys of a file, each with whose it is. Raises CannotJudge, with the line, for what cannot count."""
    with path.open("rb") as file:
        text = file.read(_LARGEST).decode("utf-8", "replace")
    found = list(_keys(text, str(path)))
    if not found:
        raise CannotJudge(Text("沒有公鑰", "there is no public key"), Location(str(path), 1, 1))
    return found


def _keys(text: str, path: str) -> Iterator[TrustedKey]:
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        kind = next((place for place, word in enumerate(words[:2]) if word.startswith(_KINDS)), None)
        holder = words[0] if kind == 1 else " ".join(words[2:]) or "?"
        key = TrustedKey("ssh", " ".join(words[kind : kind + 2]), holder) if kind is not None else None
        wrong = fault(key) if key else _OPTIONS
        if key is None or wrong is not None:
            raise CannotJudge(wrong or _OPTIONS, Location(path, number, 1))
        yield key


_OPTIONS = Text(
    "應為「名稱 公鑰種類 公鑰」或「公鑰種類 公鑰」；不支援選項",
    "must be “name type key” or “type key”; options are not supported",
)
