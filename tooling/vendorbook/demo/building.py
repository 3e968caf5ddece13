"""Building the demonstration: the story played from its beginning, and what comes of it stored as a repository."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from vendorbook import git
from vendorbook.demo import story
from vendorbook.demo.material import Material, packaged_material
from vendorbook.demo.playing import Told, play
from vendorbook.demo.repository import Growing
from vendorbook.demo.variants import Variant, altered, of_name, told_by


class Built(NamedTuple):
    """What was built: the tip of the main branch, how many steps lead there, and their first and last day."""

    tip: str
    steps: int
    first: date
    last: date


def build(
    folder: Path, variant: str | None = None, material: Material | None = None, told: Told | None = None
) -> Built:
    """Builds the demonstration's repository in a folder, which must be empty or not there yet.

    The same every time for the same material (the rules and the example that came with the tool, unless others are
    given): the same objects and ids, in any folder, time zone or language. Raises CannotJudge where there is something
    in the folder, where there is no such variant, and where git is missing or too old.
    """
    wanted = of_name(variant) if variant is not None else None
    git.refuse_non_empty(folder)
    steps = told_by(wanted, story.steps())
    growing = _grown(wanted, steps, material or packaged_material(), told or (lambda _done, _total: None))
    git.write_repository(folder, growing.pack, {**growing.refs, "refs/heads/main": growing.tip})
    return Built(growing.tip, len(steps), story.beginning().at.date(), steps[-1].at.date())


def _grown(variant: Variant | None, steps: list[story.Step], material: Material, told: Told) -> Growing:
    if variant is None or not variant.rewrites:
        return play(steps, material, told)
    honest = play(steps, material, lambda _done, _total: None)
    rewritten = play(steps, altered(material, variant), told, honest.pack)
    rewritten.refs = honest.refs
    return rewritten
