"""Building the demonstration: the story played from its beginning, and what comes of it stored as a repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vendorbook import git
from vendorbook.demo import evidence, story
from vendorbook.demo.growing import begin, merge, sign_reviews
from vendorbook.demo.material import Material, packaged_material
from vendorbook.demo.repository import README, Growing

Told = Callable[[int, int], None]
"""Is told how many of how many steps are done."""


def build(folder: Path, variant: str | None = None, material: Material | None = None, told: Told | None = None) -> None:
    """Builds the demonstration's repository in a folder, which must be empty or not there yet.

    The same every time for the same material (the rules and the example that came with the tool, unless others are
    given): the same bytes and commit ids, in any folder, time zone or language. Raises CannotJudge where there is
    something in the folder, or git is not there or too old.
    """
    growing = play(story.steps(), material or packaged_material(), told or (lambda done, total: None))
    growing.refs["refs/heads/main"] = growing.tip
    git.write_repository(folder, growing.pack, growing.refs)


def play(steps: list[story.Step], material: Material, told: Told) -> Growing:
    """All that a story comes to."""
    growing = Growing(material)
    rules = growing.put({**material.rules, "README.md": README.encode()})
    begin(growing, story.beginning(), rules)
    recorded = evidence.Recorded({})
    for number, step in enumerate(steps, 1):
        merged = merge(growing, step, number)
        sign_reviews(growing, merged)
        recorded = evidence.record(growing, merged, recorded)
        told(number, len(steps))
    return growing
