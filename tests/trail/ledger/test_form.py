"""An entry's bytes: one way to write it, and nothing else is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trail.ledger.conftest import entry
from vendorbook.trail.ledger import Malformed, digest_of, parsed, written

GOOD = written(entry(1))


def test_there_and_back() -> None:
    assert parsed(GOOD) == entry(1)
    assert rfc8785.dumps(json.loads(GOOD)) + b"\n" == GOOD
    assert digest_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=255))
def test_any_text_is_written_as_the_standard_has_it(text: str) -> None:
    """Reading compares with what Python's own JSON writes, which is faster: both have to agree."""
    said = entry(1)._replace(checks=(entry(1).checks[0]._replace(name=text),))
    assert parsed(written(said)) == said


def change(*way: str | int, to: Any = ...) -> Callable[[Any], None]:
    """Sets a member, or removes it."""

    def apply(data: Any) -> None:
        for step in way[:-1]:
            data = data[step]
        if to is ...:
            del data[way[-1]]
        else:
            data[way[-1]] = to

    return apply


@pytest.mark.parametrize(
    ("broken", "pointer"),
    [
        (change("format", to="vendorbook/evidence/v2"), "/format"),
        (change("format"), ""),
        (change("more", to=1), ""),
        (change("number", to=0), "/number"),
        (change("number", to=1.5), "/number"),
        (change("number", to=True), "/number"),
        (change("number", to="1"), "/number"),
        (change("number", to=10**6), "/number"),
        (change("previous", to="sha256:x"), "/previous"),
        (change("previous", to="sha256:" + "A" * 64), "/previous"),
        (change("merge", to=[]), "/merge"),
        (change("merge", "commit", to="HEAD"), "/merge/commit"),
        (change("merge", "commit", to="a" * 41), "/merge/commit"),
        (change("merge", "base", to=None), "/merge/base"),
        (change("merge", "merged_at", to="2026-11-20"), "/merge/merged_at"),
        (change("merge", "merged_by", "id", to=1001), "/merge/merged_by/id"),
        (change("merge", "merged_by", "id", to="١"), "/merge/merged_by/id"),
        (change("merge", "merged_by", "login", to="x" * 256), "/merge/merged_by/login"),
        (change("change", "forge", to="sourcehut"), "/change/forge"),
        (change("change", "kind", to=["merge"]), "/change/kind"),
        (change("change", "number", to=-1), "/change/number"),
        (change("reviews", to={}), "/reviews"),
        (change("reviews", 0, "state", to="APPROVED"), "/reviews/0/state"),
        (change("reviews", 0, "commit"), "/reviews/0"),
        (change("reviews", 0, "content", to={"policies": None}), "/reviews/0/content"),
        (change("reviews", 0, "content", to={"vendors/a/b/c": None}), "/reviews/0/content"),
        (change("reviews", 0, "content", to={"vendors/kite/orders": "x"}), "/reviews/0/content/vendors~1kite~1orders"),
        (change("checks", to=[{}]), "/checks/0"),
        (change("checks", to=[None] * 6000), "/checks"),
        (change("content", to=[]), "/content"),
        (change("content", "vendors/kite/orders", "tree", to=None), "/content/vendors~1kite~1orders/tree"),
        (change("content", "vendors/Kite", to=None), "/content"),
        (change("mass_change", to=0), "/mass_change"),
        (change("recorded_at", to="2026-11-22T01:00:00+00:00"), "/recorded_at"),
        (change("tool", to="1.0 \x1b"), "/tool"),
    ],
)
def test_what_is_malformed_is_told_with_its_place(broken: Callable[[Any], None], pointer: str) -> None:
    said = json.loads(GOOD)
    broken(said)
    with pytest.raises(Malformed) as caught:
        parsed(rfc8785.dumps(said) + b"\n")
    assert caught.value.pointer == pointer
    assert caught.value.message.en.startswith(f"{pointer or '/'}: ")
    assert caught.value.message.zh_tw.startswith(f"{pointer or '/'}：")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null\n",
        b"[]\n",
        b"{",
        b"\xff",
        b"[" * 200_000,
        GOOD[:-1],
        GOOD + b"\n",
        b" " + GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        GOOD.replace(b'"number":1', b'"number": 1'),
        GOOD.replace(b'"mass_change":false', b'"mass_change":false,"mass_change":false'),
        GOOD.replace(b"gate", b"\\u0067ate"),
        GOOD.replace(b"gate", b"\\ud800"),
        GOOD.replace(b'"number":1', b'"number":' + b"9" * 5000),
        GOOD.replace(b'"number":1', b'"number":NaN'),
        json.dumps(json.loads(GOOD)).encode() + b"\n",
    ],
)
def test_bytes_that_are_no_entry(data: bytes) -> None:
    with pytest.raises(Malformed):
        parsed(data)


def test_what_would_not_be_read_is_not_written() -> None:
    with pytest.raises(Malformed):
        written(entry(1)._replace(tool="a b"))
