"""Everything that judges: schemas, obligations, policies, and what the firm says of itself."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vendorbook.model import CannotJudge, Location, Node, Obligation, Policy, Source, Text
from vendorbook.model.places import no_places, pack
from vendorbook.register import Context, Register
from vendorbook.schema_check import Schemas, kind_of

_BUILT_IN = {"record-is-readable", "record-matches-schema", "waiver-is-in-force", "check-has-crashed"}
"""What the tool finds itself; without their control files nothing could be said about it."""


class Rulebook(NamedTuple):
    """The rules of one moment. `digest` identifies them: the same digest judges the same way."""

    digest: str
    schemas: Schemas
    obligations: Mapping[str, Obligation]
    policies: Mapping[str, Policy]
    firm: Node
    systems: Mapping[str, Node]
    people: Mapping[str, Node]
    checklist: Node
    trail: Node

    def context(self, as_of: date, register: Register) -> Context:
        stated = Context(as_of, self.firm, self.systems, self.people, self.checklist, register)
        return stated.with_home_standards()

    def policies_for(self, subject: str) -> list[Policy]:
        """The policies that have a check, for records of one kind, in the order of their names."""
        return [each for each in self.policies.values() if each.check and each.subject == subject]

    def notice_days(self, policy: str) -> int:
        """How many days before its due date what a policy asks for is soon, as the firm has it."""
        days = self.firm.plain(self.policies[policy].notice)
        return days if isinstance(days, int) else 0


def assemble(
    sources: Mapping[str, Source], schemas: Schemas, digest: str, read: Callable[[Source], Policy] | None = None
) -> Rulebook:
    """The rulebook that the sources (each valid by its schema) come to; `read` makes a policy of a control file.

    Raises CannotJudge with the place where they do not fit together, or when there are no policies to judge by.
    """
    from vendorbook.policies.control_file import policy
    from vendorbook.policies.identities import each_is_one_persons

    make = read or policy
    policies = [make(source) for path, source in sources.items() if kind_of(path) == "policy"]
    if not any(each.check for each in policies):
        raise CannotJudge(Text("沒有任何政策可據以檢查（policies/ 是空的）", "there are no policies to judge by"))
    if missing := _BUILT_IN - {each.id for each in policies}:
        names = ", ".join(sorted(missing))
        raise CannotJudge(Text(f"規則中缺少這些政策：{names}", f"the rules lack these policies: {names}"))
    obligations = _obligations(sources)
    _home_standards_name_obligations(_document(sources, "firm"), obligations)
    book = bound(digest, schemas, obligations, _named_once(policies), sources)
    each_is_one_persons(book.people)
    return book


def bound(
    digest: str,
    schemas: Schemas,
    obligations: Mapping[str, Obligation],
    policies: Mapping[str, Policy],
    sources: Mapping[str, Source],
) -> Rulebook:
    """The rulebook of rules that fit together, with what the firm's own documents (among the sources) state."""
    return Rulebook(
        digest=digest,
        schemas=schemas,
        obligations=obligations,
        policies=policies,
        firm=_document(sources, "firm"),
        systems=by_id(_document(sources, "systems"), "systems[]"),
        people=by_id(_document(sources, "people"), "people[]"),
        checklist=_document(sources, "checklist"),
        trail=_if_stated(sources, "trail"),
    )


def _home_standards_name_obligations(firm: Node, obligations: Mapping[str, Obligation]) -> None:
    for stated in firm.find("foreign[]"):
        for named in stated.find("home_standards[].obligation"):
            if named.value not in obligations:
                message = Text(f"沒有義務 {named.value}", f"there is no obligation {named.value}")
                raise CannotJudge(message, named.location)


def _named_once(policies: list[Policy]) -> dict[str, Policy]:
    named: dict[str, Policy] = {}
    for each in sorted(policies, key=lambda each: (each.id, each.path)):
        if (other := named.get(each.id)) is not None:
            raise CannotJudge(
                Text(f"政策 {each.id} 有兩個檔案：{other.path}", f"policy {each.id} has two files: {other.path}"),
                Location(each.path, 1, 1),
            )
        named[each.id] = each
    return named


def _obligations(sources: Mapping[str, Source]) -> dict[str, Obligation]:
    rules = [source for path, source in sources.items() if path.startswith("policies/rules/")]
    return {each.text("id"): _obligation(each) for source in rules for each in source.root.find("obligations[]")}


def _obligation(node: Node) -> Obligation:
    title, when, holds = (Text(node.text(f"{key}.zh-TW"), node.text(f"{key}.en")) for key in ("title", "when", "holds"))
    with_contract = node.text("owed") == "with-contract"
    place = (node.text("id"), node.text("ref"), node.text("force"), node.text("kind"))
    return Obligation(*place, with_contract, title, when, holds)


def _document(sources: Mapping[str, Source], name: str) -> Node:
    path = f"policies/{name}.yaml"
    if path not in sources:
        raise CannotJudge(
            Text(f"找不到 {path}：證券商須在此載明", f"{path} is missing: the firm states there what only it knows")
        )
    return sources[path].root


def _if_stated(sources: Mapping[str, Source], name: str) -> Node:
    """A document that a firm need not have: one that states nothing where there is none."""
    path = f"policies/{name}.yaml"
    return sources[path].root if path in sources else Source(path, {}, no_places([pack(1, 1)])).root


def by_id(document: Node, path: str) -> dict[str, Node]:
    """The items of a list by their id. Raises CannotJudge where two have one: nobody could tell which counts."""
    found: dict[str, Node] = {}
    for node in document.find(path):
        name = node.text("id")
        if name in found:
            line = found[name].location.line
            message = Text(f"代號 {name} 在第 {line} 行已經有了", f"the id {name} is already on line {line}")
            raise CannotJudge(message, node.nearest("id").location)
        found[name] = node
    return found
