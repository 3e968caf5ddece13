"""A register judged while somebody is editing: the record at hand as the editor has it, the rest as it is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from threading import Lock

from vendorbook import repository
from vendorbook.judging import Judgement, Kept, Rules, Verdict
from vendorbook.judging.focused import judge_focused
from vendorbook.judging.run import records_of, units_of, verdict
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.waiving import read_waivers
from vendorbook.lsp.focus import Focus
from vendorbook.model import CannotJudge, Finding, Location, Place, Severity, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository import WorkTree
from vendorbook.repository.overlay import Overlay

CANNOT = "cannot-judge"
"""The code of what keeps everything from being judged: no policy's."""

_BETWEEN = 3.0
"""Seconds from one look at the whole register to the next."""

_FIX = Text("在此之前無法檢查任何紀錄。", "Until then no record can be judged.")


class Judged:
    """Judges one register, and keeps what stays the same from one keystroke to the next."""

    def __init__(self, root: Path, warm: Callable[[], None]) -> None:
        """`warm` begins to judge the whole as it is saved, and leaves what it finds where the next run looks for it."""
        self._root = root
        self._kept = Kept(str(root))
        self._warm = warm
        self._digests: dict[tuple[str, str], str] = {}
        self._rules: tuple[Mapping[str, str], Rules] | None = None
        self._warmed = -_BETWEEN
        self._lock = Lock()

    def findings(self, focus: Focus, edited: Mapping[str, bytes], as_of: date) -> list[Finding]:
        """What is found in a focus, `edited` being the files that are not as they are saved, by path."""
        for attempt in (1, 2):
            try:
                verdict = self._verdict(focus, edited, as_of)
                return [each for each in verdict.findings if focus.holds(each.location.path)]
            except CannotJudge as trouble:
                if attempt == 2 or not _may_pass(trouble):
                    return list(_told(trouble, focus))
        return []

    def rules(self, tree: WorkTree) -> Rules:
        """The rules that a tree is judged by: those of the last time while their files are the same."""
        files = repository.rules_of(tree)
        ids = {path: file.id for path, file in files.items()}
        with self._lock:
            if self._rules is None or self._rules[0] != ids:
                self._rules = ids, Rules(files, self._kept, tree.refused())
            return self._rules[1]

    def saved_rules(self) -> Rules:
        return self.rules(WorkTree(self._root, folders=("schemas", "policies")))

    def book(self) -> Rulebook:
        """The rules as they are saved. Raises CannotJudge where they are at fault."""
        return self.saved_rules().book

    def _verdict(self, focus: Focus, edited: Mapping[str, bytes], as_of: date) -> Verdict:
        if not focus.supplier:
            return self._whole(edited, as_of)
        tree = Overlay(self._root, edited, [focus.folder], self._digests)
        rules = self.rules(tree)
        found = judge_focused(tree, rules, as_of, self._kept, {focus.supplier})
        if found is None:
            self._warm_up()
        return found or self._whole(edited, as_of)

    def _warm_up(self) -> None:
        """Not at every keystroke: a file that was just saved is known by its looks only after two seconds."""
        if time.monotonic() - self._warmed > _BETWEEN:
            self._warmed = time.monotonic()
            self._warm()

    def _whole(self, edited: Mapping[str, bytes], as_of: date) -> Verdict:
        """As `judge` does, in this process alone: one with threads is not to be forked."""
        tree = Overlay(self._root, edited, digests=self._digests)
        rules, found = self.rules(tree), units_of(tree)
        worker = Worker(tree, rules.book, as_of, findings_only=True)
        shares = [worker.first(unit) for unit in found]
        register = whole(shares)
        judged = [share.judgement for share in shares] + [worker.second(unit, register) for unit in found]
        waivers = read_waivers(tree, rules)
        return verdict(tree, rules, as_of, records_of(found), Judgement.together(judged), waivers)


def _may_pass(trouble: CannotJudge) -> bool:
    """A file that changed while it was read can be read the next time."""
    return trouble.location is not None and "changed while" in trouble.message.en


def _told(trouble: CannotJudge, focus: Focus) -> Iterator[Finding]:
    """Findings that say why there are no others: where the trouble is, and else at the top of the record at hand."""
    at = trouble.location or Location(f"{focus.folder}/engagement.yaml", 1, 1)
    for place in trouble.places or [Place(at, trouble.message)]:
        yield Finding(CANNOT, (), Severity.ERROR, "", place.location, "", place.message, _FIX, "")
