"""Waivers on the example register: what each covers, and everything that can be wrong with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import AS_OF

from vendorbook.judging import Kept, Rules, Verdict, judge, judge_again
from vendorbook.model import Finding
from vendorbook.repository import Memory

WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"
ENTRY = "vendors/night-owl/soc-monitoring/journal/2026-06-18-risk-assessment.yaml"
WAIVED = "control-is-done-on-time"
AT = "/risks/0/controls/0/due_on"


@pytest.fixture(scope="module")
def register(example_files: dict[str, bytes]) -> dict[str, bytes]:
    return of_one_supplier(example_files)


def of_one_supplier(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The one that has a finding and a waiver for it; all of the rules."""
    return {
        path: data
        for path, data in files.items()
        if not path.startswith("vendors/") or path.startswith("vendors/night-owl/")
        if not path.startswith("policies/waivers/") or path == WAIVER
    }


def changed(files: Mapping[str, bytes], path: str, edits: Mapping[str, str]) -> dict[str, bytes]:
    """The files with texts replaced in one of them, each of which it must have."""
    text = files[path].decode()
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**files, path: text.encode()}


def about_waivers(verdict: Verdict) -> list[Finding]:
    return [each for each in verdict.findings if each.location.path.startswith("policies/waivers/")]


def waiver_of(verdict: Verdict) -> str | None:
    """The waiver that covers the finding that this is all about."""
    [found] = [
        each for each in verdict.findings if (each.policy, each.pointer, each.location.path) == (WAIVED, AT, ENTRY)
    ]
    return found.waiver


def test_a_sound_waiver_marks_its_finding_and_is_not_found_itself(register: dict[str, bytes], rules: Rules) -> None:
    verdict = judge(Memory(register), rules, AS_OF)

    assert waiver_of(verdict) == "soc-log-channel-certificates"
    assert about_waivers(verdict) == []


def test_without_its_waiver_the_finding_counts(register: dict[str, bytes], rules: Rules) -> None:
    verdict = judge(Memory({path: data for path, data in register.items() if path != WAIVER}), rules, AS_OF)

    assert waiver_of(verdict) is None


# -- what is wrong with one ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Fault:
    """Edits of the waiver, and the lines (by their key) that are found with a word of the message."""

    edits: dict[str, str]
    found: tuple[tuple[str, str], ...]
    policy: str = "waiver-is-in-force"


FAULTS = {
    "expired yesterday": Fault(
        {"expires_on: 2027-02-26": "expires_on: 2026-11-21"},
        (("expires_on", "ends on 2026-11-21"),),
    ),
    "a day too long": Fault(
        {"approved_on: 2026-10-20": "approved_on: 2026-08-29"},
        (("expires_on", "more than 180 days"),),
    ),
    "years too long": Fault(
        {"expires_on: 2027-02-26": "expires_on: 2031-10-20"},
        (("expires_on", "more than 180 days"),),
    ),
    "approved by whoever asked": Fault(
        {"requested_by: s-0109": "requested_by: s-0104"},
        (("approved_by", "s-0104, who asked for it"),),
    ),
    "approved by somebody without the role": Fault(
        {"approved_by: s-0104": "approved_by: s-0103"},
        (("approved_by", "no waiver-approver role"),),
    ),
    "approved by nobody known": Fault(
        {"approved_by: s-0104": "approved_by: s-9999"},
        (("approved_by", "no waiver-approver role"),),
    ),
    "for a policy that cannot be waived": Fault(
        {"policy: control-is-done-on-time": "policy: grant-is-withdrawn-when-the-contract-ends"},
        (("policy", "cannot be waived"),),
    ),
    "for itself": Fault(
        {"policy: control-is-done-on-time": "policy: waiver-is-in-force"},
        (("policy", "cannot be waived"),),
    ),
    "for records that cannot be read": Fault(
        {"policy: control-is-done-on-time": "policy: record-is-readable"},
        (("policy", "cannot be waived"),),
    ),
    "for a policy that is not there": Fault(
        {"policy: control-is-done-on-time": "policy: control-is-done"},
        (("policy", "does not exist"),),
    ),
    "for a record that is not there": Fault(
        {"record: night-owl/soc-monitoring": "record: night-owl/soc"},
        (("record", "does not exist"),),
    ),
    "for another record": Fault(
        {"record: night-owl/soc-monitoring": "record: night-owl/penetration-testing"},
        (("pointer", "covers no finding"),),
    ),
    "for another policy": Fault(
        {"policy: control-is-done-on-time": "policy: control-is-assigned"},
        (("pointer", "covers no finding"),),
    ),
    "for another file": Fault(
        {"2026-06-18-risk": "2025-05-06-risk"},
        (("pointer", "covers no finding"),),
    ),
    "for the record's own file, which is meant when none is named": Fault(
        {"file: journal/2026-06-18-risk-assessment.yaml\n": ""},
        (("pointer", "covers no finding"),),
    ),
    "for the neighbour of the place": Fault(
        {"pointer: /risks/0/controls/0": "pointer: /risks/0/controls/1"},
        (("pointer", "covers no finding"),),
    ),
    "for a place below": Fault(
        {"pointer: /risks/0/controls/0": f"pointer: {AT}/0"},
        (("pointer", "covers no finding"),),
    ),
    "for a name that only begins alike": Fault(
        {"pointer: /risks/0/controls/0": "pointer: /risks/0/control"},
        (("pointer", "covers no finding"),),
    ),
    "several at once": Fault(
        {"requested_by: s-0109": "requested_by: s-0103", "approved_by: s-0104": "approved_by: s-0103",
         "expires_on: 2027-02-26": "expires_on: 2027-12-31"},
        (("approved_by", "no waiver-approver role"), ("approved_by", "who asked for it"), ("expires_on", "180 days")),
    ),
    "without a reason": Fault(
        {"reason: |-": "note: |-"},
        (("id", "missing: `reason`"), ("note", "unknown field `note`")),
        "record-matches-schema",
    ),
    "without an end": Fault({"expires_on: 2027-02-26\n": ""}, (("id", "expires_on"),), "record-matches-schema"),
    "with another's name": Fault(
        {"id: soc-log-channel-certificates": "id: exchange-lines-certificate-renewal"},
        (("id", "its file's name: soc-log-channel-certificates"),),
        "record-matches-schema",
    ),
    "not readable": Fault(
        {"approved_by: s-0104": "approved_by: ~"},
        (("approved_by", "there is no value"),),
        "record-is-readable",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_waiver_is_found_and_covers_nothing(name: str, register: dict[str, bytes], rules: Rules) -> None:
    fault = FAULTS[name]
    files = changed(register, WAIVER, fault.edits)
    verdict = judge(Memory(files), rules, AS_OF)
    lines = files[WAIVER].decode().splitlines()
    found = [
        (lines[each.location.line - 1].partition(":")[0].strip(), each.message.en) for each in about_waivers(verdict)
    ]

    assert waiver_of(verdict) is None
    assert [key for key, _ in found] == [key for key, _ in fault.found], found
    assert all(word in said for (_, said), (_, word) in zip(found, fault.found, strict=True)), found
    assert {(each.policy, str(each.severity)) for each in about_waivers(verdict)} == {(fault.policy, "error")}
    assert all(each.waiver is None for each in about_waivers(verdict))


@pytest.mark.parametrize("name", ["expired yesterday", "without a reason", "not readable"])
def test_it_is_found_although_it_was_sound_when_it_was_kept(
    name: str, register: dict[str, bytes], rules: Rules, tmp_path: Path
) -> None:
    files = changed(register, WAIVER, FAULTS[name].edits)
    kept = Kept(str(tmp_path))
    sound, faulty, again = (judge_again(Memory(each), rules, AS_OF, kept) for each in (register, files, files))

    assert about_waivers(sound) == []
    assert about_waivers(faulty) == about_waivers(again) == about_waivers(judge(Memory(files), rules, AS_OF)) != []


# -- when, and how far ---------------------------------------------------------------------------------

DAYS = {
    "the day before its approval": (date(2026, 10, 19), False, []),
    "the day of its approval": (date(2026, 10, 20), True, []),
    "its last day": (date(2027, 2, 26), True, []),
    "the day after": (date(2027, 2, 27), False, ["ends on 2027-02-26"]),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_waiver_counts_from_its_approval_to_its_end(name: str, register: dict[str, bytes], rules: Rules) -> None:
    """Before its approval it is silent: on that day nobody could know of it."""
    as_of, covers, found = DAYS[name]
    verdict = judge(Memory(register), rules, as_of)

    assert (waiver_of(verdict) is not None) == covers
    assert [word for word in found if word in about_waivers(verdict)[0].message.en] == found
    assert len(about_waivers(verdict)) == len(found)


@pytest.mark.parametrize("pointer", [AT, "/risks/0/controls/0", "/risks/0", '""'])
def test_a_waiver_covers_its_place_and_all_below(pointer: str, register: dict[str, bytes], rules: Rules) -> None:
    files = changed(register, WAIVER, {"pointer: /risks/0/controls/0": f"pointer: {pointer}"})
    verdict = judge(Memory(files), rules, AS_OF)

    assert waiver_of(verdict) == "soc-log-channel-certificates"
    assert about_waivers(verdict) == []


def test_a_waiver_for_a_supplier_is_about_its_own_file(register: dict[str, bytes], rules: Rules) -> None:
    files = changed(
        register | {"vendors/night-owl/evidence/iso-9001.pdf": b"exchanged"},
        WAIVER,
        {
            "policy: control-is-done-on-time": "policy: supplier-evidence-matches-its-digest",
            "record: night-owl/soc-monitoring": "record: night-owl",
            "file: journal/2026-06-18-risk-assessment.yaml\n": "",
            "pointer: /risks/0/controls/0": "pointer: /certificates/1",
        },
    )
    verdict = judge(Memory(files), rules, AS_OF)
    [found] = [each for each in verdict.findings if each.policy == "supplier-evidence-matches-its-digest"]

    assert found.waiver == "soc-log-channel-certificates"
    assert about_waivers(verdict) == []


# -- what is not known ---------------------------------------------------------------------------------


def test_a_waiver_is_not_called_unused_while_its_record_cannot_be_judged(
    register: dict[str, bytes], rules: Rules
) -> None:
    """Whoever deleted it then would miss it as soon as the record can be read again."""
    verdict = judge(Memory({**register, ENTRY: register[ENTRY] + b"x: ~\n"}), rules, AS_OF)

    assert "night-owl/soc-monitoring" in verdict.unjudged
    assert about_waivers(verdict) == []


def test_a_faulty_waiver_is_found_although_its_record_cannot_be_judged(
    register: dict[str, bytes], rules: Rules
) -> None:
    files = changed({**register, ENTRY: register[ENTRY] + b"x: ~\n"}, WAIVER, FAULTS["expired yesterday"].edits)

    assert len(about_waivers(judge(Memory(files), rules, AS_OF))) == 1


def test_a_faulty_waiver_is_not_made_sound_by_another_of_its_name(register: dict[str, bytes], rules: Rules) -> None:
    other = WAIVER.replace("waivers/", "waivers/more/")
    files = changed(register, WAIVER, FAULTS["approved by whoever asked"].edits) | {
        other: register[WAIVER].replace(b"controls/0", b"controls/1")
    }
    verdict = judge(Memory(files), rules, AS_OF)

    assert waiver_of(verdict) is None
    assert {each.location.path for each in about_waivers(verdict)} == {WAIVER, other}


def test_what_is_waived_stays_in_the_verdict_without_failing_it(verdict: Verdict) -> None:
    assert {each.waiver: str(each.severity) for each in verdict.findings if each.waiver} == {
        "banyan-networks-certificate-renewal": "warning",
        "exchange-lines-certificate-renewal": "error",
        "soc-log-channel-certificates": "error",
    }
    assert not verdict.at_fault
