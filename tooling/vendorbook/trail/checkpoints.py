"""Checkpoints: signed tags that say where the trail and its evidence stood on a day, and still have to stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from vendorbook import git
from vendorbook.git import TagObject
from vendorbook.model import TAIPEI, Node, Text
from vendorbook.trail import signatures
from vendorbook.trail.judged import CHECKPOINT, REWRITTEN, Wrong
from vendorbook.trail.ledger import Malformed, shapes
from vendorbook.trail.ledger.appending import AUTHOR
from vendorbook.trail.line import Line
from vendorbook.trail.signatures import Refused, Signer

FORMAT = "vendorbook/checkpoint/v1"
PREFIX = "checkpoint/"
_ID = shapes.text("[0-9a-f]{40}|[0-9a-f]{64}")
_DIGEST = shapes.text("sha256:[0-9a-f]{64}")


class Checkpoint(NamedTuple):
    """What a checkpoint says: the tip, from where the trail is judged, how many steps that are, the tip of the
    evidence branch (None: there was none), and the digest of the rules at the tip."""

    tip: str
    start: str
    merges: int
    evidence: str | None
    policy_digest: str


_SHAPE = shapes.record(
    lambda **fields: Checkpoint(**{name: said for name, said in fields.items() if name != "format"}),
    format=shapes.one_of(FORMAT),
    tip=_ID,
    start=_ID,
    merges=shapes.number(0, 2**53 - 1),
    evidence=shapes.or_null(_ID),
    policy_digest=_DIGEST,
)


class Seen(NamedTuple):
    """A checkpoint as it was found: by whom it is signed, None where it is not, and what is wrong with it."""

    name: str
    checkpoint: Checkpoint | None
    signed_by: str | None
    wrong: tuple[Wrong, ...]


def message_of(checkpoint: Checkpoint) -> str:
    """Canonical JSON (RFC 8785) on one line."""
    import rfc8785

    return rfc8785.dumps({"format": FORMAT, **checkpoint._asdict()}).decode() + "\n"


def seen(root: Path, people: Mapping[str, Node]) -> list[Seen]:
    """Every checkpoint of the repository, by name, as far as it can be read and is signed by somebody of the firm."""
    refs = git.tag_refs(root, PREFIX)
    tags = {tag.id: tag for tag in git.read_tags(root, [ref.id for ref in refs if ref.kind == "tag"])}
    return [_seen(ref.name, tags.get(ref.id), people) for ref in refs]


def _seen(name: str, tag: TagObject | None, people: Mapping[str, Node]) -> Seen:
    if tag is None:
        return Seen(name, None, None, (_wrong(name, _NOT_ANNOTATED),))
    signed_by, wrong = _signer(name, tag, people)
    try:
        checkpoint = _parsed(tag)
    except Malformed as reason:
        return Seen(name, None, signed_by, (*wrong, _wrong(name, reason.message)))
    if tag.name != name or tag.target != checkpoint.tip:
        wrong = (*wrong, _wrong(name, _OTHER))
    return Seen(name, checkpoint, signed_by, wrong)


def _parsed(tag: TagObject) -> Checkpoint:
    try:
        said: Any = json.loads(tag.message)
    except (ValueError, RecursionError):
        raise Malformed("", "不是 JSON", "is not JSON") from None
    checkpoint = _SHAPE(said, "")
    if message_of(checkpoint) != tag.message:
        raise Malformed("", "不是標準寫法（RFC 8785）", "is not written canonically (RFC 8785)")
    return checkpoint


def _signer(name: str, tag: TagObject, people: Mapping[str, Node]) -> tuple[str | None, tuple[Wrong, ...]]:
    """Whose signature it has. None at all is no fault: it says less. One that proves nothing is."""
    day = tag.tagger.when.astimezone(TAIPEI).date()
    signed = signatures.verify(tag.signature, tag.payload, signatures.keys_of_people(people), day)
    if not isinstance(signed, Refused):
        return signed.key.holder, ()
    return None, () if signed.kind == "unsigned" else (_wrong(name, signed.reason),)


def faults(
    line: Line, start: str, evidence: Collection[str], found: Seen, digest_at: Callable[[str], str | None]
) -> Iterator[Wrong]:
    """What a checkpoint names that holds no longer; whether the line leads through its tip is told elsewhere.

    `evidence` are the commits of the evidence branch, `start` is from where the trail is judged now.
    """
    checkpoint = found.checkpoint
    if checkpoint is None:
        return
    if checkpoint.evidence is not None and checkpoint.evidence not in evidence:
        yield Wrong(REWRITTEN, _EVIDENCE.filled({"name": found.name, "commit": checkpoint.evidence}))
    if checkpoint.tip not in line or checkpoint.start not in line:
        return
    if line.places[checkpoint.start] < line.places[start]:
        yield _wrong(found.name, _MOVED.filled({"said": checkpoint.start, "start": start}))
    count = line.places[checkpoint.tip] - line.places[checkpoint.start]
    if count != checkpoint.merges:
        yield _wrong(found.name, _COUNT.filled({"said": checkpoint.merges, "count": count}))
    digest = digest_at(checkpoint.tip)
    if digest is not None and digest != checkpoint.policy_digest:
        yield _wrong(found.name, _DIGEST_DIFFERS)


def make(root: Path, checkpoint: Checkpoint, now: datetime, signer: Signer | None) -> str | None:
    """Writes the tag `checkpoint/<day>`; gives its name, or None where the day has one already."""
    name = f"{PREFIX}{now.astimezone(TAIPEI).date().isoformat()}"
    message = message_of(checkpoint)
    if signer is not None:
        message += signer.sign(git.tag_content(checkpoint.tip, name, message, AUTHOR, now))
    tag = git.write_tag(root, checkpoint.tip, name, message, AUTHOR, now)
    return name if git.move_ref(root, f"refs/tags/{name}", tag, None) else None


def _wrong(name: str, message: Text) -> Wrong:
    return Wrong(CHECKPOINT, Text(f"{name}：{message.zh_tw}", f"{name}: {message.en}"))


_NOT_ANNOTATED = Text("不是附註標籤，不能載明任何事", "is no annotated tag, and says nothing")
_OTHER = Text("標籤之名稱或所指提交，與其內容不同", "its name, or the commit that it is of, is not what it says")
_MOVED = Text(
    "當時之軌跡自 {said} 起，現改自 {start} 起：其間之合併不再驗證",
    "the trail then began at {said}, and now begins at {start}: what came between is verified no more",
)
_COUNT = Text("載明 {said} 次合併，實為 {count} 次", "says {said} merges, where there are {count}")
_DIGEST_DIFFERS = Text("規則摘要與該提交之規則不同", "the digest of the rules is not that of the rules of its commit")
_EVIDENCE = Text(
    "證據分支不再經過 {commit}（{name}）：證據遭改寫",
    "the evidence branch does not lead through {commit} any more ({name}): it was rewritten",
)
