"""Waivers applied: what each covers is marked, what is wrong with a waiver is found."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from vendorbook.judging.findings import built_in, finding
from vendorbook.judging.kept import Kept
from vendorbook.judging.kept_sources import Shelf, kept_sound
from vendorbook.judging.rules import Rules
from vendorbook.judging.sources import AFRESH, Sources
from vendorbook.judging.verdict import CRASH, Judgement
from vendorbook.model import Due, Finding, Place, Source, Text, Unreadable, Violation
from vendorbook.policies.rulebook import Rulebook
from vendorbook.policies.waivers import Waiver
from vendorbook.repository import Snapshot
from vendorbook.repository.snapshot import below

FOLDER = "policies/waivers/"
POLICY = "waiver-is-in-force"
_END = ("expired", "expires_on")
"""A case that falls due: until its day it is what lies ahead of a waiver, and no fault."""


class Waivers(NamedTuple):
    """The waivers that are well-formed, and findings for those that are not."""

    formed: Sequence[Waiver]
    wrong: Sequence[Finding]

    def of(self, suppliers: Collection[str]) -> "Waivers":
        """Those for the records of some suppliers; nothing is told of the others."""
        return Waivers([waiver for waiver in self.formed if waiver.supplier in suppliers], [])


def read_waivers(
    snapshot: Snapshot,
    rules: Rules,
    kept: Kept | None = None,
    sources: Sources = AFRESH,
    only: Collection[str] | None = None,
) -> Waivers:
    """The waivers of a snapshot, or those for the records of some suppliers only.

    Sound ones are not read again where they were kept.
    """
    findings: list[Finding] = []
    paths = [path for path in below(snapshot.files(), FOLDER) if path.endswith(".yaml")]
    read = partial(_sound, snapshot, sources, rules.book, findings)
    shelf = Shelf(kept, f"waivers {type(snapshot).__name__} {rules.digest}", _supplier_of) if kept else None
    sound = kept_sound(snapshot, paths, read, shelf, only)
    waivers = Waivers([Waiver(source.root) for source in sound], findings)
    return waivers if only is None else waivers.of(only)


def _supplier_of(source: Source) -> str:
    return Waiver(source.root).supplier


def _sound(snapshot: Snapshot, sources: Sources, book: Rulebook, findings: list[Finding], path: str) -> Source | None:
    try:
        source = sources.read(snapshot, path)
    except Unreadable as unreadable:
        findings += [built_in("record-is-readable", path, place, book) for place in unreadable.refusals]
        return None
    problems = _problems(source, book)
    findings += [built_in("record-matches-schema", path, place, book) for place in problems]
    return None if problems else source


def _problems(source: Source, book: Rulebook) -> list[Place]:
    """What keeps a file from being a waiver: its shape, or a name that is another's."""
    problems = [Place(found.location, found.message) for found in book.schemas.problems(source, "waiver")]
    name = PurePosixPath(source.path).stem
    if not problems and source.root.text("id") != name:
        problems.append(Place(source.root.nearest("id").location, _not_its_name(name)))
    return problems


class Waived(NamedTuple):
    """The findings, marked where a sound waiver covers them, with those about waivers; and when sound ones end."""

    findings: list[Finding]
    upcoming: Sequence[Finding] = ()


def waive(judged: Judgement, waivers: Waivers, rules: Rules, as_of: date, records: Iterable[str]) -> Waived:
    """Waivers applied to what was judged on a day; `records` are the ids of all that there are."""
    if not waivers.formed:
        return Waived([*judged.findings, *waivers.wrong])
    book = rules.book
    faults = [(waiver, waiver.faults(as_of, book.policies, book.people)) for waiver in waivers.formed]
    sound = [waiver for waiver, cases in faults if not cases and waiver.in_force(as_of)]
    by_path: dict[str, list[Waiver]] = {}
    for waiver in sound:
        by_path.setdefault(waiver.path, []).append(waiver)
    marked = [_marked(found, by_path.get(found.location.path, ())) for found in judged.findings]
    used, known = {found.waiver for found in marked}, set(records)
    about = []
    for waiver, cases in faults:
        if waiver.root.text("record") not in known:
            cases.append(("unknown-record", "record"))
        elif waiver in sound and waiver.id not in used and _was_judged(waiver, judged, book):
            cases.append(("unused", "pointer"))
        about += [_about(waiver, case, field, book) for case, field in cases]
    ends = [_about(waiver, *_END, book) for waiver, cases in faults if not cases and waiver in sound]
    return Waived([*marked, *about, *waivers.wrong], ends)


def _was_judged(waiver: Waiver, judged: Judgement, book: Rulebook) -> bool:
    """Whether its policy could look at its record: where not, nobody knows what the waiver covers."""
    record, unjudged = waiver.root.text("record"), judged.unjudged
    waits = record in unjudged or (unjudged and book.policies[waiver.root.text("policy")].needs_register is not None)
    return not waits and not any(found.policy == CRASH and found.record == record for found in judged.findings)


def _marked(found: Finding, waivers: Sequence[Waiver]) -> Finding:
    waiver = next((waiver for waiver in waivers if waiver.covers(found)), None)
    return found._replace(waiver=waiver.id) if waiver else found


def _about(waiver: Waiver, case: str, field: str, book: Rulebook) -> Finding:
    policy = book.policies[POLICY]
    at, values = waiver.root.nearest(field), {"waiver": waiver.id, "value": waiver.root.text(field)}
    end = waiver.root.date(field) if (case, field) == _END else None
    item = Due(at, end, values, case) if end else Violation(at, values, case)
    return finding(item, policy, waiver.root.text("record"), book)


def _not_its_name(name: str) -> Text:
    return Text(f"豁免的 id 必須與檔名相同：{name}", f"a waiver's id is its file's name: {name}")
