"""What somebody who wrote an unknown name probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from vendorbook.model import Text


def did_you_mean(name: str, known: Iterable[str]) -> Text:
    """The end of a sentence, with the nearest known name; empty where nothing comes near."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    return Text(f"；是否為 {near[0]}？", f"; did you mean {near[0]}?") if near else Text("", "")
