"""What somebody typed as a revision, made into a commit id, or refused with the reason."""

from __future__ import annotations

import re
from pathlib import Path

from vendorbook.git.command import run
from vendorbook.git.places import commit_of, is_shallow
from vendorbook.model import CannotJudge, Text

_PLACES = ("refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
"""Where git looks for a short name, after HEAD and its like."""

_NAME = re.compile(r"(?:(?!@\{)[^\^~:])+")
_PATTERN = re.compile(r"[*?\[\\]")
_ABBREVIATED = re.compile(r"[0-9a-f]{4,63}")
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_LONGEST = 1000


def resolve(root: Path, revision: str) -> str:
    """The commit id. A name that could mean two things is refused: git would quietly take the tag."""
    if not revision or revision.startswith("-") or not revision.isprintable() or len(revision) > _LONGEST:
        raise CannotJudge(_not_a_revision(revision))
    meanings = _meanings(root, revision)
    if len(meanings) > 1:
        raise CannotJudge(_ambiguous(revision, meanings))
    commit = commit_of(root, revision)
    if commit is None:
        raise _unknown(root, revision)
    return commit


def _meanings(root: Path, revision: str) -> list[str]:
    """The full names of all that the name in a revision (`main` in `main~2`) may stand for."""
    match = _NAME.match(revision)
    if match is None or _ID.fullmatch(match[0]) or _PATTERN.search(match[0]):
        return []
    name = match[0]
    wanted = [place.format(name) for place in _PLACES]
    listed = run(root, "for-each-ref", "--format=%(refname)", "--end-of-options", *wanted)
    found = [line for line in listed.decode("utf-8", "surrogateescape").splitlines() if line in wanted]
    return [*found, name] if found and _is_abbreviation(root, name) else found


def _is_abbreviation(root: Path, name: str) -> bool:
    return bool(_ABBREVIATED.fullmatch(name) and run(root, "rev-parse", f"--disambiguate={name}").strip())


def _unknown(root: Path, revision: str) -> CannotJudge:
    if is_shallow(root):
        return CannotJudge(_beyond_the_clone(revision))
    return CannotJudge(_not_a_commit(revision))


def _shown(revision: str) -> str:
    return revision.encode("unicode_escape").decode()[:200] if not revision.isprintable() else revision[:200]


def _not_a_revision(revision: str) -> Text:
    shown = _shown(revision)
    return Text(
        f"「{shown}」不是版本名稱；請給提交編號、分支或標籤",
        f"“{shown}” is no revision; give a commit id, a branch or a tag",
    )


def _ambiguous(revision: str, meanings: list[str]) -> Text:
    shown, names = _shown(revision), ", ".join(meanings)
    return Text(
        f"「{shown}」可指多個對象（{names}）；請寫出全名或完整的提交編號",
        f"“{shown}” may mean several things ({names}); write the full name or the whole commit id",
    )


def _beyond_the_clone(revision: str) -> Text:
    shown = _shown(revision)
    return Text(
        f"此副本為淺層複製，沒有「{shown}」；請執行 git fetch --unshallow",
        f"this is a shallow clone, without “{shown}”; run git fetch --unshallow",
    )


def _not_a_commit(revision: str) -> Text:
    shown = _shown(revision)
    return Text(
        f"儲存庫中沒有提交「{shown}」；請確認名稱，或先執行 git fetch",
        f"this repository has no commit “{shown}”; check the name, or git fetch first",
    )
