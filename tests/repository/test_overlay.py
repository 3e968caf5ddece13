"""What an editor has stands over what the disk has, and nothing else changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers.repos import REGISTER, write
from vendorbook.model import Unreadable
from vendorbook.repository import WorkTree
from vendorbook.repository.content import blob_id
from vendorbook.repository.overlay import Overlay

RECORD = "vendors/kite/orders/engagement.yaml"
NEW = "vendors/kite/orders/journal/2026-03-01-audit.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, REGISTER)
    return tmp_path


def test_what_is_edited_is_read_and_the_rest_is_the_disks(root: Path) -> None:
    tree = Overlay(root, {RECORD: b"id: changed\n"})
    assert tree.read(RECORD) == b"id: changed\n"
    assert tree.files()[RECORD] == f"blob:{blob_id(b'id: changed' + bytes([10]))}"
    assert tree.files().keys() == WorkTree(root).files().keys()
    assert tree.read("policies/firm.yaml") == b"name: Paper Boat\n"
    assert tree.fingerprint() != Overlay(root, {}).fingerprint()


def test_a_file_need_not_be_saved(root: Path) -> None:
    tree = Overlay(root, {NEW: b"kind: audit\n"}, ["vendors/kite/orders"])
    assert tree.read(NEW) == b"kind: audit\n"
    assert list(tree.files()) == sorted(tree.files())


def test_more_folders_keep_what_is_edited(root: Path) -> None:
    write(root, {"vendors/owl/supplier.yaml": "id: owl\n"})
    tree = Overlay(root, {RECORD: b"id: changed\n"}, ["vendors/kite/orders"]).also(["vendors/owl"])
    assert tree.read(RECORD) == b"id: changed\n"
    assert "vendors/owl/supplier.yaml" in tree.files()


def test_a_link_stays_refused(root: Path) -> None:
    (root / RECORD).unlink()
    os.symlink("/etc/hostname", root / RECORD)
    tree = Overlay(root, {RECORD: b"id: changed\n"})
    assert RECORD not in tree.files()
    assert [place.location.path for place in tree.refused()] == [RECORD]


def test_a_name_that_no_register_has_is_refused(root: Path) -> None:
    tree = Overlay(root, {"vendors/kite/Orders.yaml": b"id: x\n"})
    assert [place.location.path for place in tree.refused()] == ["vendors/kite/Orders.yaml"]


def test_what_is_too_large_is_refused(root: Path) -> None:
    with pytest.raises(Unreadable):
        Overlay(root, {RECORD: b"#" * 300_000}).read(RECORD)
