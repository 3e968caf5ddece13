"""A policy or an obligation in full, for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vendorbook.model import Obligation, Plain, Policy, Severity, Text
from vendorbook.reports.words import SEVERITY

_FORCE = {"must": Text("應", "must"), "should": Text("宜", "should"), "may": Text("得", "may")}
_KIND = {
    "record": Text("單一紀錄", "one record"),
    "register": Text("多筆紀錄", "several records together"),
    "deadline": Text("期限", "a due date"),
    "history": Text("版本歷史", "the history in git"),
}
_OWED = {
    True: Text("選商與簽約時履行一次（隨契約）", "once, when the supplier is chosen and the contract made"),
    False: Text("整個委外期間", "throughout"),
}
_SOURCE = {
    "rules": Text("自律規範", "the rules"),
    "parent": Text("上位指引", "the parent guidance"),
    "derived": Text("由條文推導", "derived from the articles"),
    "house": Text("本公司自訂", "the firm's own"),
}
_WORDS = {
    "severity": Text("嚴重度", "severity"),
    "obligations": Text("義務", "obligations"),
    "applies": Text("適用", "applies to"),
    "check": Text("檢查", "check"),
    "why": Text("理由", "why"),
    "fix": Text("改正", "fix"),
    "example": Text("符合的例子", "an example that holds"),
    "counter": Text("不符的例子（標記處即為缺失）", "an example that fails (the marked lines are found)"),
    "source": Text("來源", "source"),
    "since": Text("拘束起日", "binds from"),
    "kind": Text("判斷依據", "decided from"),
    "owed": Text("履行時點", "owed"),
    "when": Text("適用時機", "applies when"),
    "holds": Text("符合要件", "holds when"),
    "policies": Text("政策", "policies"),
    "none": Text("（尚無政策）", "(no policy yet)"),
    "file": Text("檔案", "file"),
    "waiver": Text("豁免", "waiver"),
    "never": Text("不得豁免", "cannot be waived"),
    "may": Text("得經核准豁免", "may be waived with approval"),
}


def _words(lang: str) -> dict[str, str]:
    return {name: text.in_(lang) for name, text in _WORDS.items()}


def policy(each: Policy, obligations: Mapping[str, Obligation], lang: str) -> str:
    """Everything that its control file says, with the obligations' own places in the rules."""
    return "\n".join(_policy(each, obligations, lang)) + "\n"


def _policy(each: Policy, obligations: Mapping[str, Obligation], lang: str) -> Iterator[str]:
    words = _words(lang)
    yield f"{each.id} — {each.title.in_(lang)}"
    yield ""
    waiver = words["may" if each.can_be_waived else "never"]
    yield f"{words['severity']}: {SEVERITY[each.severity].in_(lang)}    {words['waiver']}: {waiver}"
    yield f"{words['source']}: {_SOURCE[each.source].in_(lang)}"
    if each.since:
        yield f"{words['since']}: {each.since}"
    for name in each.obligations:
        if name in obligations:
            yield f"{words['obligations']}: {_heading(obligations[name], lang)}"
    conditions = "; ".join(
        f"{path} = {' | '.join(map(_as_written, allowed))}" for path, allowed in each.applies_to.items()
    )
    yield f"{words['applies']}: {conditions or '–'}"
    yield f"{words['check']}: {each.check or '–'}    {words['file']}: {each.path}"
    for key, said in (("why", each.why), ("fix", each.fix)):
        yield ""
        yield f"{words[key]}:"
        yield _indented(said.in_(lang))
    yield from _example(each, "pass", words["example"])
    yield from _example(each, "fail", words["counter"])


def _example(each: Policy, outcome: str, heading: str) -> Iterator[str]:
    block = each.examples.get(outcome)
    first = block.fields()[0] if block and block.fields() else None
    if first is None:
        return
    yield ""
    yield f"{heading}: {first.key}"
    files = {"": first.value} if isinstance(first.value, str) else first.value
    for name, content in files.items() if isinstance(files, dict) else ():
        if name:
            yield f"    {name}:"
        yield _indented(str(content), "        " if name else "    ")


def obligation(each: Obligation, policies: Sequence[Policy], lang: str) -> str:
    """The obligation, when it applies, what makes it hold, and the policies that look after it."""
    words = _words(lang)
    lines = [
        _heading(each, lang),
        "",
        f"{words['kind']}: {_KIND[each.kind].in_(lang)}",
        f"{words['owed']}: {_OWED[each.is_owed_with_contract].in_(lang)}",
        f"{words['when']}: {each.when.in_(lang)}",
        f"{words['holds']}: {each.holds.in_(lang)}",
        "",
        f"{words['policies']}:",
        *(f"    {_listed(policy, lang)}" for policy in policies),
    ]
    return "\n".join(lines if policies else [*lines, f"    {words['none']}"]) + "\n"


def _listed(each: Policy, lang: str) -> str:
    """Its name and title; how heavy it is where it is no error, and where it comes from where that is not the rules."""
    marks = [SEVERITY[each.severity]] if each.severity is not Severity.ERROR else []
    marks += [_SOURCE[each.source]] if each.source != "rules" else []
    said = {"zh-TW": "、", "en": ", "}[lang].join(mark.in_(lang) for mark in marks)
    return f"{each.id} — {each.title.in_(lang)}" + (Text(f"（{said}）", f" ({said})").in_(lang) if said else "")


def _heading(each: Obligation, lang: str) -> str:
    force, title = _FORCE[each.force], each.title
    said = Text(f"（{force.zh_tw}）{title.zh_tw}", f" ({force.en}) {title.en}")
    return f"{each.id} {each.ref}{said.in_(lang)}"


def _as_written(value: Plain) -> str:
    """As it stands in the control file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + row if row else row for row in text.rstrip().splitlines())
