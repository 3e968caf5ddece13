"""`policies list`, `coverage` and `test`: the rules, how far they reach, and whether they do what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import POLICY, RECORD, OnDisk
from vendorbook.judging import Rules

Run = Callable[..., Ran]
COUNTS = ("applies", "holds", "fails", "waived", "legacy")
COVERED_ARTICLES = {"A3": 19, "A4": 35, "A5": 7, "A6": 1, "A7": 5, "A8": 7}
"""Articles all of whose obligations have a policy, and how many obligations they have."""


# -- list ----------------------------------------------------------------------------------------------


def test_every_policy_is_listed(rules: Rules, register: OnDisk, vendorbook: Run) -> None:
    data = json.loads(vendorbook("policies", "list", "--format", "json").out)
    text = vendorbook("policies", "list", "--lang", "en").out.splitlines()
    table = vendorbook("policies", "list", "--format", "markdown").out.splitlines()

    assert data["format"] == "vendorbook/policies/v1"
    assert [each["id"] for each in data["policies"]] == list(rules.book.policies)
    assert [line.split()[0] for line in text[1:]] == list(rules.book.policies)
    assert [line.split()[1] for line in table[2:]] == list(rules.book.policies)
    for each in data["policies"]:
        policy = rules.book.policies[each["id"]]
        assert each["obligations"] == list(policy.obligations)
        assert (each["severity"], each["path"], each["check"]) == (str(policy.severity), policy.path, policy.check)
        assert each["title"].keys() == {"zh-TW", "en"}


# -- coverage ------------------------------------------------------------------------------------------


def test_coverage_has_the_shape_that_programs_rely_on(rules: Rules, example_root: Path, vendorbook: Run) -> None:
    ran = vendorbook("policies", "coverage", "--as-of", "2026-11-22", "--format", "json")
    data = json.loads(ran.out)

    assert list(data) == ["format", "as_of", "obligations"]
    assert (data["format"], data["as_of"]) == ("vendorbook/coverage/v1", "2026-11-22")
    assert [each["id"] for each in data["obligations"]] == list(rules.book.obligations)
    for each in data["obligations"]:
        assert list(each) == ["id", "policies", "applies", "holds", "fails", "waived", "legacy", "home_standard"]
        assert each["applies"] == each["holds"] + each["fails"] + each["waived"] + each["legacy"]


@pytest.mark.parametrize("article", COVERED_ARTICLES)
def test_every_obligation_of_the_first_articles_is_covered_and_applies(
    article: str, example_root: Path, vendorbook: Run
) -> None:
    """Covered by a policy that can find something, and the example shows it at work."""
    ran = vendorbook("policies", "coverage", "--as-of", "2026-11-22", "--format", "json")
    of_article = [each for each in json.loads(ran.out)["obligations"] if each["id"].split(".")[0] == article]

    assert len(of_article) == COVERED_ARTICLES[article]
    assert [each["id"] for each in of_article if not each["policies"]] == []
    assert [each["id"] for each in of_article if not each["applies"]] == []
    assert [each["id"] for each in of_article if each["fails"]] == []


def test_an_obligation_that_loses_its_policies_is_uncovered(register: OnDisk, vendorbook: Run) -> None:
    def policies() -> dict[str, list[str]]:
        data = json.loads(vendorbook("policies", "coverage", "--format", "json").out)
        return {each["id"]: each["policies"] for each in data["obligations"] if each["policies"]}

    before = policies()
    for policy in before["A5.4"]:
        register.write({f"policies/article-5/{policy}.yaml": None})
    assert policies().keys() == before.keys() - {"A5.4"}
    said = vendorbook("policies", "coverage", "--lang", "en").out
    assert f"{len(before) - 1} of 74 obligations have a policy" in said


def test_coverage_counts_what_fails_and_what_is_waived(example_root: Path, vendorbook: Run) -> None:
    def of(obligation: str, day: str) -> dict[str, int]:
        data = json.loads(vendorbook("policies", "coverage", "--as-of", day, "--format", "json").out)
        return next(each for each in data["obligations"] if each["id"] == obligation)

    assert of("A3.2a", "2026-11-22")["waived"] == 1
    assert of("A5.4", "2026-11-22")["fails"] == 0
    assert of("A5.4", "2026-12-20")["fails"] >= 1
    assert of("A3.2a", "2027-03-15")["waived"] == 0


def test_coverage_as_text_says_the_same(example_root: Path, vendorbook: Run) -> None:
    data = json.loads(vendorbook("policies", "coverage", "--as-of", "2026-11-22", "--format", "json").out)
    lines = vendorbook("policies", "coverage", "--as-of", "2026-11-22").out.splitlines()[1:]
    for each, line in zip(data["obligations"], lines, strict=False):
        cells = line.split()
        assert cells[0] == each["id"]
        assert [int(cell) for cell in cells[2:7]] == [each[count] for count in COUNTS]


# -- test ----------------------------------------------------------------------------------------------


def test_examples_that_hold(register: OnDisk, vendorbook: Run) -> None:
    ran = vendorbook("policies", "test", "access-reviewed-every-half-year", "grant-is-complete", "--lang", "en")
    assert ran.status == 0
    count, failed = ran.out.split()[0], ran.out.split()[2]
    assert int(count) > 5
    assert failed == "0"


WRONG = {
    # what is done to a policy's examples: what is said
    "a mark too many": (
        b"  pass:\n",
        b'  pass:\n    x: "status: active # <- finding\\n"\n',
        "not found: ",
    ),
    "a mark too few": (b" # <- finding", b"", "not marked: "),
}


@pytest.mark.parametrize("name", WRONG)
def test_examples_that_do_not_hold(name: str, register: OnDisk, vendorbook: Run) -> None:
    old, new, said = WRONG[name]
    assert old in register.original[POLICY]
    register.write({POLICY: register.original[POLICY].replace(old, new)})
    ran = vendorbook("policies", "test", "access-reviewed-every-half-year", "--lang", "en")

    assert ran.status == 1
    assert f"{POLICY}: " in ran.out
    assert said in ran.out


def test_an_example_that_cannot_be_read_is_told_with_its_place(register: OnDisk, vendorbook: Run) -> None:
    broken = register.original[POLICY].replace(b"  pass:\n", b'  pass:\n    mine: "status: ~\\n"\n')
    register.write({POLICY: broken})
    ran = vendorbook("policies", "test", "--lang", "en")

    assert ran.status == 2
    assert f"{POLICY}:" in ran.err
    assert "the example “pass: mine” cannot be read" in ran.err
    assert "engagement.yaml:1:1: there is no value" in ran.err


def test_a_policy_of_the_firm_s_own_is_tried_too(register: OnDisk, vendorbook: Run) -> None:
    """Adding a policy edits no other file."""
    own = register.original[POLICY].replace(b"access-reviewed-every-half-year", b"our-own-review")
    register.write({"policies/house/our-own-review.yaml": own})

    assert "our-own-review" in vendorbook("policies", "list").out
    assert vendorbook("policies", "test", "our-own-review").status == 0
    assert vendorbook("explain", "our-own-review").status == 0
    assert vendorbook("check", "--as-of", "2026-11-22").status == 0


def test_examples_are_there_although_what_is_kept_has_none(register: OnDisk, vendorbook: Run) -> None:
    name = "access-reviewed-every-half-year"
    before = vendorbook("explain", name).out
    vendorbook("check", "--as-of", "2026-11-22")

    assert vendorbook("explain", name).out == before
    assert vendorbook("policies", "test", name).status == 0


def test_nothing_tried_is_not_fine(register: OnDisk, vendorbook: Run) -> None:
    assert vendorbook("policies", "test", "record-is-readable").status == 1


BAD_POLICIES = {
    # a slip in a policy file: the key whose line is told, and what is said
    "a check that there is not": (b"\ncheck: recurs\n", b"\ncheck: recur\n", "check", "no check called recur"),
    "a check outside of the package": (b"\ncheck: recurs\n", b"\ncheck: os.path\n", "check", "check"),
    "a parameter that there is not": (b"  every: P6M", b"  evry: P6M", "  evry", "evry"),
    "an unknown field": (b"\nseverity:", b"\nserverity:", "serverity", "serverity"),
    "an unknown severity": (b"\nseverity: error", b"\nseverity: fatal", "severity", "severity"),
    "a key twice": (b"\nseverity: error", b"\nseverity: error\nseverity: note", "severity: note", "already"),
}


@pytest.mark.parametrize("name", BAD_POLICIES)
def test_a_slip_in_a_policy_is_told_at_its_line(name: str, register: OnDisk, vendorbook: Run) -> None:
    old, new, key, said = BAD_POLICIES[name]
    data = register.original[POLICY].replace(old, new)
    assert data != register.original[POLICY]
    register.write({POLICY: data, RECORD: None})
    line = next(n for n, each in enumerate(data.decode().splitlines(), 1) if each.startswith(key))
    ran = vendorbook("policies", "list", "--lang", "en")

    assert (ran.status, ran.out) == (2, "")
    assert f"{POLICY}:{line}:" in ran.err
    assert said in ran.err
