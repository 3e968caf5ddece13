"""Waivers applied: what each covers is marked, what is wrong with a waiver is found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from vendorbook import yaml_source
from vendorbook.judging.findings import built_in, finding
from vendorbook.judging.kept import Kept
from vendorbook.judging.kept_sources import kept_sound
from vendorbook.judging.verdict import CRASH
from vendorbook.model import Finding, Place, Source, Text, Unreadable, Violation
from vendorbook.policies.rulebook import Rulebook
from vendorbook.policies.waivers import Waiver
from vendorbook.repository import Snapshot

FOLDER = "policies/waivers/"
POLICY = "waiver-is-in-force"


def read_waivers(snapshot: Snapshot, book: Rulebook, kept: Kept | None = None) -> tuple[list[Waiver], list[Finding]]:
    """The waivers that are well-formed, and findings for those that are not."""
    findings: list[Finding] = []
    paths = sorted(path for path in snapshot.files() if path.startswith(FOLDER) and path.endswith(".yaml"))
    name = f"waivers {type(snapshot).__name__} {book.digest}"
    sound = kept_sound(snapshot, paths, lambda path: _sound(snapshot, path, book, findings), kept, name)
    return [Waiver(source.root) for source in sound], findings


def _sound(snapshot: Snapshot, path: str, book: Rulebook, findings: list[Finding]) -> Source | None:
    try:
        source = yaml_source.read(snapshot.read(path), path)
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


def waive(
    findings: Sequence[Finding],
    waivers: Sequence[Waiver],
    book: Rulebook,
    as_of: date,
    records: Sequence[str],
    unjudged: Sequence[str] = (),
) -> list[Finding]:
    """The findings, marked where a sound waiver covers them, and those about the waivers themselves."""
    faults = [(waiver, waiver.faults(as_of, book.policies, book.people)) for waiver in waivers]
    sound = [waiver for waiver, cases in faults if not cases and waiver.in_force(as_of)]
    marked = [_marked(found, sound) for found in findings]
    used = {found.waiver for found in marked}
    about = []
    for waiver, cases in faults:
        if waiver.root.text("record") not in records:
            cases.append(("unknown-record", "record"))
        elif waiver in sound and waiver.id not in used and _was_judged(waiver, findings, book, unjudged):
            cases.append(("unused", "pointer"))
        about += [_about(waiver, case, field, book) for case, field in cases]
    return marked + about


def _was_judged(waiver: Waiver, findings: Sequence[Finding], book: Rulebook, unjudged: Sequence[str]) -> bool:
    """Whether its policy could look at its record: where not, nobody knows what the waiver covers."""
    record = waiver.root.text("record")
    waits = record in unjudged or (unjudged and book.policies[waiver.root.text("policy")].needs_register is not None)
    return not waits and not any(found.policy == CRASH and found.record == record for found in findings)


def _marked(found: Finding, waivers: Sequence[Waiver]) -> Finding:
    waiver = next((waiver for waiver in waivers if waiver.covers(found)), None)
    return found._replace(waiver=waiver.id) if waiver else found


def _about(waiver: Waiver, case: str, field: str, book: Rulebook) -> Finding:
    policy = book.policies[POLICY]
    item = Violation(waiver.root.nearest(field), {"waiver": waiver.id, "value": waiver.root.text(field)}, case)
    return finding(item, policy, waiver.root.text("record"), book)


def _not_its_name(name: str) -> Text:
    return Text(f"豁免的 id 必須與檔名相同：{name}", f"a waiver's id is its file's name: {name}")
