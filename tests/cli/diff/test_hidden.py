"""`diff`: what must not leave the firm is not quoted, and what a record says is text."""

from __future__ import annotations

import json

import pytest

from tests.cli.diff.changes import DAY, FOLDER, FORMS, RECORD, SUPPLIER, Run, edits
from tests.helpers.repos import Repo
from tests.reports.test_hostile_text import HOSTILE

# -- what must not leave the firm ------------------------------------------------------------------------

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


# -- hostile pull requests -------------------------------------------------------------------------------

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
