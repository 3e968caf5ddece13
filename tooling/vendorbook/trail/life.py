"""The life of one engagement: each step of the line that touched it."""

from __future__ import annotations

from typing import NamedTuple

from vendorbook.judging.progress import Told, silent
from vendorbook.model import CannotJudge, Text
from vendorbook.trail.judged import Judged
from vendorbook.trail.opening import Trail
from vendorbook.trail.replay import Touched
from vendorbook.trail.verifying import judged_steps


class Life(NamedTuple):
    """What happened to an engagement up to a tip, oldest first."""

    engagement: str
    tip: str
    start: str
    steps: tuple[Judged, ...]

    def touched(self, step: Judged) -> Touched | None:
        """What a step did to it; None where its base's rules could not judge."""
        return next((each for each in step.engagements if each.engagement == self.engagement), None)


def life_of(trail: Trail, engagement: str, told: Told = silent) -> Life:
    """Every step since the start of the trail that touched a file of an engagement (`<supplier>/<engagement>`).

    Raises CannotJudge where there is none.
    """
    stretch = trail.stretch(None)
    folder = f"{trail.prefix}vendors/{engagement}/"
    places = [place for place in stretch.places if trail.line.touches(place, folder)]
    if not places:
        raise CannotJudge(_unknown(engagement))
    steps = judged_steps(trail, places, told)
    return Life(engagement, trail.line.tip, trail.line.ids[stretch.start], tuple(steps))


def _unknown(engagement: str) -> Text:
    return Text(
        f"起點之後沒有合併動過委外案「{engagement}」；請以 <供應商>/<委外案> 指明",
        f"no merge since the start has touched an engagement “{engagement}”; name it as <supplier>/<engagement>",
    )
