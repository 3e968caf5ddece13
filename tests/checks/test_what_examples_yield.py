"""What each example of a policy yields, to the letter: where, by which case, with what, due when, beside what else.

Marks say on which line something is found; this says the rest. A policy that is not listed (as a new one) is not held
to it; `python -m tests.checks.test_what_examples_yield` writes the list anew, and the difference is for review.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT

from vendorbook import repository
from vendorbook.gate.examples import items
from vendorbook.judging import Rules
from vendorbook.judging.examples import ENGAGEMENT, SUPPLIER, examples
from vendorbook.model import Due, Item, Node, Policy, Text

LIST = Path(__file__).with_name("what_examples_yield.yaml")
BOOK = Rules(repository.rules_of(repository.WorkTree(ROOT))).book
YIELDED: dict[str, dict[str, list[str]]] = yaml.safe_load(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}
LISTED = [policy for policy in BOOK.policies.values() if policy.id in YIELDED]


@pytest.mark.parametrize("policy", LISTED, ids=lambda policy: policy.id)
def test_examples_yield_the_same_as_ever(policy: Policy) -> None:
    assert yielded(policy) == YIELDED[policy.id]


def yielded(policy: Policy) -> dict[str, list[str]]:
    """By example; examples in which nothing is found are left out."""
    found = {example.name: [_said(item) for item in items(policy, example)] for example in examples(policy)}
    return {name: said for name, said in found.items() if said}


def _said(item: Item) -> str:
    values = ", ".join(f"{name}={_plain(value)}" for name, value in sorted(item.values.items()))
    due = f"due {item.on}" if isinstance(item, Due) else ""
    related = "; ".join(f"{name} at {_place(node)}" for node, name in item.related)
    return " | ".join(part for part in (_place(item.at), item.case, item.obligation, due, values, related) if part)


def _plain(value: object) -> str:
    return f"{value.zh_tw}/{value.en}" if isinstance(value, Text) else str(value)


def _place(node: Node) -> str:
    path = node.source.path.removeprefix(f"vendors/{ENGAGEMENT}/").removeprefix(f"vendors/{SUPPLIER}/")
    return f"{path.removesuffix('.yaml')}{node.pointer}"


def main() -> None:
    found = {
        policy.id: yielded(policy)
        for policy in sorted(BOOK.policies.values(), key=lambda each: each.id)
        if policy.check
    }
    LIST.write_text(yaml.safe_dump(found, allow_unicode=True, width=1000), encoding="utf-8")


if __name__ == "__main__":
    main()
