"""A register judged on eleven days of three years gives exactly what was worked out by hand for each of them.

Whatever is dated after the day does not exist yet: entries, corrections, follow-ups, withdrawals and dispositions.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vendorbook.judging import Rules, Verdict, judge
from vendorbook.model import Finding, Node
from vendorbook.register import scope_digest
from vendorbook.repository import Memory
from vendorbook.yaml_source import read

FOLDER = "vendors/river-tools/"
DOCUMENT = f'[{{file: evidence/document.pdf, sha256: "{"0" * 64}"}}]'

CHANGED = "ledger scope-is-the-one-assessed"
F4 = "ledger core-audit-finding-is-closed-on-time 2026-05-31"
ERASE = "ledger exit-steps-are-done-in-time"
SITE_AUDIT, SITE_REPORT = (
    "website audited-every-year 2026-05-20",
    "website service-levels-are-reported-on-time 2026-05-31",
)

BY_HAND = {
    # The first report was due half a year after the first day, a month's last one; it came on 10 August.
    "2024-08-05": [CHANGED, "ledger service-levels-are-reported-on-time 2024-07-31"],
    # f1 was due in October and is closed. The next audit is due on 15 January, the next report on 10 February.
    "2024-12-31": [CHANGED],
    # Half a year since the last audit is over, a year is not. The first plan was due a year after the first day.
    "2025-02-01": [
        CHANGED,
        "ledger core-system-is-audited-as-often-as-stated 2025-01-15 A7.4b",
        "ledger recovery-plan-is-supplied-on-time 2025-01-31",
    ],
    # The scope on record has been approved today. The audit is made up for, the report came on its last day; the
    # plan is there, but nine hours are more than the inventory's eight.
    "2025-03-20": ["ledger recovery-plan-meets-the-inventory"],
    # The incident was known on 5 May: sixty days were over yesterday. f2 is closed later; the new plan is in time.
    "2025-07-05": [
        "ledger incident-is-followed-by-an-audit 2025-07-04",
        "ledger core-audit-finding-is-closed-on-time 2025-06-30",
    ],
    # The incident has its audit, which counts as the half-year's. The report was late and is there, with a level that
    # was missed; the website's finding is five days over.
    "2025-09-15": ["ledger missed-level-is-followed-up", "website audit-finding-is-closed-on-time 2025-09-10"],
    # A correction has told what follows from the miss, a follow-up has closed s1. Half a year since the last audit.
    "2026-02-10": ["ledger core-system-is-audited-as-often-as-stated 2026-02-01 A7.4b"],
    # The last day: still no audit, f4 is overdue, what is owed at the end is due today. The next plan (1 July), the
    # next report (27 August) and f3 (30 September) would be due after the end.
    "2026-06-30": [
        "ledger core-system-is-audited-as-often-as-stated 2026-02-01 A7.4b",
        F4,
        SITE_AUDIT,
        SITE_REPORT,
    ],
    # No audit is owed any more, f4 still is. The pass, the confirmation and the source code are a day late.
    "2026-07-01": [
        F4,
        "ledger access-is-stopped-when-the-engagement-ends 2026-06-30",
        "ledger end-of-access-is-confirmed 2026-06-30",
        "ledger nothing-is-left-over 2026-06-30",
        SITE_AUDIT,
        SITE_REPORT,
    ],
    # A follow-up has answered for the pass, none yet for the source code; the erasure was three days late. The
    # website has been audited on 1 August, and has not reported.
    "2026-08-04": [F4, "ledger nothing-is-left-over", ERASE, SITE_REPORT],
    # The source code is answered for, the website's report has come.
    "2027-01-15": [F4, ERASE],
}


@pytest.fixture(scope="module")
def files(example_files: dict[str, bytes]) -> dict[str, bytes]:
    """The register of the table, under the repository's own rules."""
    described = read(Path(__file__).with_name("as_of_register.yaml").read_bytes(), "as_of_register.yaml").root
    told = {FOLDER + str(each.key): str(each.value).replace("DOCUMENT", DOCUMENT) for each in described.fields()}
    digests = {name: scope_digest(_scope(told, name)) for name in ("ledger", "website")}
    rules = {path: data for path, data in example_files.items() if path.startswith(("policies/", "schemas/"))}
    own = {path: text.replace("DIGEST", digests.get(path.split("/")[2], "")).encode() for path, text in told.items()}
    return {path: data for path, data in rules.items() if not path.startswith("policies/waivers/")} | own


def _scope(told: dict[str, str], name: str) -> Node:
    scope = read(told[f"{FOLDER}{name}/engagement.yaml"].encode(), "engagement.yaml").root.get("scope")
    assert scope is not None
    return scope


def judged(files: dict[str, bytes], rules: Rules, day: str) -> Verdict:
    verdict = judge(Memory(files), rules, date.fromisoformat(day))
    assert verdict.unjudged == ()
    return verdict


def said(finding: Finding) -> str:
    """The engagement, the policy, the day it was due, and the obligation where the policy has several."""
    due = f" {finding.due}" if finding.due else ""
    narrowed = " A7.4b" if finding.obligations == ("A7.4b",) and finding.policy.startswith("core-system") else ""
    return f"{finding.record.split('/')[1]} {finding.policy}{due}{narrowed}"


@pytest.mark.parametrize("day", BY_HAND)
def test_on_each_day_it_is_found_what_was_worked_out_by_hand(day: str, files: dict[str, bytes], rules: Rules) -> None:
    folders = ("policies/article-6/", "policies/article-7/", "policies/article-8/")
    found = judged(files, rules, day).findings
    ours = [each for each in found if rules.book.policies[each.policy].path.startswith(folders)]

    assert sorted(map(said, ours)) == sorted(BY_HAND[day])


def test_what_would_fall_due_after_the_end_is_not_listed(files: dict[str, bytes], rules: Rules) -> None:
    upcoming = judged(files, rules, "2026-06-20").upcoming
    of_the_ledger = {said(each) for each in upcoming if each.record.endswith("/ledger")}

    assert of_the_ledger == {
        "ledger access-is-stopped-when-the-engagement-ends 2026-06-30",
        "ledger end-of-access-is-confirmed 2026-06-30",
        "ledger nothing-is-left-over 2026-06-30",
        "ledger exit-steps-are-done-in-time 2026-07-31",
    }
