"""One changed byte anywhere in a pack is found and named, and so is a file that is removed or added."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

import pytest

from tests.pack.conftest import AS_OF, SIGNER, Files, flipped
from vendorbook import git
from vendorbook.pack import archive, checking, sealing, verify
from vendorbook.pack.checking import Asked
from vendorbook.trail.signatures import TrustedKey

KEYS = [TrustedKey("ssh", SIGNER.public_key, "the firm")]
ASKED = Asked(KEYS, None, AS_OF)


def opened_once(files: Files) -> tuple[verify.Opened, AbstractContextManager[verify.Read]]:
    """The history taken apart once, for as long as nobody has been at the bundle."""
    refs, pack = verify.heads(files[verify.BUNDLE])
    return git.unpacked, git.unpacked(pack, sorted(set(refs.values())))


def test_as_it_was_made_nothing_is_wrong(packed: Path, sealed: Files) -> None:
    found = checking.checked(packed, ASKED)
    assert (found.wrong, found.notes, found.signed_by, found.files) == ((), (), "the firm", len(sealed))
    assert len(sealed) > 300


def test_a_changed_byte_is_found_in_every_file_and_named(sealed: Files) -> None:
    """In files that somebody has put into an archive again, so that its checksums are right."""
    _, history = opened_once(sealed)
    random_places = random.Random(0)
    with history as read:
        for path in sealed:
            changed = sealed | {path: flipped(sealed[path], random_places.randrange(len(sealed[path])))}
            found = checking.of_files(changed, ASKED, lambda *_: nullcontext(read)).wrong
            assert path in {each.path for each in found}, path


def test_a_changed_byte_of_the_list_of_hashes_is_its_own_fault(sealed: Files) -> None:
    sums = sealed[verify.SUMS]
    _, history = opened_once(sealed)
    with history as read:
        for at in range(0, len(sums), 97):
            found = verify.faults(sealed | {verify.SUMS: flipped(sums, at)}, lambda *_: nullcontext(read))
            assert verify.SUMS in {each.path for each in found}, at


def test_a_changed_byte_in_the_archive_is_found_and_its_file_named(packed: Path, sealed: Files, tmp_path: Path) -> None:
    data = packed.read_bytes()
    for path in sealed:
        at = data.index(sealed[path]) + len(sealed[path]) // 2
        broken = tmp_path / "broken.zip"
        broken.write_bytes(flipped(data, at))
        assert path in {each.path for each in checking.checked(broken, ASKED).wrong}, path


def test_a_changed_byte_of_the_archives_own_is_found(packed: Path, sealed: Files, tmp_path: Path) -> None:
    """Headers, the directory, the end: all that is no file's content, each byte of some, and a sample of the rest."""
    data = packed.read_bytes()
    directory = int.from_bytes(data[-6:-2], "little")
    places = [*range(60), *range(directory, directory + 80), *range(len(data) - 22, len(data))]
    places += random.Random(1).sample(range(len(data)), 100)
    for at in places:
        broken = tmp_path / "broken.zip"
        broken.write_bytes(flipped(data, at))
        assert checking.checked(broken, ASKED).wrong, at


@pytest.mark.parametrize("folder", ["register/vendors", "register/policies", "reports", "git", "verify.py", "manifest"])
def test_a_file_that_is_removed_is_found(folder: str, files: Files) -> None:
    path = next(each for each in files if each.startswith(folder))
    del files[path]
    assert path in {each.path for each in verify.faults(files, git.unpacked)}


@pytest.mark.parametrize("path", ["register/vendors/kite-systems/x.yaml", "reports/more.md", "more"])
def test_a_file_that_is_added_is_found(path: str, files: Files) -> None:
    files[path] = b"x"
    assert path in {each.path for each in verify.faults(files, git.unpacked)}


# -- by somebody who makes all hashes anew --------------------------------------------------------------


def resealed(files: Files) -> Files:
    manifest = json.loads(files[verify.MANIFEST])
    left = {path: data for path, data in files.items() if path not in (verify.MANIFEST, *verify.SEALS)}
    digests = sealing.sealed(left, None, None)[verify.SUMS].decode().splitlines()
    manifest["files"] = [{"path": line[66:], "size": len(left[line[66:]]), "sha256": line[:64]} for line in digests]
    return sealing.sealed(left | {verify.MANIFEST: json.dumps(manifest).encode()}, None, None)


def changed(files: Files) -> str:
    path = next(each for each in files if each.endswith("/engagement.yaml"))
    files[path] += b"\n"
    return path


def removed(files: Files) -> str:
    path = next(each for each in files if "/evidence/" in each)
    del files[path]
    return path


def added(files: Files) -> str:
    path = "register/vendors/kite-systems/order-routing/journal/2026-01-01-audit.yaml"
    files[path] = b"kind: audit\n"
    return path


@pytest.mark.parametrize("change", [changed, removed, added])
def test_the_history_tells_what_new_hashes_hide(change: Callable[[Files], str], files: Files) -> None:
    path = change(files)
    found = verify.faults(resealed(files), git.unpacked)
    assert [each.path for each in found] == [path]


def test_the_signature_tells_what_the_history_does_not(files: Files) -> None:
    signature = files[verify.SIGNATURE]
    files["reports/findings.en.md"] = b"# No findings\n"
    made = resealed(files) | {verify.SIGNATURE: signature}
    assert verify.faults(made, git.unpacked) == []
    assert [each.path for each in checking.of_files(made, ASKED).wrong] == [verify.SIGNATURE]


def test_a_bundle_of_another_history_is_found(files: Files) -> None:
    head, _, pack = files[verify.BUNDLE].partition(b"\n\n")
    files[verify.BUNDLE] = head.replace(b" HEAD", b" refs/heads/other") + b"\n\n" + pack
    assert [each.path for each in verify.faults(resealed(files), git.unpacked)] == [verify.BUNDLE]


def test_a_bundle_that_is_not_whole_is_found(files: Files) -> None:
    files[verify.BUNDLE] = files[verify.BUNDLE][:-1000]
    for opened in (git.unpacked, verify.by_git):
        assert [each.path for each in verify.faults(resealed(files), opened)] == [verify.BUNDLE]


# -- manifests that somebody made up --------------------------------------------------------------------

MADE_UP = {
    "nothing": b"",
    "no JSON": b"{",
    "deep": b"[" * 100_000,
    "a list": b"[]",
    "another format": b'{"format": "vendorbook/pack/v2"}',
    "not UTF-8": b"\xff",
}


@pytest.mark.parametrize("name", MADE_UP)
def test_a_manifest_of_another_form_is_named(name: str, files: Files) -> None:
    made = sealing.sealed({verify.MANIFEST: MADE_UP[name], "more": b""}, None, None)
    assert [each.path for each in verify.faults(made, git.unpacked)] == [verify.MANIFEST]


FIELDS = {
    "commit": ["main", "", 7, None, "a" * 40, "a" * 64],
    "prefix": ["../", 7, "vendors/", "no-such/"],
    "engagement": ["../x", 7, "no-such/one"],
    "committed_at": ["yesterday", 7, "2026-11-12T11:00:01+08:00"],
    "bundle": [None, {"refs": {}}, {"refs": {"HEAD": "x"}}],
    "left_out": [None, [{}], [{"path": "vendors/x", "id": "a" * 40}]],
    "files": [None, [7], [{"path": 7, "sha256": 7}]],
    "tool": [None, {}],
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_manifest_with_another_field_is_told_and_no_bug(field: str, files: Files) -> None:
    for value in FIELDS[field]:
        manifest = json.loads(files[verify.MANIFEST]) | {field: value}
        inside = {path: data for path, data in files.items() if path not in verify.SEALS}
        made = sealing.sealed(inside | {verify.MANIFEST: json.dumps(manifest).encode()}, None, None)
        assert verify.faults(made, git.unpacked), value


def test_the_time_of_the_archive_is_the_commits(files: Files, tmp_path: Path) -> None:
    archive.write(tmp_path / "x.zip", files, datetime.fromisoformat("2020-01-01T00:00:00+08:00"))
    assert [each.path for each in checking.checked(tmp_path / "x.zip", ASKED).wrong] == [verify.MANIFEST]


def other_hash(said: dict[str, str]) -> None:
    said["sha256"] = "0" * 64


def other_path(said: dict[str, str]) -> None:
    said["path"] = "reports/no-such.md"


@pytest.mark.parametrize("change", [other_hash, other_path])
def test_a_manifest_that_lists_something_else_is_told(change: Callable[[dict[str, str]], None], files: Files) -> None:
    manifest = json.loads(files[verify.MANIFEST])
    said = next(each for each in manifest["files"] if each["path"] == "reports/due.json")
    change(said)
    inside = {path: data for path, data in files.items() if path not in verify.SEALS}
    made = sealing.sealed(inside | {verify.MANIFEST: json.dumps(manifest).encode()}, None, None)
    found = verify.faults(made, git.unpacked)
    assert {each.path for each in found} == {"reports/due.json", said["path"]}
