"""Pages taken apart into headings and blocks, and what stands before a block: which file or command it is from.

<!-- output: vendorbook … -->   what the command prints; `…` stands for whatever was left out, alone for any lines
<!-- file: PATH -->             verbatim part of the file; a line `# …` stands for lines left out
<!-- write: PATH -->            a file that the reader is to write
<!-- change: PATH -->           a change of the file that the reader is to make: a diff without line numbers
<!-- hook: NAME -->             a hook of git, which tests/hooks runs
<!-- step: NAME -->             commands that test_tutorial runs in a shell; `prints: NAME`, what they print;
                                `keep:` and `edit:`, as `write` and `change`, by the register that it builds
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

DOCS = ROOT / "docs"
OTHER = ".en"
"""What the name of a page in English has before `.md`, as the site's build and mkdocs-static-i18n have it."""

_BLOCK = re.compile(r"(?:^<!-- (\w+): ([^\n]+?) -->\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LEFT_OUT = "…"


class Block(NamedTuple):
    """A fenced block: `role` and `about` are what the comment before it says, if there is one."""

    role: str
    about: str
    language: str
    text: str


class Page(NamedTuple):
    """A page by its path from the root of the repository."""

    path: str
    text: str

    @classmethod
    def of(cls, path: Path) -> Page:
        return cls(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))

    @property
    def blocks(self) -> list[Block]:
        return [Block(*found.groups("")) for found in _BLOCK.finditer(self.text)]

    @property
    def prose(self) -> str:
        return _BLOCK.sub("", self.text)

    @property
    def headings(self) -> list[int]:
        """Their levels, in order."""
        return [len(level) for level in _HEADING.findall(self.prose)]

    @property
    def quoted(self) -> list[str]:
        """All that stands between backticks in a line."""
        return [str(found) for found in _QUOTED.findall(self.prose)]

    def in_role(self, *roles: str) -> Iterator[Block]:
        return (block for block in self.blocks if block.role in roles)


def shows(shown: str, printed: str) -> bool:
    """Whether an excerpt is what was printed, but for the number of policies (adding one edits no other file) and how
    wide columns are: two spaces stand for more."""
    lines = [_line(line) for line in shown.splitlines()]
    return re.fullmatch("".join(lines), "".join(f"{line.rstrip()}\n" for line in printed.splitlines())) is not None


def _line(shown: str) -> str:
    if shown.strip() == _LEFT_OUT:
        return r"(?:.*\n)*?"
    literal = re.sub(r"(?:\\ ){2,}", " {2,}", re.escape(shown.rstrip()).replace(_LEFT_OUT, ".*"))
    return re.sub(r"[0-9]+(?=(?:\\ |\s)(?:項政策|policies))", "[0-9]+", literal) + r"\n"


def is_part(fragment: str, content: str) -> bool:
    """Whether each stretch of lines of a fragment stands in the content, one after the other."""
    start = 0
    for stretch in re.split(r"^ *# …\n", fragment, flags=re.MULTILINE):
        start = f"\n{content}".find(f"\n{stretch}", start)
        if start < 0:
            return False
        start += len(stretch)
    return True


def changed(content: str, diff: str) -> str:
    """The content with the lines of a diff (` ` kept, `-` before, `+` after) in place of those they stand for."""
    before = "".join(f"{line[1:]}\n" for line in diff.splitlines() if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in diff.splitlines() if not line.startswith("-"))
    assert content.count(before) == 1, f"found {content.count(before)} times:\n{before}"
    return content.replace(before, after)
