"""What the benchmark measures on is a valid register: a time for finding faults would be another matter."""

from __future__ import annotations

import pytest

from tests.bench.example import AS_OF, Files
from tests.bench.register_of import register_of
from vendorbook import repository
from vendorbook.judging import Rules, Verdict, judge
from vendorbook.register import scope_digest
from vendorbook.repository import Memory
from vendorbook.yaml_source import read


@pytest.fixture(scope="module")
def grown() -> Files:
    return register_of(30)


@pytest.fixture(scope="module")
def judged(grown: Files) -> Verdict:
    snapshot = Memory(grown)
    return judge(snapshot, Rules(repository.rules_of(snapshot)), AS_OF)


def test_it_has_as_many_engagements_as_asked_for(grown: Files) -> None:
    # The last supplier comes with all of its engagements.
    assert 30 <= sum(path.endswith("/engagement.yaml") for path in grown) <= 32


def test_nothing_is_wrong_with_it_but_what_is_waived(judged: Verdict) -> None:
    assert [finding for finding in judged.findings if finding.severity == "error" and not finding.waiver] == []
    assert judged.unjudged == ()


def test_every_waiver_of_it_is_used(grown: Files, judged: Verdict) -> None:
    waivers = sum(path.startswith("policies/waivers/") for path in grown)
    assert len({finding.waiver for finding in judged.findings} - {None}) == waivers > 2


def test_its_assessments_name_the_scopes_that_there_are(grown: Files) -> None:
    """A subcontractor that is a supplier too goes by a new name in every copy."""
    records = {path: read(data, path).root for path, data in grown.items() if path.endswith("/engagement.yaml")}
    named = {path: scope_digest(root.nearest("scope")) for path, root in records.items()}
    assessed = {path: text for path in named if b"scope_digest" in (text := _journal_of(path, grown))}

    assert len(assessed) >= 25
    assert [path for path, text in assessed.items() if named[path].encode() not in text] == []


def _journal_of(record: str, files: Files) -> bytes:
    folder = record.removesuffix("engagement.yaml") + "journal/"
    return b"".join(data for path, data in files.items() if path.startswith(folder))


def test_it_is_judged_by_every_policy_as_the_example_is(grown: Files, judged: Verdict, verdict: Verdict) -> None:
    def applied(of: Verdict) -> set[str]:
        return {policy for policies in of.applied.values() for policy in policies}

    assert applied(judged) == applied(verdict)
