"""The evidence branch, altered in every way."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.helpers.repos import Repo
from tests.trail.attempts.attempt import EVIDENCE, Act, Attempt
from tests.trail.world import World


def _evidence(change: Callable[[dict[str, object]], None], *, chained: bool = False) -> Act:
    """Alters the first of two entries in the newest commit, or (`chained`) writes the branch anew with it."""

    def act(world: World) -> None:
        world.arguments += ["--require", "T3"]
        world.merge()
        world.merge()
        world.done()
        repo = world.history.repo
        entry = json.loads(repo.git("cat-file", "blob", "evidence:entries/000001.json"))
        change(entry)
        data = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        _put(repo, {"entries/000001.json": data}, chained=chained)

    return act


def _put(repo: Repo, files: dict[str, str | None], *, chained: bool = False) -> None:
    """Commits files to the evidence branch: on top, or as if its newest commit had always had them."""
    index = {"GIT_INDEX_FILE": str(repo.path / ".git/evidence-index")}
    repo.git("read-tree", "evidence", env=index)
    for path, text in files.items():
        if text is None:
            repo.git("update-index", "--force-remove", path, env=index)
        else:
            repo.git("update-index", "--add", "--cacheinfo", f"100644,{repo.blob(text.encode())},{path}", env=index)
    tree = repo.git("write-tree", env=index)
    parent = repo.git("rev-parse", "evidence~1" if chained else "evidence")
    commit = repo.git("commit-tree", tree, "-p", parent, "-m", "Evidence")
    repo.git("update-ref", "refs/heads/evidence", commit)


def _approve(entry: dict[str, object]) -> None:
    entry["reviews"] = []


def _alien(files: dict[str, str | None]) -> Act:
    def act(world: World) -> None:
        world.arguments += ["--require", "T3"]
        world.merge()
        world.merge()
        world.done()
        _put(world.history.repo, files)

    return act


def _merged_evidence(world: World) -> None:
    world.merge()
    world.merge()
    world.done()
    repo = world.history.repo
    commit = repo.git("commit-tree", "evidence^{tree}", "-p", "evidence", "-p", world.history.main.id, "-m", "Evidence")
    repo.git("update-ref", "refs/heads/evidence", commit)


def _contradicting(*, content: dict[str, str] | None = None, merge: str = "", **change: object) -> Act:
    """An entry that says other than the commit (of the merge, this field); the chain itself is sound."""

    def act(world: World) -> None:
        world.merge()
        entry = world.entries.pop()
        stated = {name: each and each._replace(**content or {}) for name, each in entry.content.items()}
        said = entry.merge._replace(**{merge: "6" * 40}) if merge else entry.merge
        world.entries.append(entry._replace(merge=said, change=entry.change._replace(**change), content=stated))

    return act


EVIDENCED = (
    Attempt("an entry altered", _evidence(_approve), 1, EVIDENCE),
    Attempt("an entry altered as if it had always been so", _evidence(_approve, chained=True), 1, EVIDENCE),
    Attempt("an entry dropped", _alien({"entries/000001.json": None}), 1, EVIDENCE),
    Attempt("an entry renamed", _alien({"entries/000009.json": "{}\n"}), 1, EVIDENCE),
    Attempt("something else put in", _alien({"note.txt": "all is well\n"}), 1, EVIDENCE),
    Attempt("evidence merged from elsewhere", _merged_evidence, 1, EVIDENCE),
    Attempt("of another base", _contradicting(merge="base"), 1, EVIDENCE, "merge.base"),
    Attempt("of another head", _contradicting(merge="head"), 1, EVIDENCE, "merge.head"),
    Attempt("of another number", _contradicting(number=77), 1, EVIDENCE, "change.number"),
    Attempt("of another kind", _contradicting(kind="squash"), 1, EVIDENCE, "change.kind"),
    Attempt("of other content", _contradicting(content={"tree": "6" * 40}), 1, EVIDENCE, "vendors/paper-crane"),
    Attempt("of another digest", _contradicting(content={"sha256": "sha256:" + "6" * 64}), 1, EVIDENCE, "sha256:666"),
)
