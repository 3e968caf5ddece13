"""What was written is read again by the strict reader before it is kept: the data as intended, and no comment lost."""

from __future__ import annotations

from collections import Counter

from vendorbook.editing.parts import Comment, Parts, is_offer
from vendorbook.model import CannotJudge, Location, Plain, Text, Unreadable


def made_sure(before: Parts, after: Parts, path: str, intended: Plain | None = None) -> str:
    """The new text, where it says what is intended (by default the same) and keeps all comments in their places.

    Raises CannotJudge, with the place, where it does not: then nothing may be written.
    """
    wanted = before.source.value if intended is None else intended
    if after.source.value != wanted:
        raise CannotJudge(_OTHER_DATA, Location(path, 1, 1))
    if intended is None and before.anchored() != after.anchored():
        raise not_kept(before, after, path)
    if intended is not None and not _all_kept(before, after):
        raise not_kept(before, after, path)
    return after.text


def _all_kept(before: Parts, after: Parts) -> bool:
    """Whether each comment is there and about what it was; an offer only has to be there, unless it was taken."""
    said = Counter(each for each in before.anchored() if not is_offer(each[0])) - Counter(after.anchored())
    offers = Counter(each.text for each in before.comments if is_offer(each.text))
    return not said and not offers - Counter(each.text for each in after.comments) - Counter(after.taken)


def read_again(text: str, path: str, taken: tuple[str, ...] = ()) -> Parts:
    """The parts of what is about to be written. Raises CannotJudge with all reasons where it cannot be read."""
    try:
        return Parts(text, path, taken)
    except Unreadable as unreadable:
        raise CannotJudge(_UNREADABLE, places=unreadable.refusals) from None


def not_kept(before: Parts, after: Parts, path: str) -> CannotJudge:
    """Why nothing is written: the first comment that would be lost, or would be about something else."""
    left = Counter(after.anchored())
    texts = Counter(each.text for each in after.comments)
    lost = [each for each in before.comments if not texts[each.text]]
    moved = [each for each in before.comments if not left[each.text, each.where, each.about]]
    first = (lost or moved or before.comments)[0]
    return CannotJudge(_LOST if lost else _MOVED, _place(first, path))


def _place(comment: Comment, path: str) -> Location:
    return Location(path, comment.line + 1, comment.column + 1)


_OTHER_DATA = Text(
    "寫好後重讀，內容與原意不符，因此未寫入任何內容",
    "read again, the new text does not say what was meant; nothing was written",
)
_UNREADABLE = Text(
    "寫出的內容無法讀取，因此未寫入任何內容", "what would be written cannot be read; nothing was written"
)
_LOST = Text(
    "這個註解會遺失，因此未寫入任何內容；請把註解移到括號之外、單獨一行",
    "this comment would be lost, so nothing was written; put it on a line of its own, outside of brackets",
)
_MOVED = Text(
    "這個註解會變成在說別的事，因此未寫入任何內容；請把註解移到所說的欄位上一行",
    "this comment would come to be about something else, so nothing was written; put it on the line above its field",
)
