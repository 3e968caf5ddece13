"""Building the demonstration: the story played from its beginning, and what comes of it stored as a repository."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from vendorbook import git
from vendorbook.demo import story
from vendorbook.demo.evidence import EVIDENCE
from vendorbook.demo.material import Material, packaged_material
from vendorbook.demo.playing import play
from vendorbook.demo.repository import Growing
from vendorbook.demo.variants import altered, of_name, told_by, with_fields
from vendorbook.judging.progress import Told, silent


class Built(NamedTuple):
    """What was built: the tip of the main branch, how many steps lead there, and their first and last day."""

    tip: str
    steps: int
    first: date
    last: date


def build(folder: Path, variant: str | None = None, material: Material | None = None, told: Told = silent) -> Built:
    """Builds the demonstration's repository in a folder, which must be empty or not there yet.

    The same every time for the same material (the rules and the example that came with the tool, unless others are
    given): the same objects and ids, in any folder, time zone or language. Raises CannotJudge where there is something
    in the folder, where there is no such variant, and where git is missing or too old.
    """
    git.refuse_non_empty(folder)
    growing = grown(variant, material or packaged_material(), told)
    git.write_repository(folder, growing.pack, {**growing.refs, "refs/heads/main": growing.tip})
    return Built(growing.tip, growing.steps, story.beginning().at.date(), growing.until)


def grown(variant: str | None, material: Material, told: Told = silent) -> Growing:
    """What the repository comes to, in memory."""
    wanted = of_name(variant) if variant is not None else None
    steps = told_by(wanted, story.steps())
    if wanted is None or not (wanted.rewrites or wanted.claims):
        return play(steps, material, told)
    honest = play(steps, material, silent)
    again = play(with_fields(steps, wanted.claims), altered(material, wanted), told, honest.pack)
    if wanted.rewrites:
        again.refs = honest.refs
        return again
    honest.refs[EVIDENCE] = again.refs[EVIDENCE]
    return honest
