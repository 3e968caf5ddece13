"""Lines and columns of what a pattern finds in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def placed(text: str, matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Each match, in the order of the text, with its line and column; counts each line once."""
    line, looked_to = 1, 0
    for match in matches:
        at = match.start()
        line += text.count("\n", looked_to, at)
        looked_to = at
        yield line, at - text.rfind("\n", 0, at), match
