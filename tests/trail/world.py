"""A small firm whose register has a history: a forge that signs, reviewers with accounts and keys, and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.cli.small import OTHER, RECORD, SUPPLIER
from tests.helpers.histories import TAIPEI, Commit, Files, Folder, History, Who
from vendorbook.trail import ledger
from vendorbook.trail.ledger import Account, Change, CheckRun, Entry, Merge, Review
from vendorbook.trail.recording.contents import Contents
from vendorbook.trail.signatures import Signer

__all__ = ["OTHER", "RECORD", "SUPPLIER", "Reviewed", "World"]

DAY = datetime(2026, 11, 23, 9, tzinfo=TAIPEI)
AUTHOR = Who("纜繫舟", "lan.xizhou@paper-boat.example")
FORGE_KEY, HEAD_KEY, OTHER_KEY = (Signer.from_seed(bytes([number]) * 32) for number in (1, 2, 3))
ACCOUNTS = {f"s-01{number:02}": str(999000000100 + number) for number in range(1, 17)}
ACCOUNTS |= {"s-0108b": "999000000908", "s-0104b": "999000000904", "stranger": "999000000999"}

TRAIL = f"""\
forge:
  kind: github
  keys:
    - {{kind: ssh, from: 2026-01-01, key: {FORGE_KEY.public_key}}}
review:
  approvals: 2
  roles: [unit-head, security]
"""


def people(text: str) -> str:
    """The example's people: two of them with a second account, one with a key."""
    for person in ("108", "104"):
        account = f'{{forge: github, id: "999000000{person}"}}'
        text = text.replace(account, f'{account}, {{forge: github, id: "999000000{int(person) + 800}"}}')
    key = f"    keys: [{{key: {HEAD_KEY.public_key}, from: 2026-01-01}}]\n"
    return text.replace(
        "    emails: [mao.dinghai@paper-boat.example]\n", f"    emails: [mao.dinghai@paper-boat.example]\n{key}"
    )


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review: by whom (a key of ACCOUNTS), what they said, of which commit (the head), how long before the merge."""

    by: str
    state: str = "approved"
    of: Commit | None = None
    minutes: int = -30


GOOD = (Reviewed("s-0103"), Reviewed("s-0104"))
"""Two heads of units, neither of whom has to do with the change."""


@dataclass
class World:
    """The history being made, what the forge has seen of it, and how `trail verify` is to be called."""

    history: History
    entries: list[Entry] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)
    folder: Path | None = None
    number: int = 0
    is_recorded: bool = False

    @classmethod
    def made(cls, path: Path, files: Mapping[str, bytes]) -> World:
        rules = {
            "policies/trail.yaml": TRAIL,
            "policies/people.yaml": people(files["policies/people.yaml"].decode()),
        }
        return cls(History(path, {**files, **rules}, DAY, AUTHOR))

    @property
    def path(self) -> Path:
        return self.folder or self.history.path

    def text(self, path: str) -> str:
        """What a file says on the branch."""
        blob = self.history.main.folder.at(path)
        return self.history.repo.git("cat-file", "blob", str(blob)) + "\n"

    def noted(self, path: str = RECORD, note: str = "") -> Files:
        """The mildest change that there is: a comment."""
        return {path: self.text(path) + f"# note {note or self.number}\n"}

    def proposed(self, files: Files | None = None, *, who: Who = AUTHOR, base: Commit | None = None) -> Commit:
        self.number += 1
        return self.history.change(base or self.history.main, files or self.noted(), who)

    def merge(
        self,
        head: Commit | None = None,
        folder: Folder | None = None,
        *,
        signer: Signer | None = FORGE_KEY,
        reviews: Sequence[Reviewed] | None = GOOD,
        author: str = "s-0108",
        mass: bool = False,
    ) -> Commit:
        """Merged by the forge; with `reviews` the evidence tells of them, without there is none about this merge."""
        head = head or self.proposed()
        self.history.later(hours=3)
        base = self.history.main
        sign = signer.sign if signer else None
        merge = self.history.merge(self.number, head, folder, sign=sign)
        if reviews is not None:
            self.entries.append(self._entry(merge, base, head, reviews, author, mass=mass))
        return merge

    def tag(self, who: str, target: Commit, signer: Signer | None = HEAD_KEY, number: int | None = None) -> None:
        """A reviewer's own tag."""
        sign = signer.sign if signer else None
        self.history.tag(f"review/{number or self.number}/{who}", target, "Reviewed", AUTHOR, sign=sign)

    def done(self) -> None:
        """The branch is where it has come to, and the evidence is recorded."""
        self.history.done()
        if self.is_recorded:
            return
        self.is_recorded = True
        book = ledger.read(self.history.path)
        for entry in self.entries:
            book = ledger.append(self.history.path, book, entry) or book

    def _entry(
        self, merge: Commit, base: Commit, head: Commit, reviews: Sequence[Reviewed], author: str, *, mass: bool
    ) -> Entry:
        touched = _touched(base.folder, merge.folder)
        return Entry(
            number=1,
            previous=None,
            merge=Merge(merge.id, base.id, head.id, self._at(0), _account("s-0104")),
            change=Change("github", self.number, _account(author), head.id, "merge"),
            reviews=tuple(self._review(place, each, head, touched) for place, each in enumerate(reviews, 1)),
            checks=(CheckRun("gate", "success", "15368", head.id),),
            workflow_digest=None,
            ruleset_digest=None,
            content=Contents(self.history.path).merged(merge.id, tuple(touched)),
            mass_change=mass,
            recorded_at=self._at(5),
            tool="1.0.0",
        )

    def _review(self, place: int, review: Reviewed, head: Commit, touched: Sequence[str]) -> Review:
        of = review.of or head
        content = {name: _tree(of.folder, name) for name in touched}
        id = str(self.number * 100 + place)
        return Review(id, _account(review.by), review.state, of.id, self._at(review.minutes), content)

    def _at(self, minutes: int) -> str:
        from datetime import timedelta

        when = self.history.when + timedelta(minutes=minutes)
        return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _account(name: str) -> Account:
    return Account(ACCOUNTS[name], name)


def _touched(before: Folder, after: Folder) -> list[str]:
    """Folders of engagements that differ, or of suppliers where something of their own does."""
    suppliers = [_names(each.at("vendors")) for each in (before, after)]
    found = []
    for supplier in sorted(set(suppliers[0]) | set(suppliers[1])):
        place = f"vendors/{supplier}"
        sides = [_names(each.at(place)) for each in (before, after)]
        changed = [name for name in sorted(set(sides[0]) | set(sides[1])) if not _same(sides, name)]
        for name in changed:
            of_engagement = any(isinstance(side.get(name), Folder) for side in sides)
            is_own = not of_engagement or name in ("journal", "evidence")
            found.append(place if is_own else f"{place}/{name}")
    return sorted(set(found))


def _names(folder: Folder | str | None) -> dict[str, Folder | str]:
    return folder.names if isinstance(folder, Folder) else {}


def _same(sides: Sequence[Mapping[str, Folder | str]], name: str) -> bool:
    first, second = (each.id if isinstance(each, Folder) else each for each in (side.get(name) for side in sides))
    return first == second


def _tree(folder: Folder, name: str) -> str | None:
    found = folder.at(name)
    return found.id if isinstance(found, Folder) else None
