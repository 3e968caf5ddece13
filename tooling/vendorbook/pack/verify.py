"""Checks an unpacked pack: python3 -I verify.py [FOLDER]. It needs git and Python 3.9 or later, nothing else.

Exit status: 0 all is as it was packed; 1 something is not, and is named; 2 this could not be looked at.
"""

# This file goes into every pack as it is, so it knows the standard library alone. `vendorbook verify-pack` uses the
# same functions, of its own copy, on the archive as it came.

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "vendorbook/pack/v1"
SUMS = "SHA256SUMS"
SIGNATURE, REQUEST, RESPONSE = f"{SUMS}.sig", f"{SUMS}.tsq", f"{SUMS}.tsr"
SEALS = (SUMS, SIGNATURE, REQUEST, RESPONSE)
MANIFEST = "manifest.json"
BUNDLE = "git/register.bundle"
REGISTER = "register/"
TOPS = ("vendors", "schemas", "policies")
NAME = re.compile(r"(?=.{1,400}\Z)[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REF = re.compile(r"HEAD|refs/[!-~]+")
_COMMITTER = re.compile(rb"^committer .* (-?[0-9]{1,12}) [+-][0-9]{4}$", re.MULTILINE)
_MOST_FILES = 200_000
_DEEPEST = 16

Read = Callable[[str, str], bytes]
"""Gives an object's content by its kind (`commit`, `tree`) and id; ValueError where there is none such."""

Opened = Callable[[bytes, list[str]], AbstractContextManager[Read]]
"""Takes apart a pack of git's, from which these ids have to be reached. ValueError where it is not whole."""


class Wrong(NamedTuple):
    """What is not as it was packed: which file of the pack, and how."""

    path: str
    zh_tw: str
    en: str


def faults(files: Mapping[str, bytes], opened: Opened) -> list[Wrong]:
    """All that is wrong with the files of a pack by path, against one another and against the history in its bundle."""
    digests = {path: hashlib.sha256(files[path]).hexdigest() for path in files}
    manifest = manifest_of(files.get(MANIFEST, b""))
    stated = {each["path"]: each["sha256"] for each in manifest["files"]} if manifest else {}
    found = list(_of_sums(files.get(SUMS, b""), digests, files.get(REQUEST)))
    if manifest is None:
        return [*found, Wrong(MANIFEST, f"不是 {FORMAT} 之內容清單", f"is no manifest of {FORMAT}")]
    found += _of_manifest(stated, digests, {each.path for each in found})
    if all(each.path != BUNDLE for each in found) and BUNDLE in files:
        found += _of_history(manifest, files, opened)
    return found


def _of_sums(data: bytes, digests: Mapping[str, str], request: bytes | None) -> Iterator[Wrong]:
    """The request for a timestamp tells whether it is the list that was changed, or what the list is of."""
    of_these = sums_of(digests)
    if data != of_these and request == timestamp_request(of_these):
        yield Wrong(SUMS, "缺少或經更動：不是這些檔案之雜湊值", "is missing, or was changed: is not of these files")
        return
    if request != timestamp_request(data):
        yield Wrong(REQUEST, f"不是 {SUMS} 之時戳請求", f"is not the request for a timestamp of {SUMS}")
    matches = [_LINE.fullmatch(line) for line in data.decode("utf-8", "replace").split("\n")]
    listed = {match[2]: match[1] for match in matches if match}
    if sums_of(listed) != data:
        yield Wrong(SUMS, "不是依路徑排序之 sha256sum 格式", "is not in the form of sha256sum, in the order of paths")
    for path in sorted(listed.keys() | (digests.keys() - set(SEALS))):
        if path not in digests:
            yield Wrong(path, f"{SUMS} 列有此檔，檔案卻不在", f"is missing, though {SUMS} lists it")
        elif path not in listed:
            yield Wrong(path, f"多出之檔案：{SUMS} 未列", f"is too much: {SUMS} does not list it")
        elif listed[path] != digests[path]:
            yield Wrong(path, f"雜湊值與 {SUMS} 所載不同", f"does not have the hash in {SUMS}")


def sums_of(digests: Mapping[str, str]) -> bytes:
    """The list of hashes by path as `sha256sum` writes and checks it, without what seals a pack."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests.keys() - set(SEALS))).encode()


def timestamp_request(data: bytes) -> bytes:
    """The request for a timestamp (RFC 3161, DER) by the SHA-256 of some bytes, without a nonce: always the same."""
    algorithm = bytes.fromhex("300d06096086480165030402010500")
    imprint = b"\x30\x31" + algorithm + b"\x04\x20" + hashlib.sha256(data).digest()
    return b"\x30\x39\x02\x01\x01" + imprint + b"\x01\x01\xff"


def manifest_of(data: bytes) -> dict[str, Any] | None:
    """The manifest; None where it has not the form of one."""
    try:
        said = json.loads(data.decode("utf-8"))
        return said if _is_manifest(said) else None
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None


def _is_manifest(said: Any) -> bool:
    """Whether all that is used of it is there, and of its kind."""
    texts = [said[name] for name in ("tool", "as_of", "policy_digest")]
    texts += [each[name] for each in said["files"] for name in ("path", "sha256")]
    texts += [each["path"] for each in said["left_out"]]
    ids = [said["commit"], *said["bundle"]["refs"].values(), *(each["id"] for each in said["left_out"])]
    datetime.fromisoformat(said["committed_at"]).timestamp()
    return bool(
        said["format"] == FORMAT
        and all(isinstance(each, str) for each in texts)
        and all(_ID.fullmatch(each) and len(each) == len(said["commit"]) for each in ids)
        and re.fullmatch(r"(?:[^/\0]+/){0,16}", said["prefix"])
        and (said["engagement"] is None or re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", said["engagement"]))
    )


def _of_manifest(stated: Mapping[str, str], digests: Mapping[str, str], told: set[str]) -> Iterator[Wrong]:
    """What the list of hashes has not told already."""
    for path in sorted((stated.keys() | digests.keys()) - {MANIFEST, *SEALS} - told):
        if path not in digests:
            yield Wrong(path, f"{MANIFEST} 列有此檔，檔案卻不在", f"is missing, though {MANIFEST} lists it")
        elif path not in stated:
            yield Wrong(path, f"多出之檔案：{MANIFEST} 未列", f"is too much: {MANIFEST} does not list it")
        elif stated[path] != digests[path]:
            yield Wrong(path, f"雜湊值與 {MANIFEST} 所載不同", f"does not have the hash in {MANIFEST}")


def _of_history(manifest: Mapping[str, Any], files: Mapping[str, bytes], opened: Opened) -> Iterator[Wrong]:
    try:
        refs, pack = heads(files[BUNDLE])
        if refs != manifest["bundle"]["refs"] or refs.get("HEAD") != manifest["commit"]:
            yield Wrong(BUNDLE, f"所含之參照與 {MANIFEST} 不同", f"does not hold the references that {MANIFEST} names")
            return
        with opened(pack, sorted(set(refs.values()))) as read:
            yield from _of_commit(manifest, files, read)
    except (ValueError, RecursionError) as reason:
        yield Wrong(BUNDLE, f"無法讀取，或內容不完整（{reason}）", f"cannot be read, or is not whole ({reason})")


def _of_commit(manifest: Mapping[str, Any], files: Mapping[str, bytes], read: Read) -> Iterator[Wrong]:
    content = read("commit", manifest["commit"])
    when = _COMMITTER.search(content.partition(b"\n\n")[0])
    if when is None or int(when[1]) != datetime.fromisoformat(manifest["committed_at"]).timestamp():
        yield Wrong(MANIFEST, "committed_at 不是該提交之時間", "committed_at is not when that commit was made")
    there = register_files(read, manifest["commit"], manifest["prefix"], manifest["engagement"])
    left_out = {each["path"]: each["id"] for each in manifest["left_out"]}
    packed = {path[len(REGISTER) :] for path in files if path.startswith(REGISTER)}
    for path in sorted(there.keys() | packed | left_out.keys()):
        id = there.get(path)
        if id is None:
            yield Wrong(f"{REGISTER}{path}", "該提交中沒有這個檔案", "is not in the commit")
        elif path not in packed and left_out.get(path) != id:
            yield Wrong(f"{REGISTER}{path}", "該提交中有此檔，封存檔中沒有", "is in the commit, and not in the pack")
        elif path in packed and blob_id(files[f"{REGISTER}{path}"], len(id)) != id:
            yield Wrong(f"{REGISTER}{path}", "內容與該提交不同", "is not as it is in the commit")


def register_files(read: Read, commit: str, prefix: str, engagement: str | None) -> dict[str, str]:
    """The ids of a register's files by path, or of those that belong to one engagement; `prefix` is its folder."""
    top = read("commit", commit)[5 : 5 + len(commit)].decode("ascii", "replace")
    for name in prefix.split("/")[:-1]:
        top = {each: id for each, _, id in _entries(read("tree", top), len(commit))}.get(name, "")
    found: dict[str, str] = {}
    waiting = [each for each in _entries(read("tree", top), len(commit)) if each[0].casefold() in TOPS]
    while waiting:
        path, mode, id = waiting.pop()
        if mode != "40000":
            found[path] = id
        elif path.count("/") > _DEEPEST or len(found) > _MOST_FILES:
            raise ValueError("too deep, or too many files")
        else:
            below = _entries(read("tree", id), len(commit))
            waiting += [(f"{path}/{name}", each, at) for name, each, at in below]
    return {path: id for path, id in found.items() if is_of(path, engagement)}


def _entries(tree: bytes, length: int) -> Iterator[tuple[str, str, str]]:
    """(name, mode, id) of each entry of a tree; ids have this many characters."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + length // 2
        yield name.decode("utf-8", "surrogateescape"), mode.decode("ascii", "replace"), tree[end + 1 : at].hex()


def is_of(path: str, engagement: str | None) -> bool:
    """Whether a file of the register is handed over with an engagement: its own, its supplier's, and all rules."""
    if engagement is None or not path.startswith("vendors/"):
        return True
    supplier = engagement.partition("/")[0]
    own = (f"{engagement}/", f"{supplier}/supplier.yaml", f"{supplier}/journal/", f"{supplier}/evidence/")
    return path[len("vendors/") :].startswith(own)


def blob_id(data: bytes, length: int) -> str:
    """The id that git gives a content, in a repository whose ids have this many characters."""
    digest = hashlib.sha256() if length == 64 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def heads(bundle: bytes) -> tuple[dict[str, str], bytes]:
    """The references of a bundle, and the pack in it. ValueError for one that needs what it does not hold."""
    head, apart, pack = bundle.partition(b"\n\n")
    first, *lines = head.decode("utf-8", "replace").split("\n")
    if first == "# v3 git bundle" and lines[:1] == ["@object-format=sha256"]:
        lines = lines[1:]
    elif first != "# v2 git bundle":
        raise ValueError("no bundle of git's")
    pairs = [line.partition(" ")[::2] for line in lines]
    if not apart or not all(_ID.fullmatch(id) and _REF.fullmatch(ref) for id, ref in pairs):
        raise ValueError("its head is malformed")
    return {ref: id for id, ref in pairs}, pack


class Folder(Mapping[str, bytes]):
    """The files of a folder by their paths in it; `odd` are those that no pack holds."""

    def __init__(self, top: Path) -> None:
        self._places: dict[str, Path] = {}
        self.odd: list[Wrong] = []
        for path, place in sorted((place.relative_to(top).as_posix(), place) for place in top.rglob("*")):
            if place.is_symlink() or not (place.is_file() or place.is_dir()):
                self.odd.append(Wrong(path, "不是一般檔案", "is no plain file"))
            elif place.is_file():
                self._places[path] = place

    def __getitem__(self, path: str) -> bytes:
        return self._places[path].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@contextmanager
def by_git(pack: bytes, ids: list[str]) -> Iterator[Read]:
    """A pack of git's taken apart by git itself, with nothing of the machine's settings."""
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        kind = "sha256" if len(ids[0]) == 64 else "sha1"
        _git(folder, "init", "--quiet", "--bare", "--template=", f"--object-format={kind}", ".")
        _git(folder, "index-pack", "--stdin", data=pack)
        _git(folder, "rev-list", "--objects", "--quiet", "--stdin", data="".join(f"{id}\n" for id in ids).encode())

        def read(kind: str, id: str) -> bytes:
            if not _ID.fullmatch(id):
                raise ValueError("an object is missing")
            return _git(folder, "cat-file", kind, id)

        yield read


def _git(folder: str, *arguments: str, data: bytes = b"") -> bytes:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_DIR": folder, "LC_ALL": "C"}
    done = subprocess.run(["git", *arguments], cwd=folder, env={**kept, **alone}, input=data, capture_output=True)
    if done.returncode:
        raise ValueError(f"git {arguments[0]}")
    return done.stdout


def main(arguments: list[str]) -> int:
    top = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if not (top / SUMS).is_file():
        print(f"{top}: 沒有 {SUMS} / has no {SUMS}", file=sys.stderr)
        return 2
    files = Folder(top)
    try:
        found = [*files.odd, *faults(files, by_git)]
    except OSError as reason:
        print(f"無法檢查 / cannot look: {reason}", file=sys.stderr)
        return 2
    for each in found:
        print(f"{ascii(each.path)[1:-1]}: {each.zh_tw} / {each.en}")
    if not found:
        print(f"{len(files)} 個檔案均與封存時相同 / {len(files)} files, all as they were packed")
    return 1 if found else 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
