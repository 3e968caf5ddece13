"""Access granted and withdrawn, and how an engagement ends: only what is meant changes in the record."""

from __future__ import annotations

from datetime import date

import pytest

from tests.editing.conftest import RECORD, At
from tests.editing.test_records import LINES, read
from vendorbook.editing import access, ending
from vendorbook.editing.desk import Desk
from vendorbook.model import CannotJudge


def diff(desk: Desk, example_files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """The lines of the record that went, and those that came."""
    before, after = example_files[RECORD].decode().split("\n"), (desk.root / RECORD).read_text("utf-8").split("\n")
    return [each for each in before if each not in after], [each for each in after if each not in before]


def test_a_grant_is_added_at_the_end_and_nothing_else_changes(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    access.grant(desk, LINES, "spare-gate", {"holder": "備品組", "kind": "physical"})
    grant = list(read(desk, RECORD).find("access.grants[]"))[-1]
    assert grant.value == {
        "id": "spare-gate",
        "holder": "備品組",
        "kind": "physical",
        "requested_by": "s-0107",
        "requested_on": "2026-11-22",
        "effective_on": "2026-11-22",
        "expires_on": "2027-12-31",
    }
    gone, come = diff(desk, example_files)
    assert gone == []
    assert come[0] == "    - id: spare-gate"
    with pytest.raises(CannotJudge, match="already"):
        access.grant(desk, LINES, "spare-gate", {})


def test_the_first_grant_takes_the_place_of_none(at: At) -> None:
    desk = at()
    access.grant(desk, "cicada-voice/call-recording", "x", {"holder": "a"})
    assert read(desk, "vendors/cicada-voice/call-recording/engagement.yaml").values("access.grants[].id") == ["x"]


def test_access_is_granted_where_there_is_no_block_for_it(at: At) -> None:
    desk = at()
    access.grant(desk, "paper-crane/website", "x", {"holder": "a"})
    assert read(desk, "vendors/paper-crane/website/engagement.yaml").values("access.grants[].id") == ["x"]


def test_a_grant_is_closed_once(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    access.revoke(desk, LINES, "gateway-change", "2026-11-20")
    assert diff(desk, example_files) == ([], ["      revoked_on: 2026-11-20"])
    assert read(desk, RECORD).values("access.grants[].revoked_on") == ["2026-11-20"]
    with pytest.raises(CannotJudge, match="2026-11-20"):
        access.revoke(desk, LINES, "gateway-change", "2026-11-21")
    with pytest.raises(CannotJudge, match="no grant nobody"):
        access.revoke(desk, LINES, "nobody", "2026-11-21")


def test_a_grant_in_brackets_is_closed_within_them(at: At, example_files: dict[str, bytes]) -> None:
    text = example_files[RECORD].decode()
    start, end = text.index("  grants:\n"), text.index("\noversight:")
    desk = at({RECORD: f"{text[:start]}  grants:\n    - {{id: a, holder: b}} # c\n    # d\n{text[end:]}"})
    access.revoke(desk, LINES, "a", "2026-11-20")
    assert "    - {id: a, holder: b, revoked_on: 2026-11-20} # c\n    # d\n" in (desk.root / RECORD).read_text("utf-8")


def test_the_end(at: At, example_files: dict[str, bytes]) -> None:
    desk = at()
    ending.end(desk, LINES, "ending", {"kind": "termination", "reason": "另覓供應商"})
    root = read(desk, RECORD)
    assert root.text("status") == "ending"
    assert root.plain("exit") == {"kind": "termination", "reason": "另覓供應商", "decided_on": "2026-11-22"}
    gone, come = diff(desk, example_files)
    assert gone == ["status: active"]
    assert come == [
        "status: ending",
        "exit:",
        "  kind: termination",
        "  reason: 另覓供應商",
        "  decided_on: 2026-11-22",
    ]


def test_it_is_gone_on_with_and_never_back(at: At) -> None:
    desk = at()
    ending.end(desk, LINES, "ending", {"kind": "expiry"})
    later = Desk(desk.root, desk.rules, date(2027, 1, 5), "en", "s-0107")
    ending.end(later, LINES, "ended", {"ended_on": "2027-01-04", "kind": "expiry"})
    assert read(desk, RECORD).plain("exit") == {"kind": "expiry", "decided_on": "2026-11-22", "ended_on": "2027-01-04"}
    with pytest.raises(CannotJudge, match="says expiry"):
        ending.end(later, LINES, "ended", {"kind": "rescission"})
    with pytest.raises(CannotJudge, match="cannot go back"):
        ending.end(later, LINES, "ending", {})
