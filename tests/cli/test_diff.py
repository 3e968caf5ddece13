"""`diff`: a change in words, in real repositories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Ran
from tests.helpers.repos import Repo
from tests.reports.test_hostile_text import HOSTILE
from vendorbook.model import Node
from vendorbook.register import scope_digest
from vendorbook.yaml_source import read

Run = Callable[..., Ran]
Edits = dict[str, str | bytes | None]
DAY = ("--as-of", "2026-11-22")
FORMS = ("text", "markdown", "json")
VAULT = "banyan-cloudworks/backup-vault"
FOLDER = f"vendors/{VAULT}"
RECORD = f"{FOLDER}/engagement.yaml"
SUPPLIER = "vendors/banyan-cloudworks/supplier.yaml"
ASSESSMENT = f"{FOLDER}/journal/2026-08-03-risk-assessment.yaml"
AUDIT = f"{FOLDER}/journal/2026-03-05-audit.yaml"
EVIDENCE = f"{FOLDER}/evidence/restore-trial.txt"
WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Repo:
    repo = Repo(tmp_path_factory.mktemp("start") / "register")
    suppliers = ("vendors/banyan-cloudworks/", "vendors/night-owl/", "policies/", "schemas/")
    repo.commit({path: data for path, data in example_files.items() if path.startswith(suppliers)})
    repo.git("tag", "start")
    return repo


@pytest.fixture
def repo(start: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A clone of it on the branch `change`, with `main` beside it, as the folder one stands in."""
    clone = start.clone(tmp_path / "clone")
    clone.git("checkout", "--quiet", "-b", "change")
    monkeypatch.chdir(clone.path)
    return clone


@pytest.fixture
def told(repo: Repo, example: dict[str, bytes], vendorbook: Run) -> Callable[..., Any]:
    """What is told, as data, of replacing texts in files of the example, and of files as they are given."""

    def tell(*replaced: tuple[str, str, str], files: Edits | None = None, of: str = "main..change") -> Any:
        repo.commit(edits(example, *replaced) | (files or {}))
        ran = vendorbook("diff", of, *DAY, "--format", "json")
        assert (ran.status, ran.err) == (0, "")
        return json.loads(ran.out)

    return tell


def edits(example: dict[str, bytes], *replaced: tuple[str, str, str]) -> Edits:
    texts: dict[str, str] = {}
    for path, old, new in replaced:
        text = texts.get(path, example[path].decode())
        assert old in text
        texts[path] = text.replace(old, new, 1)
    return dict(texts)


def one(told: Any, record: str = VAULT) -> Any:
    return next(each for each in told["records"] if each["record"] == record)


def ways(lines: Any) -> list[tuple[str, str, Any, Any]]:
    return [(each["kind"], each["at"], each["before"], each["after"]) for each in lines]


# -- field by field ------------------------------------------------------------------------------------


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


# -- what a change of the scope calls for --------------------------------------------------------------

NEW = f"{FOLDER}/journal/2026-11-20-risk-assessment.yaml"


def assessed(example: dict[str, bytes], digest: str, approval: str = "approved_on: 2026-11-21") -> str:
    old = example[ASSESSMENT].decode()
    text = old.replace("2026-08-03", "2026-11-20").replace("2025-02-11-risk", "2026-08-03-risk")
    named = next(line for line in old.splitlines() if line.startswith("scope_digest"))
    text = text.replace(named, f"scope_digest: {digest}").replace("residual_risk: low", "residual_risk: medium")
    return text.replace("reported_on: 2026-08-05, approved_on: 2026-08-10", f"reported_on: 2026-11-20, {approval}")


def new_scope(example: dict[str, bytes]) -> tuple[Edits, str]:
    changed = edits(example, (RECORD, "cloud_model: iaas", "cloud_model: saas"))
    scope = top(changed[RECORD]).get("scope")
    assert scope
    return changed, scope_digest(scope)


def top(text: str | bytes | None) -> Node:
    assert isinstance(text, str)
    return read(text.encode(), RECORD).root


def test_without_an_assessment_it_says_what_is_missing(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed))

    assert record["scope"]["before"]["version"] == record["scope"]["after"]["version"] == 2
    assert record["scope"]["before"]["assessed"]
    assert record["scope"]["after"] == {"digest": digest, "version": 2, "assessed": False}
    assert record["assessments"] == []
    assert [each["policy"] for each in record["called_for"] if each["met"]] == []
    assert "scope-is-the-one-assessed" in [each["policy"] for each in record["called_for"]]
    assert "scope-is-the-one-assessed" in [each["policy"] for each in record["missing"]]


def test_with_an_approved_one_it_is_a_new_version_and_the_risk_before_and_after(
    told: Callable[..., Any], example: dict[str, bytes]
) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, digest)}))

    assert record["scope"]["after"] == {"digest": digest, "version": 3, "assessed": True}
    assert record["assessments"] == [
        {"entry": "journal/2026-11-20-risk-assessment", "of_this_scope": True, "approved_on": "2026-11-21"}
    ]
    assert record["risk"] == {"before": "low", "after": "medium"}
    met = [each["policy"] for each in record["called_for"] if each["met"]]
    assert {"scope-is-the-one-assessed", "assessment-supersedes-the-previous-one"} <= set(met)
    assert record["journal"][0]["kind"]["en"] == "Risk assessment"
    assert ("added", "trigger", None, "change-of-service") in ways(record["journal"][0]["facts"])


def test_one_that_nobody_has_approved_settles_nothing(
    told: Callable[..., Any], example: dict[str, bytes], vendorbook: Run
) -> None:
    changed, digest = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, digest, "approved_on: 2026-11-30")}))
    printed = vendorbook("diff", "main..change", *DAY, "--lang", "en").out

    assert record["scope"]["after"]["version"] == 2
    assert not record["scope"]["after"]["assessed"]
    assert record["risk"] == {"before": "low", "after": "low"}
    assert "✗ journal/2026-11-20-risk-assessment" in printed


def test_one_more_of_the_same_scope_is_no_new_version(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    scope = top(example[RECORD].decode()).get("scope")
    assert scope
    record = one(told(files={NEW: assessed(example, scope_digest(scope))}))

    assert [record["scope"][side]["version"] for side in ("before", "after")] == [2, 2]
    assert not record["scope"]["changed"]
    assert record["called_for"] == record["assessments"] == []


def test_one_of_another_scope_is_told_as_such(told: Callable[..., Any], example: dict[str, bytes]) -> None:
    changed, _ = new_scope(example)
    record = one(told(files=changed | {NEW: assessed(example, f"sha256:{'0' * 64}")}))

    assert [each["of_this_scope"] for each in record["assessments"]] == [False]
    assert not record["scope"]["after"]["assessed"]


def test_a_scope_there_and_back_is_a_version_of_its_own(
    repo: Repo, told: Callable[..., Any], example: dict[str, bytes]
) -> None:
    changed, digest = new_scope(example)
    repo.commit(changed | {NEW: assessed(example, digest)})
    scope = top(example[RECORD].decode()).get("scope")
    assert scope
    back = (
        assessed(example, scope_digest(scope)).replace("2026-11-20", "2026-11-22").replace("2026-11-21", "2026-11-22")
    )
    record = one(told(files={RECORD: example[RECORD], NEW.replace("11-20", "11-22"): back}, of="change~1..change"))

    assert [record["scope"][side]["version"] for side in ("before", "after")] == [3, 4]


# -- files that only ever come -------------------------------------------------------------------------


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


# -- what must not leave the firm ----------------------------------------------------------------------

SECRETS = [
    (RECORD, "holder: 榕樹雲工 平台支援組", "holder: 某某某"),
    (RECORD, "{name: 枝繁護, role: 平台資安", "{name: 某某某, role: 平台資安"),
    (SUPPLIER, "name: 根深固", "name: 某某某"),
    (SUPPLIER, '"+886-3-0000-1302"', '"某某某"'),
    ("policies/people.yaml", "name: 帆長遠", "name: 某某某"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("path", "old", "new"), SECRETS, ids=[old for _, old, _ in SECRETS])
def test_a_confidential_value_is_told_as_changed_and_not_quoted(
    path: str, old: str, new: str, form: str, repo: Repo, example: dict[str, bytes], vendorbook: Run
) -> None:
    repo.commit(edits(example, (path, old, new)))
    ran = vendorbook("diff", "main..change", *DAY, "--format", form)

    assert ran.status == 0
    assert "某某某" not in ran.out
    assert old.split(": ", 1)[-1].split(",")[0].strip('"') not in ran.out
    assert ('"confidential": true' if form == "json" else "變更（不公開）") in ran.out


@pytest.mark.parametrize("form", FORMS)
def test_nor_is_one_that_comes_or_goes_with_its_block(
    form: str, repo: Repo, example: dict[str, bytes], vendorbook: Run
) -> None:
    grant = "  grants:\n    - {id: desk, holder: 某某某, kind: logical, purpose: 櫃檯}\n"
    contact = "contacts:\n  - {role: 客服, name: 某某某, email: 某某某}\n"
    repo.commit(edits(example, (RECORD, "  grants:\n", grant), (SUPPLIER, "contacts:\n", contact)))
    ran = vendorbook("diff", "main..change", *DAY, "--format", form)

    assert "櫃檯" in ran.out
    assert "客服" in ran.out
    assert "某某某" not in ran.out
    assert ('"confidential": true' if form == "json" else "新增（不公開）") in ran.out


@pytest.mark.parametrize("form", FORMS)
def test_nor_what_no_schema_knows(form: str, repo: Repo, example: dict[str, bytes], vendorbook: Run) -> None:
    repo.commit(edits(example, (RECORD, "project_owner: s-0109", "project_owner: s-0109\nholders: [某某某]")))
    ran = vendorbook("diff", "main..change", *DAY, "--format", form)

    assert "holders" in ran.out
    assert "某某某" not in ran.out


def test_a_change_cannot_make_a_value_public(repo: Repo, example: dict[str, bytes], vendorbook: Run) -> None:
    schema = "schemas/engagement/access.schema.json"
    text = example[schema].decode().replace('"x-confidential": true,', "")
    repo.commit(edits(example, (RECORD, "holder: 榕樹雲工 平台支援組", "holder: 某某某")) | {schema: text})

    assert "某某某" not in vendorbook("diff", "main..change", *DAY).out


# -- the rules half ------------------------------------------------------------------------------------


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


# -- between which commits -----------------------------------------------------------------------------


@pytest.fixture
def apart(repo: Repo, example: dict[str, bytes]) -> Repo:
    """`main` has gone on since `change` left it."""
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 2000000")))
    repo.git("checkout", "--quiet", "main")
    repo.commit(edits(example, (SUPPLIER, "expires_on: 2028-02-29", "expires_on: 2029-02-28")))
    repo.git("checkout", "--quiet", "change")
    return repo


SPANS = {
    "main..change": ["banyan-cloudworks/backup-vault"],
    "main...change": ["banyan-cloudworks/backup-vault"],
    "main": ["banyan-cloudworks/backup-vault"],
    "main..": ["banyan-cloudworks/backup-vault"],
    "..main": ["banyan-cloudworks"],
    "start..main": ["banyan-cloudworks"],
    "start": ["banyan-cloudworks/backup-vault"],
    "change..start": [],
    "change...main": ["banyan-cloudworks"],
}


@pytest.mark.parametrize("span", SPANS)
def test_what_merging_comes_to_or_what_was_done_since_the_two_went_apart(
    span: str, apart: Repo, vendorbook: Run
) -> None:
    ran = vendorbook("diff", span, *DAY, "--format", "json")

    assert ran.status == 0
    assert [each["record"] for each in json.loads(ran.out)["records"]] == SPANS[span]


def test_nothing_is_said_to_be_nothing(repo: Repo, vendorbook: Run) -> None:
    ran = vendorbook("diff", "main..main", *DAY, "--lang", "en")

    assert ran.status == 0
    assert ran.out.splitlines()[::2] == ["change: nothing changes", "nothing is missing"]


def test_the_work_tree_has_no_say(apart: Repo, vendorbook: Run) -> None:
    before = vendorbook("diff", "main", *DAY)
    apart.write({RECORD: "nothing: of this counts\n", WAIVER: None})

    assert vendorbook("diff", "main", *DAY) == before


def test_a_register_in_a_folder_of_the_repository(
    tmp_path: Path, example: dict[str, bytes], vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repo(tmp_path / "whole")
    wanted = {
        path: data
        for path, data in example.items()
        if not path.startswith("vendors/") or FOLDER in path or path == SUPPLIER
    }
    repo.commit({f"books/{path}": data for path, data in wanted.items()})
    repo.commit({f"books/{RECORD}": example[RECORD].replace(b"iaas", b"saas"), "notes.txt": "x\n"})
    monkeypatch.chdir(repo.path / "books")
    data = json.loads(vendorbook("diff", "main~1", *DAY, "--format", "json").out)

    assert [each["at"] for each in one(data)["differences"]] == ["scope.cloud_model"]
    assert [each["path"] for each in data["others"]] == ["../notes.txt"]


# -- what is asked for ---------------------------------------------------------------------------------


def test_only_what_is_named_is_shown(told: Callable[..., Any], vendorbook: Run) -> None:
    told((RECORD, "amount: 1800000", "amount: 2000000"), (SUPPLIER, "TW\n", "SG\n"), files={"README.md": "x\n"})

    def shown(*names: str) -> list[str]:
        data = json.loads(vendorbook("diff", "main..change", *names, *DAY, "--format", "json").out)
        assert data["others"] == []
        return [each["record"] for each in data["records"]]

    assert shown(VAULT) == [VAULT]
    assert shown("banyan-cloudworks") == ["banyan-cloudworks", VAULT]
    assert shown("night-owl") == []


def test_several_files_are_written_beside_what_is_printed(
    told: Callable[..., Any], vendorbook: Run, tmp_path: Path
) -> None:
    told((RECORD, "amount: 1800000", "amount: 2000000"))
    outputs = [part for form in FORMS for part in ("--output", f"{form}={tmp_path / form}")]

    assert vendorbook("diff", "main", *DAY, *outputs).status == 0
    for form in FORMS:
        wanted = vendorbook("diff", "main", *DAY, "--format", form).out
        assert (tmp_path / form).read_text(encoding="utf-8") == wanted


# -- when it cannot be told ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["main..nowhere"],
        ["nowhere"],
        ["--output=x..main"],
        [""],
        ["main..change", "banyan-cloudworks/backup-vaults"],
        ["main..change", "vendors"],
        ["main..change", "--output", "sarif=x"],
        [],
    ],
)
def test_asked_wrongly(arguments: list[str], repo: Repo, vendorbook: Run) -> None:
    ran = vendorbook("diff", *arguments, *DAY)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_conflict_is_no_change_that_could_be_told(repo: Repo, example: dict[str, bytes], vendorbook: Run) -> None:
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 2000000")))
    repo.git("checkout", "--quiet", "main")
    repo.commit(edits(example, (RECORD, "amount: 1800000", "amount: 1900000")))
    ran = vendorbook("diff", "main..change", *DAY, "--lang", "en")

    assert ran.status == 2
    assert RECORD in ran.err
    assert vendorbook("diff", "main...change", *DAY).status == 0


def test_histories_without_a_commit_in_common(repo: Repo, vendorbook: Run) -> None:
    repo.git("checkout", "--quiet", "--orphan", "other")
    repo.commit({"README.md": "x\n"})

    assert vendorbook("diff", "main...other", *DAY).status == 2
    assert vendorbook("diff", "main..other", *DAY).status == 2


def test_a_shallow_clone_and_a_base_without_rules(
    repo: Repo, tmp_path: Path, vendorbook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit({"README.md": "x\n"})
    shallow = repo.clone(tmp_path / "shallow", "--depth=1")
    assert vendorbook("diff", "HEAD..HEAD", *DAY, "--root", str(shallow.path)).status == 2
    assert vendorbook("diff", "HEAD...HEAD", *DAY, "--root", str(shallow.path)).status == 2

    repo.git("checkout", "--quiet", "--orphan", "bare")
    repo.git("rm", "--quiet", "-r", "--cached", "policies")
    repo.commit_index()
    assert vendorbook("diff", "main..main", *DAY).status == 2


# -- hostile pull requests -----------------------------------------------------------------------------

WRITTEN = [text for name, text in HOSTILE.items() if text.isprintable() and 0 < len(text) < 1000]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", WRITTEN)
def test_what_a_record_says_is_text(
    text: str, form: str, repo: Repo, example: dict[str, bytes], vendorbook: Run
) -> None:
    quoted = json.dumps(f"x {text}", ensure_ascii=False)
    repo.commit(edits(example, (RECORD, "governing_law: 中華民國法律", f"governing_law: {quoted}")))
    ran = vendorbook("diff", "main..change", *DAY, "--format", form)

    assert ran.status == 0
    assert not [line for line in ran.out.split("\n") if line.lstrip().startswith("::")]
    assert "##[" not in ran.out
    assert form != "markdown" or "<script" not in ran.out
    assert "governing" in ran.out


@pytest.mark.parametrize("form", FORMS)
def test_names_that_no_register_has_are_text(form: str, repo: Repo, vendorbook: Run) -> None:
    blob = repo.blob(b"x\n")
    names = [b"vendors/::error::x/y\x1b[31m.yaml", b"::error::x", "\u202egnp.exe".encode(), b"vendors/a\nb/c"]
    repo.index([("100644", blob, name) for name in names] + [("120000", blob, f"{FOLDER}/link.yaml".encode())])
    commit = repo.git("commit-tree", repo.git("write-tree"), "-p", "main", "-m", "odd")
    ran = vendorbook("diff", f"main..{commit}", *DAY, "--format", form)

    assert ran.status == 0
    assert not [line for line in ran.out.split("\n") if line.lstrip().startswith("::")]
    assert "link.yaml" in ran.out
