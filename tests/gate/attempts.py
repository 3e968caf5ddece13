"""What somebody tries with a change: what they edit, who they are, and which policies refuse it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.gate.edits import (
    APPROVER,
    DAY,
    KITE,
    LAST,
    OTHER,
    OWNER,
    RECORD,
    Edit,
    added,
    assessment,
    edited,
    file,
    moved,
    narrower,
    reassessed,
    removed,
    swapped,
    together,
    wider,
)

ASSESSED = "scope-change-is-assessed-again"
ON_DISK = "scope-is-the-one-assessed"


class Attempt(NamedTuple):
    """A change, and the policies whose errors it brings: none of them where it is an honest one.

    `first` is merged before it, without anybody looking. `then` are further changes, each judged when the one before it
    is merged; the policies are those of the last, and nothing may be wrong with the others. Where `others_may_be_found`, an
    attempt breaks more than it means to.
    """

    name: str
    edit: Edit
    refused_by: tuple[str, ...] = ()
    first: Edit | None = None
    then: tuple[Edit, ...] = ()
    by: str = OWNER
    message: str = "a change"
    flags: tuple[str, ...] = ()
    as_of: str = "2026-11-22"
    others_may_be_found: bool = False


def _approved(by: str, on: str = DAY) -> str:
    return f"{{reported_on: {on}, approved_on: {on}, approved_by: {by}}}"


def _without_grant(text: str) -> str:
    begin = text.index("    - id: dev-vpn")
    return text[:begin] + text[text.index("    - id: ", begin + 1) :]


AUDIT = "vendors/kite-systems/order-routing/journal/2026-04-21-audit.yaml"
EVIDENCE = f"{KITE}/evidence/proposal.pdf"
SUPPLIER = "vendors/kite-systems/supplier.yaml"
PEOPLE = "policies/people.yaml"
ANYTHING: Callable[[str], str] = added("\n# a remark\n")


# fmt: off
SCOPE = [
    Attempt("a change of scope with its assessment", reassessed()),
    Attempt("a remark in the scope", edited(RECORD, swapped("  trading_host: true", "  trading_host: true # as ever"))),
    Attempt("the scope laid out anew", edited(RECORD, swapped("  trading_host: true\n  real_time_quotes: false", "  real_time_quotes: false\n  trading_host: true"))),
    Attempt("the scope there and back, each time assessed", reassessed(day="2026-11-16"), then=(reassessed(narrower, day="2026-11-18", supersedes="journal/2026-11-16-risk-assessment"),)),
    Attempt("an assessment although nothing has changed", assessment(trigger="periodic")),
    Attempt("a change of scope without an assessment", edited(RECORD, wider), (ASSESSED, ON_DISK)),
    Attempt("the scope back again, without an assessment", reassessed(), (ASSESSED, ON_DISK), then=(edited(RECORD, narrower),)),
    Attempt("an assessment of another scope", together(assessment(), edited(RECORD, wider)), (ASSESSED, ON_DISK), others_may_be_found=True),
    Attempt("the scope back, with the old assessment for a reason", reassessed(), (ASSESSED, ON_DISK), then=(together(edited(RECORD, narrower), edited(f"{KITE}/{LAST}.yaml", ANYTHING)),), others_may_be_found=True),
    Attempt("an assessment of today, for an older one's scope", reassessed(scope_digest="sha256:" + "0" * 64), (ASSESSED, ON_DISK)),
    Attempt("an assessment of another occasion", reassessed(trigger="periodic"), (ASSESSED, "changed-scope-is-assessed-as-one")),
    Attempt("an assessment dated ahead", reassessed(day="2026-11-23"), (ASSESSED, ON_DISK, "added-entry-is-not-dated-ahead")),
    Attempt("an assessment dated back by a year", reassessed(day="2025-11-16"), ("new-assessment-is-of-these-days",), others_may_be_found=True),
    Attempt("an assessment dated before the last one", reassessed(day="2025-06-02"), ("new-assessment-is-of-these-days",), others_may_be_found=True),
    Attempt("an assessment nobody has approved", reassessed(approval="{reported_on: 2026-11-16}"), ("new-assessment-is-approved-by-another", "assessment-approval-is-stated", ON_DISK)),
    Attempt("an approval to come", reassessed(approval=_approved(APPROVER, "2026-11-23")), ("new-assessment-is-approved-by-another", ON_DISK), others_may_be_found=True),
    Attempt("the owner approves as well", reassessed(approval=_approved(OWNER)), ("new-assessment-is-approved-by-another",), others_may_be_found=True),
    Attempt("who approves has written it", reassessed(), ("new-assessment-is-approved-by-another",), by=APPROVER),
    Attempt("who approves has written it, from a second account", reassessed(), ("new-assessment-is-approved-by-another",), by=f"account of {APPROVER}"),
    Attempt("somebody unknown has written it", reassessed(), ("authors-are-known",), by="stranger"),
    Attempt("somebody else leads the assessment", reassessed(led_by=OTHER), ("new-assessment-is-led-by-the-owner",), others_may_be_found=True),
    Attempt("a new owner comes with the scope", together(edited(RECORD, swapped("project_owner: s-0107", "project_owner: s-0108")), reassessed(led_by=OTHER)), ("new-assessment-is-led-by-the-owner",), others_may_be_found=True),
    Attempt("it supersedes nothing", reassessed(supersedes=""), ("new-assessment-follows-the-last", "assessment-supersedes-the-previous-one")),
    Attempt("it supersedes an older one", reassessed(supersedes="journal/2024-01-15-risk-assessment"), ("new-assessment-follows-the-last", "assessment-supersedes-the-previous-one")),
    Attempt("the scope behind a draft", edited(RECORD, wider, swapped("status: active", "status: draft")), (ASSESSED, "status-never-goes-back"), others_may_be_found=True),
    Attempt("the scope behind a record that matches no schema", edited(RECORD, wider, added("\nunknown: true\n")), (ASSESSED, "record-matches-schema")),
    Attempt("the scope in a record that cannot be read", edited(RECORD, wider, added("\nid: twice\n")), ("record-is-readable",)),
    Attempt("a record at fault already, and its scope", edited(RECORD, wider), ("record-matches-schema", ASSESSED), first=edited(RECORD, added("\nunknown: true\n"))),
    Attempt("a record at fault already, mended", edited(RECORD, swapped("\nunknown: true\n", "")), first=edited(RECORD, added("\nunknown: true\n"))),
    Attempt("a correction in place of an assessment", together(edited(RECORD, wider), file(f"{KITE}/journal/2026-11-16-correction.yaml", "x: 1\n")), (ASSESSED, "record-matches-schema"), others_may_be_found=True),
]

APPEND_ONLY = [
    Attempt("evidence is added", file(f"{KITE}/evidence/minutes.txt", "all was well\n")),
    Attempt("an entry is edited", edited(AUDIT, ANYTHING), ("journal-only-grows",)),
    Attempt("an entry is removed", file(AUDIT, None), ("journal-only-grows",), others_may_be_found=True),
    Attempt("an entry is renumbered", moved(AUDIT, AUDIT.replace("04-21", "04-22")), ("journal-only-grows",), others_may_be_found=True),
    Attempt("evidence is exchanged", file(EVIDENCE, b"%PDF-1.7\nanother\n"), ("evidence-only-grows", "evidence-matches-its-digest")),
    Attempt("evidence is exchanged, and its digest", together(file(EVIDENCE, b"%PDF-1.7\nanother\n"), edited(RECORD, swapped("c30f9469e59c19efe9d3de924ec793cf3cfb5f90417b9675b2a780855627d99e", "c28a5b6d9b0b5f9ea7f8f6c5a0dd9a4f4d6a3c7d4c9a5ef1cd8d9d57b3b2a1f0"))), ("evidence-only-grows",), others_may_be_found=True),
    Attempt("evidence is removed", file(EVIDENCE, None), ("evidence-only-grows",), others_may_be_found=True),
    Attempt("evidence becomes a pointer to a large file", file(EVIDENCE, "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"), ("evidence-only-grows", "record-is-readable"), others_may_be_found=True),
    Attempt("an entry of the supplier is edited", edited("vendors/kite-systems/journal/2026-02-12-diversification.yaml", ANYTHING), ("journal-only-grows",)),
]

GRANTS = [
    Attempt("a grant is dropped", edited(RECORD, _without_grant), ("grant-is-never-dropped",), others_may_be_found=True),
    Attempt("a grant has another number", edited(RECORD, swapped("- id: dev-vpn", "- id: dev-vpn-2")), ("grant-is-never-dropped",), others_may_be_found=True),
    Attempt("a grant begins on another day", edited(RECORD, swapped("effective_on: 2024-02-05", "effective_on: 2024-02-06")), ("filled-fields-stay",)),
    Attempt("a grant is closed", edited(RECORD, swapped("effective_on: 2024-02-05", "effective_on: 2024-02-05\n      revoked_on: 2026-11-20"))),
]

KEPT = [
    Attempt("an engagement is removed", removed(KITE), ("engagement-is-kept",), others_may_be_found=True),
    Attempt("an engagement is renamed", moved(KITE, "vendors/kite-systems/routing"), ("engagement-is-kept",), others_may_be_found=True),
    Attempt("an engagement moves to another supplier", moved(KITE, "vendors/night-owl/order-routing"), ("engagement-is-kept",), others_may_be_found=True),
    Attempt("a supplier is removed with all it has", removed("vendors/kite-systems"), ("engagement-is-kept", "supplier-is-kept"), others_may_be_found=True),
    Attempt("everything is removed", removed("vendors"), ("engagement-is-kept", "supplier-is-kept", "mass-change-is-declared"), others_may_be_found=True),
    Attempt("the record alone is removed", file(RECORD, None), ("engagement-is-kept", "record-is-readable"), others_may_be_found=True),
    Attempt("an engagement is over, and its retention too", removed("vendors/old-ferry"), as_of="2040-01-01"),
    Attempt("an id is used again", file("vendors/old-ferry/supplier.yaml", "id: old-ferry\n"), ("id-is-never-reused",), first=removed("vendors/old-ferry"), others_may_be_found=True),
    Attempt("a contract's number is filled in again", edited(RECORD, swapped("number: PB-IT-2024-003", "number: PB-IT-2024-004")), ("filled-fields-stay",)),
    Attempt("the day of signing moves", edited(RECORD, swapped("signed_on: 2024-01-26", "signed_on: 2024-01-25")), ("filled-fields-stay",), others_may_be_found=True),
]

HALVES = [
    Attempt("rules alone", edited(PEOPLE, ANYTHING)),
    Attempt("rules and records", together(reassessed(), edited(PEOPLE, ANYTHING)), ("records-and-rules-change-apart",)),
    Attempt("records and a page", together(reassessed(), file("docs/notes.md", "notes\n")), ("records-and-rules-change-apart",)),
    Attempt("records and the gate's workflow", together(reassessed(), file(".github/workflows/gate.yml", "on: push\n")), ("records-and-rules-change-apart",)),
    Attempt("records and settings of git", together(reassessed(), file(".gitattributes", "* -diff merge=union\n")), ("records-and-rules-change-apart",)),
    Attempt("settings of git among the records", file("vendors/kite-systems/.gitattributes", "* -diff\n"), ("record-is-readable",)),
    Attempt("a module that shadows Python's", together(reassessed(), file("secrets.py", "raise SystemExit(0)\n")), ("records-and-rules-change-apart",)),
    Attempt("the policy is loosened with what it would refuse", together(edited(RECORD, wider), edited("policies/article-6/scope-is-the-one-assessed.yaml", swapped("severity: error", "severity: note"))), ("records-and-rules-change-apart", ASSESSED, ON_DISK)),
    Attempt("a waiver comes with what it would cover", together(edited(RECORD, wider), file("policies/waivers/scope.yaml", "id: scope\n")), ("records-and-rules-change-apart", ASSESSED, ON_DISK), others_may_be_found=True),
    Attempt("a check that there is not", edited("policies/article-6/scope-is-the-one-assessed.yaml", swapped("check: scope_is_the_one_assessed", "check: no_such_check")), ("changed-rules-can-judge",)),
    Attempt("the firm's profile is removed", file("policies/firm.yaml", None), ("changed-rules-can-judge",)),
]

SANITY = [
    Attempt("claims of a review", reassessed(), ("reserved-trailers-are-left-alone",), message="A change\n\nReviewed-by: 礁明鑑"),
    Attempt("claims of an approval, in full width", reassessed(), ("reserved-trailers-are-left-alone",), message="A change\n\nＡｐｐｒｏｖｅｄ－ｂｙ： s-0106"),
    Attempt("most of the register", lambda files: {path: data + b"# a remark\n" for path, data in files.items() if path.endswith("/engagement.yaml")}, ("mass-change-is-declared",)),
    Attempt("most of the register, and it says so", lambda files: {path: data + b"# a remark\n" for path, data in files.items() if path.endswith("/engagement.yaml")}, flags=("--mass-change",)),
]

ATTEMPTS = [*SCOPE, *APPEND_ONLY, *GRANTS, *KEPT, *HALVES, *SANITY]
