"""Rules in which two people are known by the same address, account or key cannot judge; nor does a trail undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorbook.judging import Kept, Rules
from vendorbook.model import CannotJudge
from vendorbook.repository import Memory, rules_of

PEOPLE = "policies/people.yaml"
TRAIL = "policies/trail.yaml"
FIRST = b"emails: [fan.changyuan@paper-boat.example]"
SECOND = b"emails: [lu.jingsheng@paper-boat.example]"
SECOND_ACCOUNT = b'accounts: [{forge: github, id: "999000000102"}]'
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBoatBoatBoatBoatBoatBoatBoatBoatBoatBoatBoatB {comment}"
KEYS = b"keys: [{key: %s, from: 2024-01-01}]"


def keyed(text: bytes, comment: str) -> bytes:
    return text + b"\n    " + KEYS % KEY.format(comment=comment).encode()


SHARED = {
    "an address": [(SECOND, b"emails: [fan.changyuan@paper-boat.example]")],
    "an address in other letters": [(SECOND, b"emails: [x@y.example, FAN.ChangYuan@paper-boat.example]")],
    "an account": [(SECOND_ACCOUNT, b'accounts: [{forge: github, id: "999000000101"}]')],
    "a key under another comment": [(FIRST, keyed(FIRST, "one")), (SECOND, keyed(SECOND, "two"))],
}


def book(files: dict[str, bytes], kept: Kept | None = None) -> object:
    return Rules(rules_of(Memory(files)), kept).book


@pytest.mark.parametrize("name", SHARED)
def test_what_two_people_share(name: str, example: dict[str, bytes]) -> None:
    assert book(example)
    for before, after in SHARED[name]:
        assert example[PEOPLE].count(before) == 1
        example[PEOPLE] = example[PEOPLE].replace(before, after)
    with pytest.raises(CannotJudge, match="s-0102 states the address, account or key of s-0101") as caught:
        book(example)
    assert caught.value.location is not None
    assert caught.value.location.path == PEOPLE
    line = example[PEOPLE].decode().splitlines()[caught.value.location.line - 1]
    assert line.split(":")[0].strip() in ("emails", "accounts", "keys")
    assert "s-0102" in caught.value.message.zh_tw


def test_a_person_may_be_known_by_several_things(example: dict[str, bytes]) -> None:
    example[PEOPLE] = example[PEOPLE].replace(FIRST, b"emails: [a@b.example, A@B.example]")
    example[PEOPLE] = example[PEOPLE].replace(SECOND_ACCOUNT, b'accounts: [{forge: gitlab, id: "999000000101"}]')
    assert book(example)


@pytest.mark.parametrize("address", [b"kite@users.noreply.github.com", b"1-kite@users.noreply.gitlab.com"])
def test_an_address_that_a_forge_hands_out(address: bytes, example: dict[str, bytes]) -> None:
    example[PEOPLE] = example[PEOPLE].replace(FIRST, b"emails: [" + address + b"]")
    with pytest.raises(CannotJudge, match="state the account's id"):
        book(example)


def test_a_forge_that_is_unknown(example: dict[str, bytes]) -> None:
    example[PEOPLE] = example[PEOPLE].replace(SECOND_ACCOUNT, b'accounts: [{forge: GitHub, id: "1"}]')
    with pytest.raises(CannotJudge):
        book(example)


def test_the_trail_is_as_stated_afresh_and_kept(example: dict[str, bytes], tmp_path: Path) -> None:
    fresh, kept = (Rules(rules_of(Memory(example)), Kept(str(tmp_path))).book for _ in range(2))
    for each in (fresh, kept):
        assert each.trail.text("forge.kind") == "github"
        assert each.trail.plain("review.approvals") == 2
    assert list(kept.trail.source.places) == list(fresh.trail.source.places)


def test_a_firm_need_not_state_it(example: dict[str, bytes], tmp_path: Path) -> None:
    with_one = Rules(rules_of(Memory(example))).digest
    del example[TRAIL]
    fresh, kept = (Rules(rules_of(Memory(example)), Kept(str(tmp_path))).book for _ in range(2))
    for each in (fresh, kept):
        assert each.trail.value == {}
        assert each.trail.get("forge") is None
        assert each.trail.location.path == TRAIL
    assert fresh.digest == kept.digest != with_one


FAULTY = {
    "an abbreviated commit": b'start: "abc123"\n',
    "an unknown field": b"starts: 2026\n",
    "nobody's approval": b"review: {approvals: 0, roles: [board]}\n",
    "a role there is not": b"review: {approvals: 1, roles: [intern]}\n",
    "an SSH key as OpenPGP": b"forge: {kind: github, keys: [{kind: openpgp, key: ssh-dss AA, from: 2024-01-01}]}\n",
    "an OpenPGP key as SSH": b"forge: {kind: github, keys: [{kind: ssh, key: PGP, from: 2024-01-01}]}\n",
    "a key without its day": b"forge: {kind: github, keys: [{kind: ssh, key: ssh-ed25519 AAAA}]}\n",
    "a tip without its day": b'known_tips: [{commit: "' + b"a" * 40 + b'"}]\n',
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_trail_that_is_malformed(name: str, example: dict[str, bytes]) -> None:
    example[TRAIL] = FAULTY[name]
    with pytest.raises(CannotJudge) as caught:
        book(example)
    assert caught.value.location is not None
    assert caught.value.location.path == TRAIL
