"""JUnit's XML, which every CI can show: a test case a finding, and one for the run itself."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vendorbook.model import Finding
from vendorbook.reports import inert, words
from vendorbook.reports.report import Report


def render(report: Report, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Errors are failures, waived findings are skipped, warnings and notes pass and speak."""
    counts = report.counts
    totals = {
        "tests": str(len(report.findings) + 1),
        "failures": str(counts["error"]),
        "errors": "0",
        "skipped": str(counts["waived"]),
    }
    top = Element("testsuites", {"name": "vendorbook", **totals})
    suite = SubElement(
        top, "testsuite", {"name": "vendorbook check", **totals, "timestamp": f"{report.as_of}T00:00:00"}
    )
    run = SubElement(suite, "testcase", {"classname": "vendorbook", "name": words.judged(report).in_(lang)})
    SubElement(run, "system-out").text = words.counted(report).in_(lang)
    for finding in report.findings:
        _case(report, suite, finding, lang)
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _case(report: Report, suite: Element, finding: Finding, lang: str) -> None:
    at, weighs = finding.location, report.weight(finding)
    case = SubElement(suite, "testcase", {
        "classname": inert.line(finding.record or finding.location.path),
        "name": f"{inert.line(finding.policy)} {inert.where(at)}",
        "file": inert.line(at.path),
        "line": str(at.line),
    })  # fmt: skip
    message = inert.line(finding.message.in_(lang))
    told = f"{inert.where(at)}: {words.SEVERITY[weighs].in_(lang)}[{inert.line(finding.policy)}] {message}"
    if finding.fix.in_(lang):
        told += f"\n{words.FIX.in_(lang)}{inert.line(finding.fix.in_(lang))}"
    if weighs == "waived":
        SubElement(case, "skipped", {"message": f"{words.WAIVER.in_(lang)}{inert.line(finding.waiver or '')}"})
    if weighs == "error":
        SubElement(case, "failure", {"type": inert.line(finding.policy), "message": message}).text = told
    else:
        SubElement(case, "system-out").text = told
