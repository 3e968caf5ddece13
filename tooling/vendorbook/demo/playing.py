"""Playing a story: one step after the other, with all that is recorded beside it."""

from __future__ import annotations

from collections.abc import Sequence

from vendorbook.demo import evidence, story
from vendorbook.demo.checkpoints import mark
from vendorbook.demo.growing import begin, merge, sign_reviews
from vendorbook.demo.material import Material
from vendorbook.demo.repository import README, Growing
from vendorbook.git.packing import Pack
from vendorbook.judging.progress import Told


def play(steps: Sequence[story.Step], material: Material, told: Told, pack: Pack | None = None) -> Growing:
    """All that a story comes to; its objects go into the pack."""
    growing = Growing(material, pack or Pack())
    begin(growing, story.beginning(), growing.put({**material.rules, "README.md": README.encode()}))
    start = growing.tip
    waiting = story.checkpoints()
    recorded = evidence.Recorded({})
    for number, step in enumerate(steps, 1):
        while waiting and waiting[0].at < step.at:
            mark(growing, waiting.pop(0), start, number - 1, recorded.tip)
        merged = merge(growing, step, number)
        sign_reviews(growing, merged)
        recorded = evidence.record(growing, merged, recorded)
        told(number, len(steps))
    return growing
