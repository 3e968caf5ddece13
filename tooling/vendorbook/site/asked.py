"""What somebody who builds the site has asked for."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from vendorbook.model import LANGUAGES


class Asked(NamedTuple):
    """`repository` is the address of the register on its forge, for permanent links; empty where there is none.

    Of several languages the first stands at the top of the site, others below it in a folder each. `workbooks` says
    whether workbooks come with it; None where that is for the size of the register to decide.
    """

    audience: str = "internal"
    repository: str = ""
    languages: tuple[str, ...] = LANGUAGES
    workbooks: bool | None = None

    def is_below(self, lang: str) -> bool:
        """Whether a language has a folder of its own in the site."""
        return lang != self.languages[0]

    def link(self, what: str, commit: str, path: str) -> str:
        """A permanent link to a file at a commit: `blob`, `blame` or `commits` (its history); empty without a forge."""
        if not self.repository:
            return ""
        apart = "/-" if "gitlab" in self.repository else ""
        return f"{self.repository.rstrip('/')}{apart}/{what}/{commit}/{quote(path)}"

    def commit_link(self, commit: str) -> str:
        if not self.repository:
            return ""
        apart = "/-" if "gitlab" in self.repository else ""
        return f"{self.repository.rstrip('/')}{apart}/commit/{commit}"
