"""Odd entries of an index or a commit end in a message at their path, and in exit status 1, as on the disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.running import Ran
from tests.cli.small import EVIDENCE, FIRM, OTHER, RECORD, SUPPLIER
from tests.helpers.repos import Repo

Check = Callable[..., Ran]
Entries = list[tuple[str, bytes, bytes]]

FOLDER = "vendors/paper-crane/website"
SITE = "vendors/paper-crane/site/engagement.yaml"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21461\nsize 12345\n"
ANY_COMMIT = b"commit"
ATTRIBUTES = b"* -diff -text merge=union filter=evil eol=crlf working-tree-encoding=UTF-16 ident export-ignore\n"


def file(path: bytes | str, data: bytes = b"id: x\n", mode: str = "100644") -> Entries:
    return [(mode, data, path if isinstance(path, bytes) else path.encode())]


ODD = {
    # entries: the exit status, where it is told, and what is said
    "a link to a file": (file(RECORD, b"/etc/passwd", "120000"), 1, f"{RECORD}:1:1", "symbolic link"),
    "a link to a folder": (file("vendors/moth", b"paper-crane", "120000"), 1, "vendors/moth:1:1", "symbolic link"),
    "a link to another record": (file(RECORD, b"../supplier.yaml", "120000"), 1, f"{RECORD}:1:1", "symbolic link"),
    "a link for the firm": (file(FIRM, b"people.yaml", "120000"), 2, f"{FIRM}:1:1", "symbolic link"),
    "a submodule": (file("vendors/inner", ANY_COMMIT, "160000"), 1, "vendors/inner:1:1", "submodule"),
    "a submodule for a record": (file(f"{FOLDER}/x", ANY_COMMIT, "160000"), 1, f"{FOLDER}/x:1:1", "submodule"),
    "an executable record": (file(RECORD, b"id: x\n", "100755"), 1, f"{RECORD}:1:1", "executable"),
    "a newline": (file("vendors/a\nb/supplier.yaml"), 1, "vendors/a\\x0ab:1:1", "invisible"),
    "ESC": (file("vendors/\x1b[2J/supplier.yaml"), 1, "vendors/\\x1b[2J:1:1", "invisible"),
    "no UTF-8": (file(b"vendors/\xff/supplier.yaml"), 1, "vendors/\\xff:1:1", "UTF-8"),
    "a leading dash": (file("vendors/-rf/supplier.yaml"), 1, "vendors/-rf:1:1", "dash"),
    "a case twin": (file("vendors/paper-crane/Supplier.yaml"), 1, "paper-crane/Supplier.yaml:1:1", "upper and lower"),
    "a device": (file("vendors/aux/supplier.yaml"), 1, "vendors/aux:1:1", "Windows"),
    ".yml": (file(FOLDER + "/engagement.yml"), 1, f"{FOLDER}/engagement.yml:1:1", ".yaml"),
    ".YAML": (file(FOLDER + "/ENGAGEMENT.YAML"), 1, f"{FOLDER}/ENGAGEMENT.YAML:1:1", "upper and lower"),
    "hidden": (file(FOLDER + "/.x.yaml"), 1, f"{FOLDER}/.x.yaml:1:1", "hides"),
    "left by a file manager": (file("vendors/.DS_Store"), 1, "vendors/.DS_Store:1:1", "hides"),
    "too deep": (file(FOLDER + "/journal/a/b/c/x.yaml"), 1, f"{FOLDER}/journal/a/b/c/x.yaml:1:1", "no folders"),
    "two records with one id": (file(SITE, b"id: website\n"), 1, f"{SITE}:1:1", ""),
    "evidence changed": (file(EVIDENCE, b"exchanged"), 1, f"{OTHER}:25:47", "iso-9001.pdf"),
    "evidence swapped for a pointer": (file(EVIDENCE, POINTER), 1, f"{EVIDENCE}:1:1", "Git LFS pointer"),
    "a hostile record": (file(SUPPLIER, b"id: x\nnote: \x1b[2J\n"), 1, f"{SUPPLIER}:2:7", "ESC"),
    "a record of 10 MiB": (file(SUPPLIER, b"# x\n" * (10 << 18)), 1, f"{SUPPLIER}:1:1", "262,144"),
    "a broken firm": (file(FIRM, b"name: x\nname: y\n"), 2, f"{FIRM}:2:1", "already"),
    "attributes": (file(".gitattributes", ATTRIBUTES) + file("vendors/paper-crane/.gitattributes", ATTRIBUTES), 1,
                   "vendors/paper-crane/.gitattributes:1:1", "hides"),
    "attributes at the top": (file(".gitattributes", ATTRIBUTES), 0, "", "nothing found"),
    "what is none of the register's": (file("secrets.py") + file("docs/vendors/x.yml"), 0, "", "nothing found"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_entries(name: str, repo: Repo, check: Check) -> None:
    entries, status, where, said = ODD[name]
    head = repo.git("rev-parse", "main")
    repo.index((mode, head if data is ANY_COMMIT else repo.blob(data), path) for mode, data, path in entries)
    commit = repo.git("commit-tree", repo.git("write-tree"), "-m", "odd")

    for ran in (check("--staged"), check("--at", commit)):
        assert ran.status == status, ran.err
        told = ran.out if status < 2 else ran.err
        assert where in told
        assert said in told


def test_both_sides_of_a_conflict(repo: Repo, check: Check) -> None:
    repo.git("rm", "--cached", "--quiet", RECORD)
    repo.index([("100644", repo.blob(b"id: x\n"), f"\t{RECORD}".encode()[1:])])
    sides = "".join(f"100644 {repo.blob(f'id: {n}'.encode())} {n}\t{SUPPLIER}\n" for n in (1, 2, 3))
    repo.git("rm", "--cached", "--quiet", SUPPLIER)
    repo.git("update-index", "--index-info", input=sides.encode())
    ran = check("--staged")

    assert ran.status == 1
    assert f"{SUPPLIER}:1:1" in ran.out
    assert "merge conflict" in ran.out


def test_a_commit_without_records_is_no_verdict(repo: Repo, check: Check) -> None:
    empty = repo.git("mktree", input=b"")
    ran = check("--at", repo.git("commit-tree", empty, "-m", "nothing"))
    assert ran.status == 2
    repo.git("read-tree", "--empty")
    assert check("--staged").status == 2
