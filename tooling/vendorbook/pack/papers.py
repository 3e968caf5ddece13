"""What is said of the register, as JSON for programs and as Markdown for people, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from vendorbook.exports import Export, Material
from vendorbook.exports.annex import form as annex_form
from vendorbook.exports.writers import json as register_json
from vendorbook.judging import Verdict
from vendorbook.judging.coverage import coverage
from vendorbook.model import LANGUAGES
from vendorbook.pack import tables
from vendorbook.reports import Report, due, rules
from vendorbook.reports import json as findings_json
from vendorbook.reports.trail import form as trail_form
from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailVerdict

_TABLES = ("findings", "due", "coverage", "journal", "evidence", "scope_changes")

Paper = tuple[str, str]
"""The path in the pack, and the text."""


class _OfTrail(Protocol):
    """How a form of a report on the trail writes one thing."""

    def __call__(self, form: str, lang: str) -> str: ...


def of_register(material: Material, report: Report) -> Iterator[Paper]:
    """Findings, due list and coverage in the forms of the commands of these names; all tables in `register.json`."""
    whole = Export(material, LANGUAGES[0])
    covered = coverage(_shown(material), material.book)
    yield "reports/register.json", register_json.files(whole)[""].decode()
    yield "reports/findings.json", findings_json.render(report, LANGUAGES[0])
    yield "reports/due.json", due.json(material.due, material.as_of)
    yield "reports/coverage.json", rules.coverage(covered, material.book, material.as_of, "json", LANGUAGES[0])
    by_name = {each.name: each for each in whole.tables}
    for name in _TABLES:
        for lang in LANGUAGES:
            yield f"reports/{name.replace('_', '-')}.{lang}.md", tables.of_table(by_name[name], lang)


def _shown(material: Material) -> Verdict:
    """The verdict on the records that are handed over."""
    verdict = material.verdict
    applied = {record: each for record, each in verdict.applied.items() if material.has(record)}
    return verdict._replace(findings=tuple(material.findings), applied=applied)


def checklists(material: Material) -> Iterator[Paper]:
    """The annex checklist of each engagement, to be printed and signed."""
    for engagement in material.engagements:
        for lang in LANGUAGES:
            yield f"checklists/{engagement.id}.{lang}.md", tables.of_form(annex_form(material, engagement), lang)


def of_trail(verdict: TrailVerdict) -> Iterator[Paper]:
    """What is proved of every merge, with its level."""
    return _papers("trail", lambda form, lang: trail_form(form).render(verdict, lang))


def of_life(life: Life) -> Iterator[Paper]:
    """The merges that touched the engagement."""
    return _papers("trail-of-engagement", lambda form, lang: trail_form(form).render_life(life, lang))


def _papers(name: str, written: _OfTrail) -> Iterator[Paper]:
    yield f"reports/{name}.json", written("json", LANGUAGES[0])
    for lang in LANGUAGES:
        yield f"reports/{name}.{lang}.md", written("markdown", lang)
