"""The rules: an obligation of the text, and a policy that holds a register to it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model.finding import Severity
from vendorbook.model.node import Node
from vendorbook.model.places import Plain
from vendorbook.model.text import Text


class Obligation(NamedTuple):
    """One duty of the rules: `ref` is its place in the text, `force` must (應), should (宜) or may (得).

    `is_owed_with_contract` where it is met once, when a supplier is chosen and the contract made, and not throughout.
    """

    id: str
    ref: str
    force: str
    kind: str
    is_owed_with_contract: bool
    title: Text
    when: Text
    holds: Text


class Example(NamedTuple):
    """A fragment of a register that a policy is shown: file name to text. Marked lines are to be found."""

    name: str
    files: Mapping[str, str]


class Words(NamedTuple):
    """What a policy says to people: `message` or one of `cases` of a finding, `related` of other places beside it."""

    title: Text
    message: Text
    cases: Mapping[str, Text]
    related: Mapping[str, Text]
    why: Text
    fix: Text


class Policy(NamedTuple):
    """One control file. Its id is its file's name and its finding's name.

    `said` gives its words, which nobody asks for where it holds; `settings` what its check is set to, which nobody
    asks for where it does not apply.
    `notice` is the field of the firm's profile with the days before a due date from which it is soon.
    `since` is the day from which it binds, where that is later than the rules themselves do.
    `needs_register` is None for a check that looks at one record; else the kinds of entries it looks at besides.
    """

    id: str
    path: str
    said: Callable[[], Words]
    obligations: tuple[str, ...]
    severity: Severity
    subject: str
    applies_to: Mapping[str, tuple[Plain, ...]]
    check: str
    settings: Callable[[], object]
    can_be_waived: bool
    needs_register: tuple[str, ...] | None
    source: str
    since: date | None
    examples: Node
    notice: str = "review_notice_days"

    @property
    def params(self) -> object:
        """The `Params` of its check; None where that has no settings."""
        return self.settings()

    @property
    def title(self) -> Text:
        return self.said().title

    @property
    def message(self) -> Text:
        return self.said().message

    @property
    def cases(self) -> Mapping[str, Text]:
        return self.said().cases

    @property
    def related(self) -> Mapping[str, Text]:
        return self.said().related

    @property
    def why(self) -> Text:
        return self.said().why

    @property
    def fix(self) -> Text:
        return self.said().fix
