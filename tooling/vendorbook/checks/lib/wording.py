"""Words for messages, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from vendorbook.model import Text


def listed(parts: Iterable[Text | str]) -> Text:
    """Several things in a row: with 、 in Chinese, with commas in English."""
    said = [Text(part, part) if isinstance(part, str) else part for part in parts]
    return Text("、".join(part.zh_tw for part in said), ", ".join(part.en for part in said))


def first_of(names: list[str], at_most: int = 5, longest: int = 60) -> Text:
    """A few names of many, each cut where it is overlong, and how many more there are."""
    shown = [name if len(name) <= longest else name[: longest - 1] + "…" for name in names[:at_most]]
    more = len(names) - len(shown)
    return listed([*shown, Text(f"另有 {more} 項", f"and {more} more")] if more else shown)


def spoken(span: timedelta) -> Text:
    """Hours and minutes; a begun minute counts, so that what is over a limit is never said to be the limit."""
    hours, minutes = divmod(-(-span // timedelta(minutes=1)), 60)
    parts = [(hours, "小時", "h"), (minutes, "分", "min")]
    said = [part for part in parts if part[0]] or [parts[1]]
    return Text(" ".join(f"{n} {zh}" for n, zh, _ in said), " ".join(f"{n} {en}" for n, _, en in said))
