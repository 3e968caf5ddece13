"""How far a long run is, on a terminal only."""

from __future__ import annotations

import sys

_MANY = 40
_CLEAR = "\r\x1b[K"


def told(done: int, total: int) -> None:
    """Rewrites one line of stderr while many units are judged; says nothing to a file or a pipe."""
    if total < _MANY or not sys.stderr.isatty():
        return
    sys.stderr.write(_CLEAR if done >= total else f"{_CLEAR}{min(done, total)} / {total}")
    sys.stderr.flush()
