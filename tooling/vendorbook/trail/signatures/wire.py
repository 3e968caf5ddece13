"""SSH's form of data (RFC 4251, section 5): whole numbers, and strings that begin with their length."""

from __future__ import annotations


class Reader:
    """Reads from the front. Raises ValueError where there is less than is said."""

    def __init__(self, data: bytes) -> None:
        self._rest = data

    def taken(self, length: int) -> bytes:
        if length > len(self._rest):
            raise ValueError(length)
        data, self._rest = self._rest[:length], self._rest[length:]
        return data

    def number(self) -> int:
        """A uint32."""
        return int.from_bytes(self.taken(4), "big")

    def string(self) -> bytes:
        return self.taken(self.number())

    def integer(self) -> int:
        """An mpint that is no less than zero."""
        data = self.string()
        if data[:1] > b"\x7f":
            raise ValueError("negative")
        return int.from_bytes(data, "big")

    def ends(self) -> None:
        if self._rest:
            raise ValueError("more than is said")


def string(data: bytes) -> bytes:
    """Bytes with their length before them."""
    return len(data).to_bytes(4, "big") + data
