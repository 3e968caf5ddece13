"""Odd files and folders in the work tree end in a message at their path, and in the right exit status."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, FIRM, OTHER, POLICY, RECORD, SUPPLIER, OnDisk
from tests.helpers.repos import Repo

Check = Callable[..., Ran]

FOLDER = "vendors/paper-crane/website"
SITE = "vendors/paper-crane/site/engagement.yaml"
GOOSE = "vendors/paper-goose/supplier.yaml"
OFTEN = POLICY.replace("every-half-year", "often")
TWIN = POLICY.replace("article-5", "article-3")
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21461\nsize 12345\n"

NAMES = {
    # a file put somewhere: where it is told, and what is said of it
    "a newline": (b"vendors/paper-crane/a\nb/engagement.yaml", "vendors/paper-crane/a\\x0ab:1:1", "invisible"),
    "ESC": (b"vendors/paper-crane/\x1b[2J.yaml", "vendors/paper-crane/\\x1b[2J.yaml:1:1", "control"),
    "bidi": ("vendors/paper-crane/x\u202ey.yaml".encode(), "vendors/paper-crane/x\\u{202e}y.yaml:1:1", "invisible"),
    "no UTF-8": (b"vendors/paper-crane/\xff\xfe/engagement.yaml", "vendors/paper-crane/\\xff\\xfe:1:1", "UTF-8"),
    "a leading dash": (b"vendors/-rf/supplier.yaml", "vendors/-rf:1:1", "dash"),
    "a case twin": (b"vendors/paper-crane/Supplier.yaml", "vendors/paper-crane/Supplier.yaml:1:1", "upper and lower"),
    "a case twin of a folder": (b"vendors/Paper-Crane/supplier.yaml", "vendors/Paper-Crane:1:1", "upper and lower"),
    "a device": (b"vendors/paper-crane/website/journal/aux.yaml", f"{FOLDER}/journal/aux.yaml:1:1", "Windows"),
    "a device for a folder": (b"vendors/con/supplier.yaml", "vendors/con:1:1", "Windows"),
    ".yml": (b"vendors/paper-crane/website/engagement.yml", f"{FOLDER}/engagement.yml:1:1", ".yaml"),
    ".YAML": (b"vendors/paper-crane/website/ENGAGEMENT.YAML", f"{FOLDER}/ENGAGEMENT.YAML:1:1", "upper and lower"),
    "hidden": (b"vendors/paper-crane/website/.engagement.yaml", f"{FOLDER}/.engagement.yaml:1:1", "hides"),
    "hidden folder": (b"vendors/.git-old/supplier.yaml", "vendors/.git-old:1:1", "hides"),
    "too deep": (b"vendors/paper-crane/website/journal/2026/x.yaml", f"{FOLDER}/journal/2026:1:1", "no folders"),
    "out of place": (b"vendors/paper-crane/website/notes.yaml", f"{FOLDER}/notes.yaml:1:1", "folder holds"),
    "beside the suppliers": (b"vendors/notes.yaml", "vendors/notes.yaml:1:1", "one folder a supplier"),
    "no kind of entry": (b"vendors/paper-crane/website/journal/2026-11-02-x.yaml", "02-x.yaml:1:1", "kind"),
    "among the policies": (b"policies/article-5/more.yml", "policies/article-5/more.yml:1:1", ".yaml"),
    "among the schemas": (b"schemas/Engagement.schema.json", "schemas/Engagement.schema.json:1:1", "upper and lower"),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str, register: OnDisk, check: Check) -> None:
    written, where, said = NAMES[name]
    place = os.path.join(os.fsencode(register.root), written)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, "wb") as file:
        file.write(b"id: x\n")
    ran = check()

    assert ran.status == 1
    assert where in ran.out
    assert said in ran.out


def _symlink(path: str, target: str) -> Callable[[OnDisk], None]:
    def act(register: OnDisk) -> None:
        place = register.root / path
        if place.is_dir() and not place.is_symlink():
            register.remove(path)
        place.unlink(missing_ok=True)
        place.symlink_to(target)

    return act


def _moved(old: str, new: str) -> Callable[[OnDisk], None]:
    def act(register: OnDisk) -> None:
        (register.root / new).parent.mkdir(parents=True, exist_ok=True)
        (register.root / old).rename(register.root / new)

    return act


def _copied(old: str, new: str) -> Callable[[OnDisk], None]:
    return lambda register: register.write({new: register.original[old]})


def _written(path: str, data: bytes | None) -> Callable[[OnDisk], None]:
    return lambda register: register.write({path: data})


def _executable(register: OnDisk) -> None:
    (register.root / RECORD).chmod(0o755)


def _repository_inside(register: OnDisk) -> None:
    Repo(register.root / "vendors/inner")


def _pipe(register: OnDisk) -> None:
    os.mkfifo(register.root / FOLDER / "journal.yaml")


def _all_gone(register: OnDisk) -> None:
    for supplier in ("paper-crane", "night-owl"):
        register.remove(f"vendors/{supplier}")


def _a_file_for_vendors(register: OnDisk) -> None:
    register.remove("vendors")
    register.write({"vendors": b"x"})


DEEDS = {
    # what is done: the exit status, where it is told, and what is said
    "a link to a file": (_symlink(RECORD, "/etc/passwd"), 1, f"{RECORD}:1:1", "symbolic link"),
    "a link to another record": (_symlink(RECORD, "../supplier.yaml"), 1, f"{RECORD}:1:1", "symbolic link"),
    "a link to a folder": (_symlink("vendors/moth", "paper-crane"), 1, "vendors/moth:1:1", "symbolic link"),
    "a link to nowhere": (_symlink(EVIDENCE, "/nowhere"), 1, f"{EVIDENCE}:1:1", "symbolic link"),
    "a link for a journal": (_symlink(f"{FOLDER}/journal", "/tmp"), 1, f"{FOLDER}/journal:1:1", "symbolic link"),
    "a link for the whole of vendors": (_symlink("vendors", "/tmp"), 2, "vendors:1:1", "symbolic link"),
    "a link for the firm": (_symlink(FIRM, "people.yaml"), 2, f"{FIRM}:1:1", "symbolic link"),
    "a link for a policy": (_symlink(POLICY, "/etc/passwd"), 1, f"{POLICY}:1:1", "symbolic link"),
    "a repository inside": (_repository_inside, 1, "vendors/inner:1:1", "submodule"),
    "a submodule": (_written("vendors/inner/.git", b"gitdir: ../.git/x\n"), 1, "vendors/inner:1:1", "submodule"),
    "an executable record": (_executable, 1, f"{RECORD}:1:1", "executable"),
    "a pipe": (_pipe, 1, f"{FOLDER}/journal.yaml:1:1", "pipe"),
    "a draft deleted, which only a comparison could tell": (_written(RECORD, None), 0, "", "nothing found"),
    "a supplier deleted": (_written(SUPPLIER, None), 1, f"{SUPPLIER}:1:1", "no supplier.yaml"),
    "a record moved": (_moved(RECORD, f"{FOLDER}/journal/2026-11-02-audit.yaml"), 1, f"{RECORD}:1:1", "no engagement"),
    "a record renamed": (_moved(FOLDER, "vendors/paper-crane/site"), 1, f"{SITE}:2:5", "site"),
    "a supplier renamed": (_moved("vendors/paper-crane", "vendors/paper-goose"), 1, f"{GOOSE}:2:5", "paper-goose"),
    "two records with one id": (_copied(RECORD, SITE), 1, f"{SITE}:2:5", "site"),
    "two suppliers with one id": (_copied(SUPPLIER, GOOSE), 1, f"{GOOSE}:2:5", "paper-goose"),
    "two policies with one id": (_copied(POLICY, TWIN), 2, f"{POLICY}:1:1", "two files"),
    "a policy with another's id": (_copied(POLICY, OFTEN), 2, f"{OFTEN}:2:5", "file's name"),
    "evidence changed": (_written(EVIDENCE, b"exchanged"), 1, f"{OTHER}:25:47", "evidence/iso-9001.pdf"),
    "evidence removed": (_written(EVIDENCE, None), 1, f"{OTHER}:25:16", "evidence/iso-9001.pdf"),
    "evidence swapped for a pointer": (_written(EVIDENCE, POINTER), 1, f"{EVIDENCE}:1:1", "Git LFS pointer"),
    "the firm deleted": (_written(FIRM, None), 2, FIRM, "missing"),
    "every record deleted": (_all_gone, 2, "", "no records in vendors/"),
    "vendors deleted": (lambda register: register.remove("vendors"), 2, "", "holds vendors/"),
    "a file for vendors": (_a_file_for_vendors, 2, "", "holds vendors/"),
}  # fmt: skip


@pytest.mark.parametrize("name", DEEDS)
def test_deeds(name: str, register: OnDisk, check: Check) -> None:
    act, status, where, said = DEEDS[name]
    act(register)
    ran = check()

    assert ran.status == status, ran.err
    told = ran.out if status < 2 else ran.err
    assert where in told
    assert said in told


def test_what_is_no_file_of_a_register_is_not_opened(register: OnDisk, check: Check, tmp_path: Path) -> None:
    """A link is told by its name alone: what it points to may be anything."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("token: canary-value\n")
    (register.root / RECORD).unlink()
    (register.root / RECORD).symlink_to(secret)
    ran = check("--format", "text")

    assert ran.status == 1
    assert "canary-value" not in ran.out + ran.err


def test_a_name_cannot_give_orders_to_a_forge(register: OnDisk, check: Check) -> None:
    register.write({"vendors/paper-crane/::error::x%0Ay/engagement.yaml": b"id: x\n"})
    ran = check("--format", "github")

    assert ran.status == 1
    assert not [line for line in ran.out.splitlines() if line.startswith("::error::")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_opened(register: OnDisk, check: Check) -> None:
    (register.root / FOLDER).chmod(0)
    try:
        ran = check()
    finally:
        (register.root / FOLDER).chmod(0o755)
    assert ran.status == 1
    assert f"{FOLDER}:1:1" in ran.out


TWICE = {
    "a person": "policies/people.yaml",
    "a system": "policies/systems.yaml",
}


@pytest.mark.parametrize("name", TWICE)
def test_nobody_gets_a_role_and_no_system_a_tier_by_standing_twice_in_a_list(
    name: str, register: OnDisk, check: Check
) -> None:
    path = TWICE[name]
    start = register.original[path].rindex(b"  - id: ")
    register.write({path: register.original[path] + register.original[path][start:]})
    ran = check()

    assert ran.status == 2
    assert f"{path}:{register.original[path].count(bytes([10])) + 1}:" in ran.err
