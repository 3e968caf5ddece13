"""What a writer has at hand: the register, the rules, the day, the language, and who is at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from vendorbook.editing.fields import Fields
from vendorbook.editing.parts import Way
from vendorbook.editing.patience import patiently
from vendorbook.judging import Rules
from vendorbook.judging.reading import Reader, Reading
from vendorbook.judging.units import units
from vendorbook.model import CannotJudge, Place, Text
from vendorbook.policies.rulebook import Rulebook
from vendorbook.register import Engagement, People, Supplier
from vendorbook.repository import WorkTree
from vendorbook.repository.layout import ALLOWED


@dataclass
class Desk:
    """One command's. `by` is the staff id that the user stated, or empty."""

    root: Path
    rules: Rules
    day: date
    lang: str
    by: str = ""

    @property
    def book(self) -> Rulebook:
        return self.rules.book

    @property
    def today(self) -> str:
        return self.day.isoformat()

    def fields(self, kind: str, within: Way = ()) -> Fields:
        return Fields(self.book.schemas, kind, self.lang, within)

    def say(self, zh_tw: str, en: str) -> str:
        return en if self.lang == "en" else zh_tw

    @cached_property
    def writer(self) -> str:
        """The staff id of who is at work: as stated, else by the address that git would sign with; or empty."""
        from vendorbook import git

        who = None if self.by else git.who_writes(self.root)
        known = People(self.book.people).of_commit_identity(who.name, who.email) if who else None
        return self.by or known or ""

    def supplier(self, id: str) -> Supplier:
        """Raises CannotJudge where there is no such supplier, or its files cannot be judged."""
        reading = self._reading(id, id)
        if reading.supplier.root is None:
            raise CannotJudge(no_record(id))
        return reading.supplier

    def engagement(self, id: str) -> Engagement:
        """Raises CannotJudge as `supplier` does."""
        found = (each for each in self._reading(id.split("/")[0], id).engagements if each.id == id)
        if (engagement := next(found, None)) is None:
            raise CannotJudge(no_record(id))
        return engagement

    def _reading(self, supplier: str, record: str) -> Reading:
        """What the supplier's folder holds. Raises CannotJudge where what the record consists of cannot be judged."""
        reading = patiently(lambda: self._read(supplier))
        wrong = [Place(each.location, each.message) for each in reading.findings if each.record in (supplier, record)]
        if wrong:
            raise CannotJudge(_MEND_FIRST, places=wrong)
        return reading

    def _read(self, supplier: str) -> Reading:
        snapshot = WorkTree(self.root, [f"vendors/{supplier}"])
        unit = next((unit for unit in units(snapshot.files()) if unit.supplier == supplier), None)
        if unit is None:
            raise CannotJudge(no_record(supplier))
        return Reader(snapshot, self.book, self.day).read(unit)


def in_place(path: str) -> str:
    """The path, where a register may have such a file. Raises CannotJudge where it may not."""
    if ALLOWED.fullmatch(path) is None:
        name = path.removeprefix("vendors/").removeprefix("policies/waivers/")
        raise CannotJudge(_bad_name(name))
    return path


def no_record(id: str) -> Text:
    return Text(f"登錄冊沒有 {id}", f"the register has no {id}")


def _bad_name(name: str) -> Text:
    return Text(
        f"{name!r} 不能作為代號：小寫英數字與連字號，不超過 64 字，例如 order-routing",
        f"{name!r} cannot be an id: lower-case letters, digits and hyphens, at most 64, such as order-routing",
    )


_MEND_FIRST = Text(
    "下列檔案無法判斷，未寫入任何內容；請先修正",
    "the files below cannot be judged; nothing was written, mend them first",
)
