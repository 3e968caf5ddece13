"""Just enough of OpenPGP's form to hand the library one signature and nothing that unfolds into more."""

from __future__ import annotations

_SIGNATURE = 2


def is_one_signature(data: bytes) -> bool:
    """Whether the data is one signature packet to its end: nothing nested, packed, or told in parts (RFC 9580, 4.2)."""
    try:
        tag, begins, length = _header(data)
    except (LookupError, ValueError):
        return False
    return tag == _SIGNATURE and begins + length == len(data)


def _header(data: bytes) -> tuple[int, int, int]:
    """The kind of packet, where its content begins, and how long that is."""
    first = data[0]
    if not first & 0x80:
        raise ValueError(first)
    if first & 0x40:
        return (first & 0x3F, *_length(data))
    size = {0: 1, 1: 2, 2: 4}[first & 3]
    return (first >> 2) & 0xF, 1 + size, _number(data[1 : 1 + size], size)


def _length(data: bytes) -> tuple[int, int]:
    first = data[1]
    if first < 192:
        return 2, first
    if first < 224:
        return 3, ((first - 192) << 8) + data[2] + 192
    if first == 255:
        return 6, _number(data[2:6], 4)
    raise ValueError("told in parts")


def _number(data: bytes, size: int) -> int:
    if len(data) != size:
        raise ValueError("cut off")
    return int.from_bytes(data, "big")
