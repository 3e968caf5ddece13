"""A pull request: its branch, its merge as the forge makes it, and what the reviewers signed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from vendorbook.demo import trail_file
from vendorbook.demo.keys import signer
from vendorbook.demo.people import SIGN_FROM, key_of
from vendorbook.demo.repository import Files, Growing, Tip
from vendorbook.demo.story import Beginning, Step
from vendorbook.git import Author
from vendorbook.git.packing import By
from vendorbook.repository.layout import record_of

FORGE = Author("GitHub", "noreply@github.com")
_ORGANISATION = "paper-boat"


class Merged(NamedTuple):
    """A step as it entered the main branch.

    `first` and `head` are the commits of its branch, with the files that each holds; `changed` is what it touched.
    """

    number: int
    step: Step
    base: str
    commit: str
    first: str
    head: str
    first_files: Files
    head_files: Files
    changed: Files


def begin(growing: Growing, beginning: Beginning, rules: Files) -> None:
    """The root commit."""
    files = rules | growing.brought_up(beginning.touches, beginning.at.date())
    by = growing.by(beginning.by, beginning.at)
    commit = growing.pack.commit(growing.pack.tree(files), (), by, by, beginning.title)
    growing.moved(Tip(beginning.at, commit, files, frozenset()))


def merge(growing: Growing, step: Step, number: int) -> Merged:
    """Makes the step's branch and brings it into the main branch. Raises ValueError for a step that changes nothing."""
    base, written = growing.tip, _written(step, number)
    if trail_file.FILE in step.touches:
        growing.tips.append(trail_file.KnownTip(base, written.date()))
    changed = growing.brought_up(step.touches, written.date())
    changed |= growing.edited({**growing.files, **changed}, step.edits)
    if not changed:
        raise ValueError(f"{step.branch}: changes nothing")
    commits = _branch(growing, step, changed, written)
    (first, first_files), (head, head_files) = commits[0], commits[-1]
    merged = {**growing.files, **changed}
    changed |= growing.edited(merged, step.slipped)
    files = {**growing.files, **changed}
    commit = head if step.kind == "direct" else _merge_commit(growing, step, number, head, files)
    growing.moved(Tip(step.at, commit, files, frozenset(map(record_of, changed))))
    return Merged(number, step, base, commit, first, head, first_files, head_files, changed)


def _branch(growing: Growing, step: Step, changed: Files, written: datetime) -> list[tuple[str, Files]]:
    """The commits of a branch, each with the files that it holds."""
    start = growing.start_of_a_branch(written, frozenset(map(record_of, changed)))
    made = [(start.commit, start.files)]
    for index, (message, part) in enumerate(_commits(step, changed)):
        parent, before = made[-1]
        by = growing.by(step.by, written + timedelta(minutes=25 * index))
        files = {**before, **part}
        made.append((growing.pack.commit(growing.pack.tree(files), (parent,), by, by, message), files))
    return made[1:]


def _written(step: Step, number: int) -> datetime:
    """When the first commit of a step's branch is made: in the morning of the day before; a push is there at once."""
    if step.kind == "direct":
        return step.at
    return step.at.replace(hour=9, minute=number % 40) - timedelta(days=1)


def _commits(step: Step, changed: Files) -> list[tuple[str, Files]]:
    """Documents and entries first, then what they changed in the record, where there is both."""
    if step.kind == "direct":
        return [(step.title, changed)]
    beside = {path: blob for path, blob in changed.items() if "/journal/" in path or "/evidence/" in path}
    rest = {path: blob for path, blob in changed.items() if path not in beside}
    if beside and rest:
        return [(f"{step.title}（紀錄與佐證）", beside), (f"{step.title}（更新內容）", rest)]
    return [(step.title, changed)]


def _merge_commit(growing: Growing, step: Step, number: int, head: str, files: Files) -> str:
    merger = growing.by(step.reviewed_by[-1] if step.reviewed_by else step.by, step.at)
    base, tree = growing.tip, growing.pack.tree(files)
    forge = By(FORGE, step.at)
    if step.kind == "squash":
        author = growing.by(step.by, step.at)
        return growing.pack.commit(tree, (base,), author, forge, f"{step.title} (#{number})", signer("forge").sign)
    message = f"Merge pull request #{number} from {_ORGANISATION}/{step.branch}\n\n{step.title}"
    trailers = f"\n\n{step.trailers}" if step.trailers else ""
    return growing.pack.commit(tree, (base, head), merger, forge, message + trailers, signer("forge").sign)


def approvals(merged: Merged) -> list[tuple[str, str, datetime]]:
    """Who approved which commit, and when."""
    if merged.step.approved == "nothing" or merged.step.kind == "direct":
        return []
    commit = merged.first if merged.step.approved == "first" else merged.head
    last = merged.step.at - timedelta(minutes=10)
    before = range(len(merged.step.reviewed_by) - 1, -1, -1)
    reviewers = zip(merged.step.reviewed_by, before, strict=True)
    return [(staff, commit, last - timedelta(minutes=35 * index)) for staff, index in reviewers]


def sign_reviews(growing: Growing, merged: Merged) -> None:
    """The tags that reviewers put on what they approved, since they have had keys."""
    for staff, commit, when in approvals(merged):
        if merged.step.at.date() <= SIGN_FROM:
            continue
        name = f"review/{merged.number}/{staff}"
        key = signer(staff, key_of(staff, when.date()))
        message = f"核准 / approved: #{merged.number} {merged.step.title}"
        growing.refs[f"refs/tags/{name}"] = growing.pack.tag(commit, name, growing.by(staff, when), message, key.sign)
