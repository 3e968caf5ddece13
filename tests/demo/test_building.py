"""The demonstration is the same wherever it is built, and ends as the example is now."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from tests.conftest import AS_OF, ROOT
from tests.demo.conftest import Built, refs
from tests.helpers.repos import Repo, surroundings
from vendorbook import repository
from vendorbook.demo import build, names, story
from vendorbook.demo.building import grown
from vendorbook.demo.material import Material, packaged_material
from vendorbook.demo.repository import Growing
from vendorbook.judging import Rules, judge
from vendorbook.model import CannotJudge, Severity

GOLDEN = Path(__file__).with_name("tips.yaml")
STAND_IN = {
    "policies/rules/twsa.yaml": b"title: stands in for all rules\n",
    "policies/article-5/grant-expires-with-the-contract.yaml": b"severity: error\n",
}
"""The demonstration's ids hold every rule's text; what is golden must not change with each of them."""

ELSEWHERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "Somebody Else",
    "GIT_DIR": "/nowhere",
}
SETTINGS = "[core]\n\tautocrlf = true\n[commit]\n\tgpgsign = true\n[init]\n\tdefaultBranch = trunk\n"


def tips() -> dict[str, str]:
    """For each variant a digest of all its references, without the rules."""
    material = packaged_material()._replace(rules=STAND_IN)
    return {name or "as-told": _digest(grown(name, material)) for name in (None, *names())}


def _digest(growing: Growing) -> str:
    listed = sorted({**growing.refs, "refs/heads/main": growing.tip}.items())
    return sha256("".join(f"{ref} {id}\n" for ref, id in listed).encode()).hexdigest()


def test_the_ids_are_the_same_as_ever() -> None:
    """`python -m tests.demo.test_building` writes them anew, when the story or the example has changed."""
    assert tips() == yaml.safe_load(GOLDEN.read_text("utf-8"))


def test_surroundings_have_no_part_in_it(built: Built, tmp_path: Path) -> None:
    (tmp_path / ".gitconfig").write_text(SETTINGS)
    env = surroundings() | ELSEWHERE | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "tooling")}
    command = "from pathlib import Path; from vendorbook.demo import build; build(Path('an/other place'))"
    subprocess.run([sys.executable, "-c", command], cwd=tmp_path, env=env, check=True)
    assert refs(tmp_path / "an/other place") == refs(built(None))


def test_it_is_a_sound_repository_with_its_files_checked_out(built: Built) -> None:
    repo = Repo(built(None))
    assert repo.git("fsck", "--strict") == ""
    assert repo.git("status", "--porcelain", "--branch") == "## main"
    assert not (built(None) / ".git/logs").exists()


def test_it_ends_as_the_example_is_now(built: Built, example_files: dict[str, bytes]) -> None:
    ends = {path: (built(None) / path).read_bytes() for path in Repo(built(None)).git("ls-files").split("\n")}
    ours = {path for path in example_files if path not in ("policies/people.yaml", "policies/trail.yaml")}
    assert {path for path in ours if ends.get(path) != example_files[path]} == set()
    besides = set(ends) - set(example_files)
    assert besides == {*story.documents(), "README.md"}


def test_it_ends_compliant(built: Built) -> None:
    tree = repository.WorkTree(built(None))
    verdict = judge(tree, Rules(repository.rules_of(tree)), AS_OF)
    assert [each for each in verdict.findings if each.severity == Severity.ERROR and each.waiver is None] == []


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    few = Material(STAND_IN, packaged_material().example)
    done = build(tmp_path / "demo", None, few, lambda *how_far: told.append(how_far))
    assert told == [(number, done.steps) for number in range(1, done.steps + 1)]


@pytest.mark.parametrize("taken", ["a file in it", "a file", "a link"])
def test_a_folder_that_is_taken_is_left_alone(tmp_path: Path, taken: str) -> None:
    folder = tmp_path / "demo"
    if taken == "a file in it":
        folder.mkdir()
        (folder / "mine.txt").write_text("mine")
    elif taken == "a file":
        folder.write_text("mine")
    else:
        (tmp_path / "other").mkdir()
        folder.symlink_to(tmp_path / "other")
    with pytest.raises(CannotJudge, match=r"is not empty|is no folder"):
        build(folder)
    assert not (folder / ".git").exists()


def test_no_private_key_is_written_anywhere(built: Built) -> None:
    """Nor in this repository: the keys are made from sentences."""
    repo = Repo(built(None))
    said = repo.git("log", "--all", "--format=%H", "-S", "PRIVATE KEY", "--", "policies/people.yaml", "README.md")
    assert said == ""
    assert not any(b"PRIVATE KEY" in data for data in packaged_material().example.values())


def test_evidence_and_checkpoints_are_there(built: Built) -> None:
    listed = refs(built(None))
    assert listed.count("refs/tags/checkpoint/") == 2
    assert "refs/heads/evidence" in listed
    first = json.loads(Repo(built(None)).git("show", "evidence:entries/000001.json"))
    assert [review["state"] for review in first["reviews"]] == ["approved", "approved"]


if __name__ == "__main__":
    GOLDEN.write_text(yaml.safe_dump(tips()), "utf-8")
