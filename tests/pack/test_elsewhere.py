"""A pack on another machine: by the wheel, outside of any repository, and by its own instructions without the tool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pack.conftest import SIGNER, Files, flipped
from tests.test_wheel import build, run
from vendorbook.pack import verify

PLAIN_PYTHON = Path(sys.base_prefix) / "bin/python3"
ONLY = ("git", "sha256sum", "sh")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site-packages")
    zipfile.ZipFile(build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))).extractall(folder)
    return folder


def test_the_wheel_checks_a_copy(installed: Path, sealed: Files, packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    shutil.copy(packed, copy)
    (tmp_path / "allowed").write_text(f"firm {SIGNER.public_key}\n")
    done = run(installed, tmp_path, "verify-pack", "copy.zip", "--allowed-signers", "allowed")
    assert (done.returncode, done.stderr) == (0, "")
    assert "signed by firm" in done.stdout

    data, path = packed.read_bytes(), "register/vendors/kite-systems/order-routing/engagement.yaml"
    copy.write_bytes(flipped(data, data.index(sealed[path]) + 100))
    done = run(installed, tmp_path, "verify-pack", "copy.zip")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"{path}: ")


def test_the_wheel_packs_what_the_checkout_packs(installed: Path, demo: Path, packed: Path, tmp_path: Path) -> None:
    asked = ("--as-of", "2026-11-22", "--root", str(demo), "--output", "pack.zip")
    done = run(installed, tmp_path, "export", "pack", "kite-systems/order-routing", *asked)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "pack.zip") as theirs, zipfile.ZipFile(packed) as ours:
        assert theirs.read(verify.SUMS) == ours.read(verify.SUMS)


# -- with git and Python alone --------------------------------------------------------------------------


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(packed) as file:
        file.extractall(tmp_path / "PACK")
    return tmp_path / "PACK"


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """An environment with git, Python (its standard library alone) and sha256sum, and nothing else."""
    found = {name: shutil.which(name) for name in ONLY} | {"python3": str(PLAIN_PYTHON)}
    (tmp_path / "bin").mkdir()
    for name, place in found.items():
        if place is None or not Path(place).exists():
            pytest.skip(f"there is no {name}")
        (tmp_path / "bin" / name).symlink_to(place)
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), "GIT_CONFIG_GLOBAL": os.devnull}


def blocks(text: bytes) -> list[str]:
    return [block for language, block in _BLOCK.findall(text.decode()) if language == "sh"]


@pytest.mark.parametrize("language", ["en", "zh-TW"])
def test_the_instructions_can_be_followed(language: str, unpacked: Path, bare: dict[str, str]) -> None:
    steps = blocks((unpacked / f"VERIFY.{language}.md").read_bytes())
    assert len(steps) == 2
    for step in steps:
        done = subprocess.run(["/bin/sh", "-ec", step], cwd=unpacked, env=bare, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert not list(unpacked.rglob("__pycache__"))


def test_both_languages_give_the_same_commands(sealed: Files) -> None:
    zh_tw, en = (sealed[f"VERIFY.{language}.md"] for language in ("zh-TW", "en"))
    assert _BLOCK.findall(zh_tw.decode()) == _BLOCK.findall(en.decode())
    assert b"{{" not in zh_tw + en


def script(unpacked: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(PLAIN_PYTHON), "-I", "verify.py", *arguments]
    return subprocess.run(command, cwd=unpacked, env=env, capture_output=True, text=True, check=False)


CHANGES = {
    "register/vendors/kite-systems/order-routing/engagement.yaml": lambda place: place.write_bytes(b"x"),
    "git/register.bundle": lambda place: place.write_bytes(flipped(place.read_bytes(), 5000)),
    "reports/due.json": lambda place: place.unlink(),
    "reports/more.md": lambda place: place.write_bytes(b"x"),
    "reports/link": lambda place: place.symlink_to("/etc/passwd"),
    "SHA256SUMS.tsq": lambda place: place.write_bytes(b"x"),
}


@pytest.mark.parametrize("path", CHANGES)
def test_the_script_of_the_pack_names_what_was_changed(path: str, unpacked: Path, bare: dict[str, str]) -> None:
    CHANGES[path](unpacked / path)
    done = script(unpacked, bare)
    assert (done.returncode, done.stderr) == (1, "")
    assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {path}


def test_a_module_that_somebody_put_beside_the_script_is_not_run(unpacked: Path, bare: dict[str, str]) -> None:
    (unpacked / "json.py").write_text("raise SystemExit(0)\n")
    done = script(unpacked, bare)
    assert (done.returncode, done.stdout.partition(":")[0]) == (1, "json.py")


def test_settings_of_the_machine_have_no_say(unpacked: Path, bare: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".gitconfig").write_text("[core]\n\thooksPath = /nowhere\n[fsck]\n\tskipList = /nowhere\n")
    done = script(unpacked, bare | {"GIT_DIR": "/nowhere", "GIT_CONFIG_GLOBAL": str(tmp_path / ".gitconfig")})
    assert (done.returncode, done.stderr) == (0, "")


def test_without_git_or_a_pack_nothing_is_said(unpacked: Path, bare: dict[str, str], tmp_path: Path) -> None:
    assert script(unpacked, bare | {"PATH": str(tmp_path)}).returncode == 2
    assert script(unpacked, bare, str(tmp_path)).returncode == 2


@pytest.mark.parametrize(
    ("file", "status"), [("no-such.zip", 2), (".", 2), ("VERIFY.en.md", 1), ("SHA256SUMS", 1), ("manifest.json", 1)]
)
def test_the_status_of_what_is_no_pack(file: str, status: int, installed: Path, unpacked: Path) -> None:
    done = run(installed, unpacked, "verify-pack", file)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
