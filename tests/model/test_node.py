"""Ways down to values: several keys at once, or one step at a time."""

from __future__ import annotations

import pytest

from vendorbook.model import Node
from vendorbook.yaml_source import read

ROOT = read(
    b"""\
id: order-routing
contract:
  cost: {amount: 5, currency: TWD}
grants:
  - {id: g-1, days: [1, 2]}
  - {id: g-2, days: {none: not yet}}
  - {days: [3]}
""",
    "x.yaml",
).root

PATHS = {
    "": [ROOT.value],
    "id": ["order-routing"],
    "contract.cost.amount": [5],
    "contract.cost.amount[]": [],
    "contract.missing.amount": [],
    "id.below": [],
    "grants": [ROOT.plain("grants")],
    "grants[].id": ["g-1", "g-2"],
    "grants[].days[]": [1, 2, 3],
    "grants[].days": [[1, 2], {"none": "not yet"}, [3]],
}


@pytest.mark.parametrize(("path", "values"), PATHS.items(), ids=repr)
def test_values_are_those_of_the_nodes_that_are_found(path: str, values: list[object]) -> None:
    assert ROOT.values(path) == [node.value for node in ROOT.find(path)] == values


def test_a_way_of_several_keys_is_the_way_of_one_after_the_other() -> None:
    amount, slowly = ROOT.at("contract.cost.amount"), _step_by_step(ROOT, "contract", "cost", "amount")

    assert amount is not None
    assert (amount.way, amount.key, amount.location) == (slowly.way, slowly.key, slowly.location)
    assert amount.way == ("contract", "cost", "amount")


def test_each_block_on_the_way_up() -> None:
    day = list(ROOT.find("grants[].days[]"))[-1]

    assert [node.pointer for node in _up(day)] == ["/grants/2/days/0", "/grants/2/days", "/grants/2", "/grants", ""]
    assert [node.pointer for node in _up(ROOT.nearest("contract.cost.amount"))][1:] == [
        "/contract/cost",
        "/contract",
        "",
    ]
    assert [node.value for node in _up(day)][-1] is ROOT.value


def test_the_top_has_no_key_and_nothing_above_it() -> None:
    assert (ROOT.key, ROOT.way, ROOT.parent, ROOT.at("")) == ("", (), None, ROOT)


def _up(node: Node) -> list[Node]:
    return [node, *(_up(node.parent) if node.parent else [])]


def _step_by_step(node: Node, *keys: str) -> Node:
    for key in keys:
        below = node.get(key)
        assert below is not None
        node = below
    return node
