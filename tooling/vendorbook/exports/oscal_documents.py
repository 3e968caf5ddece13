"""The three OSCAL documents of an export."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.material import Material
from vendorbook.exports.oscal import Part, document, identifier, listed, moment, prop, props
from vendorbook.judging.coverage import Coverage, coverage
from vendorbook.model import Finding, Obligation, Text
from vendorbook.register import Engagement
from vendorbook.reports.inert import both

_RULES = Text("證券商資訊委外自律規範之義務", "Obligations of the self-regulatory rules on IT outsourcing")
_COMPONENTS = Text("資訊委外案", "IT outsourcing engagements")
_RESULTS = Text("資訊委外登錄冊之評估結果", "Results of assessing the register of IT outsourcing")
_ALL = Text("對登錄冊全部紀錄之自動檢查", "every record of the register, checked by the policies")
CATALOG, COMPONENTS, RESULTS = "catalog.json", "component-definition.json", "assessment-results.json"


def catalog(material: Material, lang: str) -> bytes:
    """The obligations by article, each with its place in the rules and when it holds."""
    controls: dict[str, list[Part]] = {}
    for each in material.book.obligations.values():
        controls.setdefault(each.id.partition(".")[0].rstrip("abc"), []).append(_control(each, lang))
    groups = [{"id": id, "title": _article(id).in_(lang), "controls": each} for id, each in controls.items()]
    return document("catalog", _RULES, {"groups": groups}, material, lang)


def _article(id: str) -> Text:
    return Text(f"第 {id[1:]} 條", f"Article {id[1:]}")


def _control(rule: Obligation, lang: str) -> Part:
    statement = {"id": f"{rule.id}_smt", "name": "statement", "prose": rule.holds.in_(lang)}
    about = props({"place": rule.ref, "force": rule.force, "kind": rule.kind})
    return {"id": rule.id, "title": rule.title.in_(lang), "props": about, "parts": [statement]}


def components(material: Material, lang: str) -> bytes:
    """Each engagement as a service, with the obligations that apply to it."""
    made = (_component(each, material, lang) for each in material.engagements)
    return document("component-definition", _COMPONENTS, listed("components", made), material, lang)


def _component(engagement: Engagement, material: Material, lang: str) -> Part:
    root = engagement.root
    title = root.text(f"title.{lang}")
    stated = {
        "record": engagement.id,
        "status": engagement.status,
        "project-owner": root.text("project_owner"),
        "contract": root.text("contract.number"),
        "core": str(engagement.facts.core).lower(),
    }
    provider = {"role-id": "provider", "party-uuids": [identifier("party", engagement.supplier.id)]}
    return {
        "uuid": identifier("component", engagement.id),
        "type": "service",
        "title": title,
        "description": "; ".join(map(str, root.values("scope.services[].description"))) or title,
        "props": props(stated),
        "responsible-roles": [provider],
        **listed("control-implementations", _implementations(engagement, material, lang)),
    }


def _implementations(engagement: Engagement, material: Material, lang: str) -> Iterator[Part]:
    applied = set(material.verdict.applied.get(engagement.id, ()))
    policies = [material.book.policies[name] for name in sorted(applied)]
    duties = {duty for policy in policies for duty in policy.obligations}
    required = [_requirement(engagement, each, lang) for id, each in material.book.obligations.items() if id in duties]
    if required:
        uuid = identifier("implementation", engagement.id)
        told = {"source": CATALOG, "description": _RULES.in_(lang), "implemented-requirements": required}
        yield {"uuid": uuid, **told}


def _requirement(engagement: Engagement, rule: Obligation, lang: str) -> Part:
    uuid = identifier("requirement", engagement.id, rule.id)
    return {"uuid": uuid, "control-id": rule.id, "description": rule.title.in_(lang)}


def results(material: Material, lang: str) -> bytes:
    """Each finding as an observation, and each obligation that applies anywhere as a finding, satisfied or not."""
    plan = identifier("plan", material.rules)
    result = {
        "uuid": identifier("result", material.rules, str(material.commit), material.as_of.isoformat()),
        "title": _RESULTS.in_(lang),
        "description": _ALL.in_(lang),
        "start": moment(material),
        "reviewed-controls": {"control-selections": [{"include-all": {}}]},
        **listed("observations", (_observation(each, material, lang) for each in material.findings)),
        **listed("findings", _findings(material, lang)),
    }
    resource = {"uuid": plan, "title": _ALL.in_(lang), "props": [prop("rules", material.rules)]}
    body: Part = {"import-ap": {"href": f"#{plan}"}, "results": [result]}
    body["back-matter"] = {"resources": [resource]}
    return document("assessment-results", _RESULTS, body, material, lang)


def _observation(found: Finding, material: Material, lang: str) -> Part:
    stated = {
        "policy": found.policy,
        "severity": str(found.severity),
        "record": found.record,
        "path": f"{found.location.path}:{found.location.line}:{found.location.column}",
        "due": found.due,
        "waiver": found.waiver,
        "fingerprint": found.fingerprint,
    }
    return {
        "uuid": identifier("observation", found.fingerprint),
        "description": both(found.message)[lang],
        "props": props(stated),
        "methods": ["TEST-AUTOMATED"],
        **listed("subjects", _subjects(found.record, material)),
        "collected": moment(material),
    }


def _subjects(record: str, material: Material) -> Iterator[Part]:
    if record in {each.id for each in material.engagements}:
        yield {"subject-uuid": identifier("component", record), "type": "component"}
    if record in {each.id for each in material.suppliers}:
        yield {"subject-uuid": identifier("party", record), "type": "party"}


def _findings(material: Material, lang: str) -> Iterator[Part]:
    verdict = material.verdict._replace(
        findings=tuple(material.findings),
        applied={record: each for record, each in material.verdict.applied.items() if material.has(record)},
    )
    for each in coverage(verdict, material.book):
        if each.applies:
            yield _finding(each, material, lang)


def _finding(of: Coverage, material: Material, lang: str) -> Part:
    rule = material.book.obligations[of.obligation]
    seen = [each.fingerprint for each in material.findings if of.obligation in each.obligations]
    state = "not-satisfied" if of.fails else "satisfied"
    counts = {"applies": of.applies, "holds": of.holds, "fails": of.fails, "waived": of.waived, "legacy": of.legacy}
    related = ({"observation-uuid": identifier("observation", each)} for each in dict.fromkeys(seen))
    return {
        "uuid": identifier("finding", of.obligation),
        "title": rule.title.in_(lang),
        "description": rule.holds.in_(lang),
        "props": props(counts),
        "target": {"type": "objective-id", "target-id": of.obligation, "status": {"state": state}},
        **listed("related-observations", related),
    }
