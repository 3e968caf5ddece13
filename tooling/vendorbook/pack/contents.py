"""All that goes into a pack but its seals: from a commit, as of a day, and nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from vendorbook import __version__, git, repository
from vendorbook.exports import Material, gathered
from vendorbook.judging import Verdict
from vendorbook.judging.progress import Told, silent
from vendorbook.model import TAIPEI, CannotJudge
from vendorbook.pack import instructions, papers, verify
from vendorbook.pack.history import refs_of
from vendorbook.reports import Report
from vendorbook.repository.git_objects import Commit
from vendorbook.trail.life import life_of
from vendorbook.trail.opening import Trail
from vendorbook.trail.verdict import TrailVerdict
from vendorbook.trail.verifying import Asked
from vendorbook.trail.verifying import verify as verify_trail

_LARGEST = 32 * 1024 * 1024


class Contents(NamedTuple):
    """The files by path, what the register and (unless it could not be asked) the trail came to, and the time of the
    commit, which is that of every file."""

    files: dict[str, bytes]
    verdict: Verdict
    trail: TrailVerdict | None
    when: datetime


def contents(trail: Trail, as_of: date, engagement: str | None = None, told: Told = silent) -> Contents:
    """Of the register at the trail's tip as of a day, the whole or one engagement: reads, judges and verifies.

    Raises CannotJudge where the clone is not whole, or there is no such engagement.
    """
    snapshot = Commit(trail.root, trail.line.tip)
    [commit] = git.read_commits(trail.root, [trail.line.tip])
    engagements = [engagement] if engagement else []
    material = gathered(snapshot, trail.rules, as_of, engagements, confidential=True, told=told)
    proved = _proved(trail, told)
    refs = refs_of(trail.root, commit.id)
    when = commit.committer.when.astimezone(TAIPEI)
    register, left_out = _register(snapshot, trail.prefix, engagement)
    files = {
        **register,
        **_rules_of_the_tool(snapshot),
        **_papers(material, trail, proved, engagement),
        verify.BUNDLE: git.bundle(trail.root, refs),
        "verify.py": Path(verify.__file__).read_bytes().replace(b"\r\n", b"\n"),
        **instructions.files(__version__, commit.id, trail.prefix, as_of, engagement),
    }
    manifest = {
        "format": verify.FORMAT,
        "tool": __version__,
        "as_of": as_of.isoformat(),
        "commit": commit.id,
        "committed_at": when.isoformat(),
        "prefix": trail.prefix,
        "engagement": engagement,
        "policy_digest": material.rules,
        "trail": _said_of_trail(proved),
        "bundle": {"path": verify.BUNDLE, "refs": refs},
        "left_out": left_out,
        "files": [_listed(path, files[path]) for path in sorted(files)],
    }
    files[verify.MANIFEST] = (json.dumps(manifest, indent=1) + "\n").encode()
    return Contents(files, material.verdict, proved, when)


def _proved(trail: Trail, told: Told) -> TrailVerdict | None:
    """None where nothing was merged yet: a register of today has a pack too."""
    return verify_trail(trail, Asked(), told) if trail.stretch(None).places else None


def _register(snapshot: Commit, prefix: str, engagement: str | None) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """The register's files as they are in the commit; and what of the commit no register holds, with its id."""
    objects = git.Objects(snapshot.root)

    def read(kind: str, name: str) -> bytes:
        return objects.read(kind, name, _LARGEST)

    there = verify.register_files(read, snapshot.commit or "", prefix, engagement)
    found: dict[str, bytes] = {}
    for path in snapshot.files():
        with suppress(git.TooLarge):
            if path in there:
                found[verify.REGISTER + path] = read("blob", snapshot.blob(path))
    left_out = [{"path": path, "id": there[path]} for path in sorted(there) if verify.REGISTER + path not in found]
    return found, left_out


def _rules_of_the_tool(snapshot: Commit) -> dict[str, bytes]:
    """The rules that came with the tool, where those judge: the commit has not got them."""
    own, rules = snapshot.files(), repository.rules_of(snapshot)
    return {f"rules/{path}": file.read() for path, file in rules.items() if own.get(path) != file.id}


def _papers(material: Material, trail: Trail, proved: TrailVerdict | None, engagement: str | None) -> dict[str, bytes]:
    found = [*papers.of_register(material, _report(material, trail)), *papers.checklists(material)]
    if proved is not None:
        found += papers.of_trail(proved)
        if engagement:
            found += _life(trail, engagement)
    return {path: text.encode() for path, text in found}


def _life(trail: Trail, engagement: str) -> list[papers.Paper]:
    """None of one that is older than the trail, and was not touched since."""
    with suppress(CannotJudge):
        return list(papers.of_life(life_of(trail, engagement)))
    return []


def _report(material: Material, trail: Trail) -> Report:
    book = material.book
    return Report(
        tool=__version__,
        as_of=material.as_of,
        commit=material.commit,
        policy_digest=material.rules,
        records=len([each for each in material.verdict.records if material.has(each)]),
        policies=trail.rules.count,
        findings=tuple(material.findings),
        policy=lambda name: book.policies.get(name),
        obligation=lambda name: book.obligations.get(name),
        source_line=lambda _path, _line: None,
    )


def _said_of_trail(proved: TrailVerdict | None) -> dict[str, object] | None:
    if proved is None:
        return None
    return {
        "start": proved.start,
        "since": proved.since,
        "merges": len(proved.steps),
        "levels": proved.levels,
        "findings": len(proved.findings),
        "unjudged": len(proved.unjudged),
        "status": proved.status,
    }


def _listed(path: str, data: bytes) -> dict[str, object]:
    return {"path": path, "size": len(data), "sha256": sha256(data).hexdigest()}
