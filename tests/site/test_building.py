"""Built sites: the same bytes wherever and whenever, replaced as a whole, and not made twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helpers.repos import surroundings
from tests.site.conftest import DAY, built
from vendorbook.model import CannotJudge
from vendorbook.site.asked import Asked
from vendorbook.site.building import STAMP
from vendorbook.site.sums import SUMS, write_zip, wrong_sums

ODD = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}


def digests(top: Path) -> dict[str, str]:
    files = sorted(path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def run(root: Path, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    given = (
        surroundings() | {"PYTHONPATH": os.fspath(ROOT / "tooling"), "XDG_CACHE_HOME": f"{root}-cache"} | (env or {})
    )
    command = [sys.executable, "-m", "vendorbook", "site", *arguments]
    return subprocess.run(command, cwd=root, env=given, capture_output=True, text=True, check=False, timeout=300)


def test_the_bytes_are_the_same_in_another_folder_time_zone_and_locale(
    site_dir: Path, register: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "else where" / "登錄冊"
    shutil.copytree(register, elsewhere)
    done = run(elsewhere, "build", "--as-of", DAY.isoformat(), "--site-dir", "out", "--no-cache", env=ODD)

    assert done.returncode == 0, done.stderr
    here, there = digests(site_dir), digests(elsewhere / "out")
    assert here.keys() == there.keys()
    assert [path for path in here if here[path] != there[path]] == []


def test_the_commit_and_its_work_tree_make_the_same_pages(site_dir: Path, register: Path, tmp_path: Path) -> None:
    done = run(register, "build", "--at", "HEAD", "--as-of", DAY.isoformat(), "--site-dir", str(tmp_path / "out"))

    assert done.returncode == 0, done.stderr
    here, there = digests(site_dir), digests(tmp_path / "out")
    assert [path for path in here if here[path] != there[path]] == []


def test_every_file_has_its_sum(site_dir: Path) -> None:
    said = dict(line.split("  ", 1)[::-1] for line in (site_dir / SUMS).read_text("utf-8").splitlines())
    found = digests(site_dir)

    assert said == {path: digest for path, digest in found.items() if path != SUMS}
    assert wrong_sums(site_dir) == []


def test_what_has_not_changed_is_not_made_again(register: Path, site_dir: Path, tmp_path: Path) -> None:
    target = built(register, tmp_path / "site")
    before = (target / "index.html").stat().st_mtime_ns
    built(register, target)
    assert (target / "index.html").stat().st_mtime_ns == before

    (target / "index.html").write_text("something else")
    built(register, target)
    assert digests(target) == digests(site_dir)


def test_another_day_is_another_site(register: Path, site_dir: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    shutil.copytree(site_dir, target)
    from datetime import timedelta

    built(register, target, day=DAY + timedelta(days=1))
    assert json.loads((target / STAMP).read_text())["as_of"] == "2027-03-16"


def test_a_folder_with_something_else_is_left_alone(register: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CannotJudge):
        built(register, tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_link_is_not_followed(register: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(CannotJudge):
        built(register, tmp_path / "link")


def test_the_archive_is_the_same_each_time(site_dir: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(site_dir, copy)
    for path, name in ((site_dir, "one.zip"), (copy, "other.zip")):
        write_zip(path, tmp_path / name)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_nothing_of_the_machine_is_in_it(site_dir: Path, register: Path) -> None:
    for path in site_dir.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".js", ".csv", ".ics", ".atom"):
            text = path.read_text("utf-8")
            assert str(register) not in text, path
            assert "vendorbook-site-" not in text, path


def test_a_site_is_looked_over_by_command(site_dir: Path, register: Path, tmp_path: Path) -> None:
    assert run(register, "check", str(site_dir)).returncode == 0
    broken = tmp_path / "site"
    shutil.copytree(site_dir, broken)
    (broken / "waivers.html").unlink()
    done = run(register, "check", str(broken))

    assert done.returncode == 1
    assert "waivers.html" in done.stdout


def test_a_language_alone_stands_at_the_top_and_leads_to_no_other(register: Path, tmp_path: Path) -> None:
    lang = "en"  # which stands below the other else
    target = built(register, tmp_path / "site", Asked(languages=(lang,)))
    page = (target / "index.html").read_text("utf-8")

    assert f'<html lang="{lang}' in page
    assert "hreflang" not in page
    assert not (target / "en").exists()
    assert (target / "api/v1/register.json").is_file()
    assert (target / "register.xlsx").is_file()
    assert run(register, "check", str(target)).stdout == ""


def test_an_address_of_the_repository_has_to_be_https(register: Path, tmp_path: Path) -> None:
    done = run(register, "build", "--repository", "javascript:x", "--site-dir", str(tmp_path / "out"))

    assert done.returncode == 2
    assert not (tmp_path / "out").exists()
