"""The wheel, in a register that has nothing but its records and what its firm alone can say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.helpers.repos import surroundings, write
from tests.starting.answering import options
from vendorbook.demo import build as build_demo
from vendorbook.starting import material

pytest.importorskip(
    "hatchling", reason="NOBODY LOOKED AT THE WHEEL: building one needs hatchling (pip install '.[dev]' hatchling)"
)

OF_THE_FIRM = (
    "policies/firm.yaml",
    "policies/systems.yaml",
    "policies/people.yaml",
    "policies/trail.yaml",
    "policies/waivers/",
)
CHECK = ("check", "--as-of", "2026-11-22", "--format", "json", "--no-cache")


def build(source: Path, kind: str, into: Path) -> Path:
    """What hatchling makes of a source tree."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(into)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = into.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(build(ROOT, "wheel", tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as pip would."""
    folder = tmp_path_factory.mktemp("site-packages")
    wheel.extractall(folder)
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, example_files: dict[str, bytes]) -> Path:
    """A register without schemas and policies."""
    own = {path: data for path, data in example_files.items() if path.startswith(("vendors/", *OF_THE_FIRM))}
    write(tmp_path / "register", dict(own))
    return tmp_path / "register"


def run(installed: Path, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1", "VENDORBOOK_LANG": "en"}
    command = [sys.executable, "-P", "-m", "vendorbook", *arguments]
    return subprocess.run(command, cwd=where, env=env, capture_output=True, text=True, check=False)


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.stdout, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_it_is_the_wheel_that_runs(installed: Path, elsewhere: Path) -> None:
    """Else all that follows would say nothing: this Python has the checkout installed."""
    env = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-c", "import vendorbook; print(vendorbook.__file__)"]
    done = subprocess.run(command, cwd=elsewhere, env=env, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_packaged_rules_judge_as_those_of_the_checkout(
    installed: Path, elsewhere: Path, tmp_path: Path, example_files: dict[str, bytes]
) -> None:
    """The same files, so the same digest, the same waivers, and the same findings."""
    write(tmp_path / "whole", dict(example_files))
    done = run(installed, elsewhere, *CHECK)

    assert done.returncode == 0, done.stderr
    assert findings(done)["counts"] == {"error": 0, "warning": 0, "note": 21, "waived": 3}
    assert findings(done) == findings(run(installed, tmp_path / "whole", *CHECK))


def test_what_is_broken_is_found_there_too(installed: Path, elsewhere: Path) -> None:
    supplier = elsewhere / "vendors/paper-crane/supplier.yaml"
    supplier.write_bytes(supplier.read_bytes() + b"notes: x\n")
    done = run(installed, elsewhere, *CHECK)

    assert done.returncode == 1
    errors = [each for each in findings(done)["findings"] if each["severity"] == "error"]
    assert [each["path"] for each in errors if each["waiver"] is None] == ["vendors/paper-crane/supplier.yaml"]


def test_a_policy_of_the_house_is_added_to_the_packaged_ones(
    installed: Path, elsewhere: Path, example_files: dict[str, bytes]
) -> None:
    policy = example_files["policies/article-5/grant-is-complete.yaml"].replace(b"grant-is-complete", b"our-own")
    write(elsewhere, {"policies/house/our-own.yaml": policy})

    assert run(installed, elsewhere, "policies", "test", "our-own").returncode == 0
    assert "our-own" in run(installed, elsewhere, "policies", "list").stdout
    assert "grant-is-complete" in run(installed, elsewhere, "policies", "list").stdout


def test_without_what_the_firm_says_nothing_is_judged(installed: Path, elsewhere: Path) -> None:
    (elsewhere / "policies/firm.yaml").unlink()
    done = run(installed, elsewhere, *CHECK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "policies/firm.yaml" in done.stderr


# -- what is in it -------------------------------------------------------------------------------------


def test_it_carries_the_rules_and_the_example_apart_from_them(
    wheel: zipfile.ZipFile, example_files: dict[str, bytes]
) -> None:
    """What the firm says of itself lies where the demonstration alone looks."""
    carried = {name.removeprefix("vendorbook/data/"): wheel.read(name) for name in wheel.namelist() if "/data/" in name}
    of_the_firm = {path: data for path, data in example_files.items() if path.startswith(("vendors/", *OF_THE_FIRM))}
    rules = {path: data for path, data in example_files.items() if path not in of_the_firm}
    demo = {f"demo/{path}": data for path, data in of_the_firm.items() if path != "policies/trail.yaml"}
    taken = [*material.EVERYWHERE, *material.OF_GITHUB]
    assert carried == rules | demo | {f"starting/{path}": (ROOT / path).read_bytes() for path in taken}


def test_the_demonstration_is_the_same_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "demo", "register")
    assert done.returncode == 0, done.stderr
    here = build_demo(tmp_path / "from the checkout")
    assert f"main at {here.tip[:12]}" in done.stdout
    assert findings(run(installed, tmp_path / "register", *CHECK))["counts"]["error"] == 0


@pytest.fixture(scope="module")
def python(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python in which the wheel is installed, as pip would, beside what it needs; the checkout is not."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, symlinks=True)
    [packages] = place.glob("lib/*/site-packages")
    wheel.extractall(packages)
    needed = sysconfig.get_paths()["purelib"]
    (packages / "needed.pth").write_text(f"{needed}\n")
    return place / "bin" / "python"


@pytest.mark.skipif(sys.platform == "win32", reason="a hook of POSIX")
def test_a_new_register_is_judged_by_the_hook_from_the_first_commit_on(python: Path, tmp_path: Path) -> None:
    """Installed from the wheel, far from this repository, without pre-commit."""

    def vendorbook(*arguments: str) -> subprocess.CompletedProcess[str]:
        return called([os.fspath(python), "-I", "-m", "vendorbook", *arguments], tmp_path)

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        return called(["git", *arguments], tmp_path / "register")

    assert vendorbook("init", "register", *options()).returncode == 0
    [imported] = called(
        [os.fspath(python), "-Ic", "import vendorbook; print(vendorbook.__file__)"], tmp_path
    ).stdout.split()
    assert Path(imported).is_relative_to(python.parents[1])

    first = git("commit", "-m", "The register begins")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "沒有發現問題" in first.stdout + first.stderr

    record = tmp_path / "register/vendors/example-supplier/example-engagement/engagement.yaml"
    record.write_text(record.read_text("utf-8").replace("status: draft", "status: active"), "utf-8")
    refused = git("commit", "-a", "-m", "Begin the service")
    assert refused.returncode == 1
    assert "vendors/example-supplier/example-engagement/engagement.yaml:" in refused.stdout + refused.stderr
    assert git("rev-list", "--count", "HEAD").stdout == "1\n"


def called(command: list[str], where: Path) -> subprocess.CompletedProcess[str]:
    env = surroundings() | {"PYTHONUTF8": "1", "XDG_CACHE_HOME": f"{where}-cache"}
    env.pop("PYTHONPATH", None)
    return subprocess.run(command, cwd=where, env=env, capture_output=True, text=True, check=False, timeout=120)


def test_it_carries_the_package_alone(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"vendorbook"}
    assert "vendorbook/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if "/tests/" in name or name.endswith(".pyc")] == []


def test_it_says_what_it_needs_and_brings_the_command(wheel: zipfile.ZipFile) -> None:
    def text(name: str) -> bytes:
        return wheel.read(next(each for each in wheel.namelist() if each.endswith(f".dist-info/{name}")))

    metadata = message_from_bytes(text("METADATA"))
    assert metadata["Requires-Python"] == ">=3.11"
    assert {"site", "export", "test", "dev"} <= set(metadata.get_all("Provides-Extra", []))
    assert b"vendorbook = vendorbook.cli:main" in text("entry_points.txt")


def test_the_source_distribution_makes_the_same_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    with tarfile.open(build(ROOT, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
    [source] = [place for place in tmp_path.iterdir() if place.name.startswith("vendorbook-")]
    again = zipfile.ZipFile(build(source, "wheel", tmp_path / "again"))
    assert sorted(again.namelist()) == sorted(wheel.namelist())
