"""How much is proved of a merge, T1 to T4, and what the next level lacks; never more than there is evidence for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vendorbook.git import TagObject
from vendorbook.model import Text
from vendorbook.register import People
from vendorbook.repository.past import Past
from vendorbook.trail import signatures
from vendorbook.trail.approvals import Asked, Merged, approvals, unknown_authors
from vendorbook.trail.changes import PastChange
from vendorbook.trail.content import content_at, is_same, touched
from vendorbook.trail.ledger import Entry
from vendorbook.trail.replay import Replay
from vendorbook.trail.signatures import Refused, TrustedKey
from vendorbook.trail.steps import Step

LEVELS = ("T1", "T2", "T3", "T4")


class Proof(NamedTuple):
    """The highest level that is proved, 0 for none, what the next one lacks, and who approved so that it counts."""

    level: int
    lacks: tuple[Text, ...]
    approved_by: tuple[str, ...] = ()


class Witnesses(NamedTuple):
    """What is asked besides the commits: the forge's keys, the entry of the evidence, the reviewers' tags."""

    forge_keys: Sequence[TrustedKey]
    entry: Entry | None
    tags: Sequence[TagObject]


def proof(
    step: Step, change: PastChange, replay: Replay, faults: Sequence[Text], with_: Witnesses, past: Past
) -> Proof:
    """What is proved of a step; `faults` is what is wrong with its form."""
    if lacks := _lacks_t1(replay, faults):
        return Proof(0, lacks)
    signed = signatures.verify(step.commit.signature, step.commit.payload, with_.forge_keys, step.day)
    if isinstance(signed, Refused):
        return Proof(1, (signed.reason if with_.forge_keys else _NO_FORGE_KEYS,))
    return _by_reviews(step, change, replay, with_, past)


def _lacks_t1(replay: Replay, faults: Sequence[Text]) -> tuple[Text, ...]:
    if replay.unjudged:
        return (*faults, replay.unjudged)
    count = len(replay.findings)
    return (*faults, Text(f"閘門有 {count} 項錯誤", f"the gate finds {count} errors")) if count else tuple(faults)


def _by_reviews(step: Step, change: PastChange, replay: Replay, with_: Witnesses, past: Past) -> Proof:
    entry, rules = with_.entry, replay.rules
    if entry is None or rules is None:
        return Proof(2, (_NO_EVIDENCE,))
    people, asked = People(rules.book.people), Asked.by(rules.book.trail)
    merged = Merged(step.head, touched(change, past), step.day, replay.authors, replay.leaders)
    if unknown := unknown_authors(entry, merged, people):
        return Proof(2, (unknown,))
    found = approvals(entry, merged, people, asked)
    if len(found.by) < asked.approvals:
        return Proof(2, (_too_few(len(found.by), asked.approvals), *found.refused), found.by)
    lacks = _lacks_t4(step, merged, found.by, with_.tags, replay, past)
    return Proof(3 if lacks else 4, lacks, found.by)


def _lacks_t4(
    step: Step, merged: Merged, reviewers: Sequence[str], tags: Sequence[TagObject], replay: Replay, past: Past
) -> tuple[Text, ...]:
    """Nothing where one of those who approved has signed what was merged; else why not."""
    reasons = []
    for tag in tags:
        who = tag.name.rpartition("/")[2]
        reason = _unsigned(step, merged, tag, who, replay, past) if who in reviewers else _NOT_A_REVIEWER
        if reason is None:
            return ()
        reasons.append(Text(f"{tag.name}：{reason.zh_tw}", f"{tag.name}: {reason.en}"))
    return tuple(reasons) or (_NO_TAG.filled({"number": step.number}),)


def _unsigned(step: Step, merged: Merged, tag: TagObject, who: str, replay: Replay, past: Past) -> Text | None:
    keys = signatures.keys_of_people(replay.rules.book.people) if replay.rules else []
    signed = signatures.verify(tag.signature, tag.payload, [key for key in keys if key.holder == who], step.day)
    if isinstance(signed, Refused):
        return signed.reason
    if tag.target_kind != "commit" or (tag.target != step.head and not _has_the_content(step, merged, tag, past)):
        return _OTHER_CONTENT
    return None


def _has_the_content(step: Step, merged: Merged, tag: TagObject, past: Past) -> bool:
    """Whether an earlier version of the change that came with the merge has the same content."""
    tree = next((each.tree for each in step.commits if each.id == tag.target), None)
    if tree is None or merged.content is None:
        return False
    return is_same(content_at(past, tree, list(merged.content)), merged.content)


def _too_few(found: int, asked: int) -> Text:
    return Text(f"獨立核准 {found} 人，須有 {asked} 人", f"{found} independent approvals, where {asked} are asked for")


_NO_FORGE_KEYS = Text("policies/trail.yaml 沒有平台公鑰", "policies/trail.yaml has no key of the forge")
_NO_EVIDENCE = Text("證據分支沒有此合併之紀錄", "the evidence branch has no entry about this merge")
_NO_TAG = Text(
    "沒有審查者簽署之標籤 review/{number}/<員工代號>", "no reviewer has signed a tag review/{number}/<staff id>"
)
_NOT_A_REVIEWER = Text("不是核准人之標籤", "is not the tag of somebody whose approval counts")
_OTHER_CONTENT = Text("標籤所指者，其內容與合併者不同", "is of a commit whose content is not what was merged")
