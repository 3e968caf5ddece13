"""`diff`: what records and rules say, field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cli.diff.changes import AUDIT, DAY, EVIDENCE, FOLDER, RECORD, SUPPLIER, VAULT, WAIVER, Run, one, ways
from tests.helpers.repos import Repo

# -- field by field --------------------------------------------------------------------------------------


def test_it_has_the_shape_that_programs_rely_on(told: Callable[..., Any]) -> None:
    data = told((RECORD, "cloud_model: iaas", "cloud_model: saas"))
    record = one(data)

    assert list(data) == [
        "format", "tool", "as_of", "base", "head", "policy_digest", "records", "rules", "others", "elsewhere",
    ]  # fmt: skip
    assert list(record) == [
        "record", "title", "status", "unread", "differences", "scope", "risk", "assessments", "called_for", "missing",
        "journal", "evidence",
    ]  # fmt: skip
    assert record["differences"] == [
        {
            "kind": "changed",
            "at": "scope.cloud_model",
            "title": {"zh-TW": "服務範圍 › 雲端服務模式", "en": "Scope › Cloud model"},
            "scope": True,
            "confidential": False,
            "before": "iaas",
            "after": "saas",
            "said": {
                "before": {"zh-TW": "基礎架構即服務（iaas）", "en": "infrastructure as a service (iaas)"},
                "after": {"zh-TW": "軟體即服務（saas）", "en": "software as a service (saas)"},
            },
            "fields": [],
        }
    ]


def test_systems_are_named_by_the_inventory_and_people_by_their_ids_alone(told: Callable[..., Any]) -> None:
    record = one(
        told(
            (RECORD, "systems: [backup-vault]", "systems: [backup-vault, order-routing]"),
            (RECORD, "project_owner: s-0109", "project_owner: s-0110"),
        )
    )
    owner, system = record["differences"]

    assert system["said"]["after"] == {"zh-TW": "委託下單系統（order-routing）", "en": "Order routing (order-routing)"}
    assert owner["said"]["after"] == {"zh-TW": "s-0110", "en": "s-0110"}


def test_items_go_by_their_ids_and_a_move_is_nothing_but_within_the_scope(
    told: Callable[..., Any], example: dict[str, bytes]
) -> None:
    text = example[RECORD].decode()
    grants = text[text.index("    - id: platform-support") : text.index("oversight:")]
    first, second = grants.split("    - id: migration-helper")
    moved = f"    - id: migration-helper{second.rstrip()}\n{first.rstrip()}\n\n"
    services = text[text.index("    - {id: object-store") : text.index("  activities:")].splitlines(keepends=True)

    record = one(told((RECORD, grants, moved), (RECORD, "".join(services), "".join(reversed(services)))))

    assert ways(record["differences"]) == [("reordered", "scope.services", None, None)]
    assert record["scope"]["changed"]


def test_comments_and_layout_are_nothing(told: Callable[..., Any], vendorbook: Run) -> None:
    record = one(told((RECORD, "cloud_model: iaas", "cloud_model: 'iaas' # infrastructure")))

    assert record["differences"] == []
    assert not record["scope"]["changed"]
    assert "內容未變" in vendorbook("diff", "main..change", *DAY).out


def test_a_new_engagement_is_told_by_its_scope(repo: Repo, told: Callable[..., Any], vendorbook: Run) -> None:
    copy = f"{FOLDER}-two/engagement.yaml"
    text = (repo.path / RECORD).read_text().replace("id: backup-vault\n", "id: backup-vault-two\n", 1)
    record = one(told(files={copy: text}), f"{VAULT}-two")
    printed = vendorbook("diff", "main..change", *DAY, "--lang", "en").out

    assert record["status"] == "added"
    assert {each["kind"] for each in record["differences"]} == {"added"}
    assert f"{VAULT}-two Off-site backup in the cloud [added]" in printed
    assert "+ Cloud model: infrastructure as a service (iaas) [scope]" in printed
    assert "+ Contract: " in printed
    assert "PB-IT-2025-006" not in printed


def test_suppliers_are_told_too(told: Callable[..., Any]) -> None:
    record = one(told((SUPPLIER, "expires_on: 2028-02-29", "expires_on: 2029-02-28")), "banyan-cloudworks")

    assert ways(record["differences"]) == [
        ("changed", "certificates[iso-27001].expires_on", "2028-02-29", "2029-02-28")
    ]
    assert record["scope"] is None


# -- files that only ever come ---------------------------------------------------------------------------


def test_entries_and_evidence_that_are_not_what_they_were_are_told_plainly(
    told: Callable[..., Any], example: dict[str, bytes], vendorbook: Run
) -> None:
    follow_up = f"{FOLDER}/journal/2025-03-28-follow-up.yaml"
    renamed = follow_up.replace("03-28", "03-29")
    record = one(
        told(
            (AUDIT, "competence: ", "competence: 另有 "),
            files={follow_up: None, renamed: example[follow_up], EVIDENCE: None, f"{FOLDER}/evidence/new.txt": "x\n"},
        )
    )
    printed = vendorbook("diff", "main..change", *DAY, "--lang", "en").out

    assert [(each["status"], each["was"]) for each in record["journal"]] == [("renamed", follow_up), ("changed", None)]
    assert [each["at"] for each in record["journal"][1]["differences"]] == ["competence"]
    assert [(each["status"], each["path"]) for each in record["evidence"]] == [
        ("added", f"{FOLDER}/evidence/new.txt"), ("removed", EVIDENCE),
    ]  # fmt: skip
    assert record["evidence"][0]["sha256"] == "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac"
    assert f"! {AUDIT} is edited" in printed
    assert f"! {EVIDENCE} is removed" in printed
    assert f"! {follow_up} is renamed to {renamed}" in printed


def test_a_file_that_nobody_can_read_is_told_as_such(told: Callable[..., Any]) -> None:
    record = one(told(files={RECORD: "a: &x 1\n", AUDIT: "a: &x 1\n"}))

    assert record["unread"]
    assert [each["unread"] for each in record["journal"]] == [True]
    assert record["differences"] == []
    assert "record-is-readable" in [each["policy"] for each in record["missing"]]


# -- the rules half --------------------------------------------------------------------------------------


def test_rules_are_told_by_id_and_waivers_by_what_they_cover(told: Callable[..., Any], vendorbook: Run) -> None:
    policy, schema = "policies/article-5/access-reviewed-every-half-year.yaml", "schemas/engagement/scope.schema.json"
    data = told(
        (policy, "every: P6M", "every: P1Y"),
        (schema, '"maxItems": 30', '"maxItems": 40'),
        ("policies/people.yaml", "roles: [board]", "roles: [board, security]"),
        files={WAIVER: None, "README.md": "read me\n"},
    )
    printed = vendorbook("diff", "main..change", *DAY, "--lang", "en").out
    rules = {each["path"]: each for each in data["rules"]}

    assert data["records"] == []
    assert ("changed", "with.every", "P6M", "P1Y") in ways(rules[policy]["differences"])
    assert ways(rules[schema]["differences"]) == [("changed", "properties.services.maxItems", 30, 40)]
    assert ways(rules["policies/people.yaml"]["differences"]) == [("added", "people[s-0102].roles[]", None, "security")]
    assert rules[WAIVER]["status"] == "removed"
    assert "waives control-is-done-on-time of night-owl/soc-monitoring" in printed
    assert "until 2027-02-26" in printed
    assert [each["path"] for each in data["others"]] == ["README.md"]


def test_both_halves_at_once_are_told_first(told: Callable[..., Any], vendorbook: Run) -> None:
    told((RECORD, "cloud_model: iaas", "cloud_model: saas"), files={WAIVER: None})

    assert "records and rules change together" in vendorbook("diff", "main..change", *DAY, "--lang", "en").out
