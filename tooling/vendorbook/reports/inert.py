"""Text from a record, made harmless for where it is printed: it can be read there and do nothing else."""

from __future__ import annotations

import json

from vendorbook.model import Location, Text
from vendorbook.yaml_source.characters import UNUSUAL

LONGEST = 500
"""Characters of a message that are shown: a message may quote a value of any length."""

_LONGEST_DATA = 2000
_OLD_WORKFLOW_COMMAND = "##["


def line(text: str, longest: int = LONGEST) -> str:
    """The text on one line: what cannot be seen is named, what is overlong is cut."""
    return visible(" ".join(shortened(text, longest).split("\n"))).replace(_OLD_WORKFLOW_COMMAND, "# #[")


def lines(text: str) -> list[str]:
    """The lines of a text, each of them harmless."""
    return [line(each) for each in text.rstrip("\n").split("\n")]


def path(text: str) -> str:
    """A path at the beginning of a line, where `::` would be an order to a forge's runner."""
    shown = line(text)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def where(at: Location) -> str:
    """A place in the form that terminals and editors make clickable."""
    return f"{path(at.path)}:{at.line}:{at.column}"


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, cut where it is longer than a reader wants."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def both(text: Text) -> dict[str, str]:
    """A text for programs: exact, in both languages, cut where it is longer than anyone wants."""
    return {language: shortened(said, _LONGEST_DATA) for language, said in text.both().items()}


def as_json(data: object) -> str:
    """JSON whose strings are exact, and yet hold no character that a terminal acts on or nobody can see."""
    return harmless_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def harmless_json(written: str) -> str:
    """JSON that says the same, with such characters told by their numbers."""
    for character in _unseen(written):
        written = written.replace(character, json.dumps(character)[1:-1])
    return written.replace(_OLD_WORKFLOW_COMMAND, "#\\u0023[")


def visible(text: str) -> str:
    """The text with what cannot be seen named, and nothing else changed."""
    if text.isascii() and text.isprintable():  # most texts are: millions in an export
        return text
    for character in _unseen(text):
        text = text.replace(character, f"<U+{ord(character):04X}>")
    return text


def _unseen(text: str) -> list[str]:
    """The characters of a text that a terminal acts on, or that a reader cannot see."""
    unusual = set(UNUSUAL.findall(text))
    if not unusual:
        return []
    from vendorbook.yaml_source.character_kinds import REFUSED

    return [character for character in sorted(unusual) if REFUSED.match(character)]
