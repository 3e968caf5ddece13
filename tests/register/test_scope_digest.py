"""A scope's digest changes exactly when what the scope says does."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from vendorbook.model import Plain
from vendorbook.model.node import Source
from vendorbook.model.places import no_places
from vendorbook.register import scope_digest
from vendorbook.yaml_source import read

SCOPE = """\
services:
  - {id: care, type: operations, description: 維運}
systems: [mail, crm]
cross_institution: false
subcontractors:
  - {id: gull-power, rank: 1}
"""


def digest(text: str) -> str:
    return scope_digest(read(text.encode(), "x.yaml").root)


def test_it_is_the_sha256_of_the_canonical_json_written_out_by_hand() -> None:
    canonical = (
        '{"cross_institution":false,"services":[{"description":"維運","id":"care","type":"operations"}],'
        '"subcontractors":[{"id":"gull-power","rank":1}],"systems":["mail","crm"]}'
    )

    assert digest(SCOPE) == "sha256:" + sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        "# a remark\n" + SCOPE.replace("crm]", "crm] # the one in the head office"),
        SCOPE.replace("[mail, crm]", '\n  - "mail"\n  - crm'),
        "systems: [mail, crm]\n" + SCOPE.replace("systems: [mail, crm]\n", ""),
        SCOPE.replace(
            "{id: care, type: operations, description: 維運}", "type: operations\n    description: 維運\n    id: care"
        ),
        SCOPE.replace("rank: 1", "rank: 1.0"),
    ],
)
def test_comments_layout_quotes_and_the_order_of_keys_do_not_count(text: str) -> None:
    assert text != SCOPE
    assert digest(text) == digest(SCOPE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[mail, crm]", "[crm, mail]"),
        ("[mail, crm]", "[mail, crm, website]"),
        ("cross_institution: false", "cross_institution: true"),
        ("cross_institution: false", 'cross_institution: "false"'),
        ("維運", "維運與值班"),
        ("rank: 1", "rank: 2"),
        ("rank: 1", 'rank: "1"'),
        (", rank: 1", ""),
    ],
)
def test_whatever_is_said_counts(old: str, new: str) -> None:
    assert digest(SCOPE.replace(old, new)) != digest(SCOPE)


_SAID = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)),
    max_leaves=10,
)


@given(_SAID)
def test_it_is_a_digest_whatever_the_scope_holds(said: Plain) -> None:
    name, _, digits = scope_digest(Source("x.yaml", said, no_places()).root).partition(":")

    assert (name, len(digits)) == ("sha256", 64)
    assert json.loads(rfc8785.dumps(said)) == said
