"""What a pack holds, and that it is the same wherever it is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.helpers.repos import Repo, Written
from tests.pack.conftest import AS_OF, ENGAGEMENT, Files
from vendorbook.judging import Kept
from vendorbook.pack import archive, verify
from vendorbook.pack.contents import contents
from vendorbook.pack.sealing import sealed as with_seals
from vendorbook.trail.opening import Trail


def manifest(files: Files) -> dict[str, object]:
    return json.loads(files[verify.MANIFEST])  # type: ignore[no-any-return]


def test_of_one_engagement_only_its_own_and_its_suppliers_files_and_all_rules(sealed: Files, demo: Path) -> None:
    listed = Repo(demo).git("ls-tree", "-r", "--name-only", "main").splitlines()
    supplier, own = "vendors/kite-systems/", f"vendors/{ENGAGEMENT}/"
    wanted = {path for path in listed if path.startswith((own, "policies/", "schemas/", f"{supplier}supplier.yaml"))}
    wanted |= {path for path in listed if path.startswith((f"{supplier}journal/", f"{supplier}evidence/"))}
    assert {path.removeprefix("register/") for path in sealed if path.startswith("register/")} == wanted
    assert len([path for path in wanted if "/evidence/" in path]) > 3


def test_every_file_is_as_it_is_in_the_commit(sealed: Files, demo: Path) -> None:
    for path in ("vendors/kite-systems/order-routing/engagement.yaml", "policies/firm.yaml"):
        assert sealed[f"register/{path}"].decode() == Repo(demo).git("show", f"main:{path}") + "\n"


def test_what_an_examiner_is_handed(sealed: Files) -> None:
    reports = {path.split(".")[0] for path in sealed if path.startswith("reports/")}
    assert reports == {
        f"reports/{name}"
        for name in (
            "coverage", "due", "evidence", "findings", "journal", "register", "scope-changes", "trail",
            "trail-of-engagement",
        )
    }  # fmt: skip
    assert f"checklists/{ENGAGEMENT}.zh-TW.md" in sealed
    assert json.loads(sealed["reports/findings.json"])["format"] == "vendorbook/findings/v1"
    assert json.loads(sealed["reports/due.json"])["format"] == "vendorbook/due/v1"
    assert json.loads(sealed["reports/coverage.json"])["format"] == "vendorbook/coverage/v1"
    assert json.loads(sealed["reports/trail.json"])["levels"]["T4"] == 79
    said = manifest(sealed)
    assert (said["as_of"], said["engagement"], said["left_out"]) == ("2026-11-22", ENGAGEMENT, [])
    assert {each["record"] for each in json.loads(sealed["reports/findings.json"])["findings"]} <= {
        ENGAGEMENT,
        "kite-systems",
    }


def test_the_bundle_has_main_evidence_checkpoints_and_reviews(sealed: Files, demo: Path) -> None:
    refs, _ = verify.heads(sealed[verify.BUNDLE])
    listed = Repo(demo).git("for-each-ref", "--format=%(objectname) %(refname)").splitlines()
    assert refs == {"HEAD": refs["HEAD"], **{line.split()[1]: line.split()[0] for line in listed}}


def test_the_same_bytes_from_another_clone_that_is_packed_otherwise(
    sealed: Files, packed: Path, demo: Path, kept: Kept, tmp_path: Path
) -> None:
    clone = Repo(demo).clone(tmp_path / "clone")
    clone.git("config", "core.compression", "9")
    clone.git("config", "pack.window", "250")
    clone.git("gc", "--quiet", "--aggressive")
    made = contents(Trail(clone.path, "HEAD", kept), AS_OF, ENGAGEMENT)
    files = with_seals(made.files, None, None)
    without = {path: data for path, data in sealed.items() if path != verify.SIGNATURE}
    assert files == without
    archive.write(tmp_path / "a.zip", files | {verify.SIGNATURE: sealed[verify.SIGNATURE]}, made.when)
    assert (tmp_path / "a.zip").read_bytes() == packed.read_bytes()


def test_the_whole_register_of_the_demonstration_verifies(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "pack.zip")
    made = run(capsys, "export", "pack", "--as-of", "2026-11-22", "--root", str(demo), "--output", place)
    assert (made.status, made.err) == (0, "")
    checked = run(capsys, "verify-pack", place, "--format", "json")
    said = json.loads(checked.out)
    assert (checked.status, said["wrong"], said["engagement"]) == (0, [], None)
    assert said["commit"] == Repo(demo).git("rev-parse", "main")
    assert said["files"] > 900


def test_an_earlier_commit_has_the_later_history_beside_it(demo: Path, kept: Kept) -> None:
    made = contents(Trail(demo, "main~20", kept), AS_OF, ENGAGEMENT)
    said = json.loads(made.files[verify.MANIFEST])
    assert said["commit"] == Repo(demo).git("rev-parse", "main~20") == said["bundle"]["refs"]["HEAD"]
    assert said["bundle"]["refs"]["refs/heads/main"] == Repo(demo).git("rev-parse", "main")
    assert said["trail"]["status"] == 0


# -- registers of other kinds ---------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["sha1", "sha256"])
@pytest.mark.parametrize("folder", ["", "books/it/"])
def test_a_register_of_today_below_a_folder_with_the_tools_rules(
    format: str, folder: str, example_files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No merge yet, so no trail; what no register holds is left out, and told."""
    repo = Written(tmp_path / "register", f"--object-format={format}")
    own = ("vendors/kite-systems/", "policies/firm.yaml", "policies/people.yaml", "policies/systems.yaml")
    files = {f"{folder}{path}": data for path, data in example_files.items() if path.startswith(own)}
    repo.commit({**files, f"{folder}vendors/Odd Name.txt": b"odd", "README.md": b"read"})
    place = str(tmp_path / "pack.zip")
    made = run(capsys, "export", "pack", "--root", str(repo.path / folder), "--as-of", "2026-11-22", "--output", place)
    assert "無變更軌跡" in made.out
    checked = run(capsys, "verify-pack", place, "--lang", "en")
    assert checked.status == 0, checked.out
    assert "vendors/Odd Name.txt is in the commit and in no register: it was left out" in checked.out
    with (tmp_path / "pack.zip").open("rb") as file:
        found = archive.opened(file, "pack.zip")
        assert isinstance(found, archive.Archive)
        assert "rules/policies/rules/twsa.yaml" in found
        assert verify.faults(found, verify.by_git) == []


# -- asked wrongly --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "pack"], "--output"),
        (["export", "pack", "no-such/one", "--output", "{place}"], "no-such/one"),
        (["export", "pack", "kite-systems", "--output", "{place}"], "kite-systems"),
        (["export", "pack", "--at", "no-such", "--output", "{place}"], "no-such"),
        (["export", "pack", "--sign", "{demo}/README.md", "--output", "{place}"], "ssh-keygen"),
        (["export", "pack", ENGAGEMENT, "--timestamp-response", "{demo}/README.md", "--output", "{place}"], "tsq"),
        (["export", "pack", ENGAGEMENT, "--output", "{demo}/README.md/x.zip"], "cannot read or write"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    arguments: list[str], said: str, demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [each.format(demo=demo, place=tmp_path / "pack.zip") for each in arguments]
    ran = run(capsys, *filled, "--root", str(demo), "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_shallow_clone_is_refused(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clone = Repo(demo).clone(tmp_path / "clone", "--depth=3")
    ran = run(capsys, "export", "pack", "--root", str(clone.path), "--output", str(tmp_path / "p.zip"), "--lang", "en")
    assert ran.status == 2
    assert "shallow" in ran.err
