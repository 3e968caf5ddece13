"""A trail that somebody asks about: which line it is, from where it is judged, and all that is known beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from vendorbook import git, repository
from vendorbook.git import TagObject
from vendorbook.judging import Kept, Rules
from vendorbook.model import CannotJudge, Node, Text
from vendorbook.repository.git_objects import Commit
from vendorbook.trail import ledger
from vendorbook.trail.checkpoints import Seen, seen
from vendorbook.trail.fitness import refuse_unfit
from vendorbook.trail.judging import Beside
from vendorbook.trail.known_tips import KnownTip
from vendorbook.trail.ledger import Ledger
from vendorbook.trail.line import Line
from vendorbook.trail.signatures import forge_keys

_REVIEW = re.compile(r"review/(\d{1,9})/[A-Za-z0-9-]{1,64}")


class Stretch(NamedTuple):
    """The places of a line that are judged: after `since`, which is at or after the `start`, up to the tip."""

    start: int
    since: int
    places: range


class Trail:
    """The trail of a repository up to a commit. Raises CannotJudge where this clone cannot be asked.

    The firm's statements (`policies/trail.yaml`) and the people whose checkpoints count are those of the tip: what is
    known today of keys and tips counts for the past too. Policies, people and their keys are else those of each base.
    """

    def __init__(self, root: Path, tip: str, kept: Kept | None) -> None:
        refuse_unfit(root)
        self.root = root
        self.kept = kept
        self.prefix = git.prefix_of(root)
        self.line = Line(root, git.resolve(root, tip))

    @cached_property
    def rules(self) -> Rules:
        """Those of the tip."""
        snapshot = Commit(self.root, self.line.tip, ["schemas", "policies"])
        return Rules(repository.rules_of(snapshot), self.kept, snapshot.refused())

    @property
    def statement(self) -> Node:
        return self.rules.book.trail

    @cached_property
    def ledger(self) -> Ledger:
        return ledger.read(self.root)

    @cached_property
    def commits_of_evidence(self) -> frozenset[str]:
        """The commits of the evidence branch; read only where a checkpoint may name one."""
        tip = self.ledger.tip
        return frozenset(git.first_parents(self.root, tip)) if tip and self.checkpoints else frozenset()

    @cached_property
    def checkpoints(self) -> list[Seen]:
        return seen(self.root, self.rules.book.people)

    @cached_property
    def beside(self) -> Beside:
        """Where the evidence is broken, or is another than somebody of the firm has put down, none of it counts."""
        entries = {} if self.ledger.faults or self._is_contradicted() else self.ledger.by_merge
        return Beside(forge_keys(self.statement), entries, _review_tags(self.root))

    def _is_contradicted(self) -> bool:
        put_down = [found.checkpoint.evidence for found in self.checkpoints if found.checkpoint and found.signed_by]
        return any(commit and commit not in self.commits_of_evidence for commit in put_down)

    def stretch(self, since: str | None) -> Stretch:
        """What is judged. A start that is not on the line is told of as a rewritten history, and all is judged."""
        start = self.line.places.get(self.statement.text("start"), 0)
        first = self._place(since) if since is not None else start
        return Stretch(start, max(start, first), range(max(start, first) + 1, len(self.line.ids)))

    def known_tips(self, told: Sequence[str]) -> Iterator[KnownTip]:
        """All that is known of where the branch has been, the evidence's merges aside."""
        for commit in told:
            yield KnownTip(commit, Text("--known-tip 所載", "named by --known-tip"))
        if start := self.statement.text("start"):
            yield KnownTip(start, Text("policies/trail.yaml 之起點", "the start in policies/trail.yaml"))
        for each in self.statement.find("known_tips[]"):
            day = each.text("seen_on")
            said_by = Text(f"policies/trail.yaml 載明 {day} 所見", f"seen on {day}, as policies/trail.yaml has it")
            yield KnownTip(each.text("commit"), said_by)
        for found in self.checkpoints:
            if found.checkpoint:
                yield KnownTip(found.checkpoint.tip, Text(f"標籤 {found.name}", f"the tag {found.name}"))

    def merges_of_evidence(self) -> Iterator[KnownTip]:
        for entry in self.ledger.entries:
            said_by = Text(f"證據第 {entry.number} 筆", f"entry {entry.number} of the evidence")
            yield KnownTip(entry.merge.commit, said_by)

    def _place(self, revision: str) -> int:
        commit = git.resolve(self.root, revision)
        if commit not in self.line:
            raise CannotJudge(_not_on_the_line(revision))
        return self.line.places[commit]


def _review_tags(root: Path) -> Mapping[int, Sequence[TagObject]]:
    """Annotated tags of reviewers by the number of the pull request; only those that are called what they say."""
    refs = [ref for ref in git.tag_refs(root, "review/") if ref.kind == "tag" and _REVIEW.fullmatch(ref.name)]
    found: dict[int, list[TagObject]] = {}
    for ref, tag in zip(refs, git.read_tags(root, [ref.id for ref in refs]), strict=True):
        match = _REVIEW.fullmatch(ref.name)
        if match and tag.name == ref.name:
            found.setdefault(int(match[1]), []).append(tag)
    return found


def _not_on_the_line(revision: str) -> Text:
    return Text(f"{revision} 不在主線上", f"{revision} is not on the line of first parents")
