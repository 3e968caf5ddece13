"""A policy or an obligation in full, for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vendorbook.model import Obligation, Policy

_WORDS = {
    "zh-TW": {
        "force": {"must": "應", "should": "宜", "may": "得"},
        "severity": "嚴重度", "obligations": "義務", "applies": "適用", "check": "檢查", "why": "理由", "fix": "改正",
        "example": "符合的例子", "counter": "不符的例子（標記處即為缺失）", "when": "適用時機", "holds": "符合要件",
        "policies": "政策", "none": "（尚無政策）", "file": "檔案", "waiver": "豁免", "never": "不得豁免", "may": "得經核准豁免",
    },
    "en": {
        "force": {"must": "must", "should": "should", "may": "may"},
        "severity": "severity", "obligations": "obligations", "applies": "applies to", "check": "check", "why": "why",
        "fix": "fix", "example": "an example that holds", "counter": "an example that fails (the marked lines are found)",
        "when": "applies when", "holds": "holds when", "policies": "policies", "none": "(no policy yet)", "file": "file",
        "waiver": "waiver", "never": "cannot be waived", "may": "may be waived with approval",
    },
}  # fmt: skip


def policy(each: Policy, obligations: Mapping[str, Obligation], lang: str) -> str:
    """Everything that its control file says, with the obligations' own places in the rules."""
    return "\n".join(_policy(each, obligations, lang)) + "\n"


def _policy(each: Policy, obligations: Mapping[str, Obligation], lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"{each.id} — {each.title.in_(lang)}"
    yield ""
    yield f"{words['severity']}: {each.severity}    {words['waiver']}: {words['may' if each.can_be_waived else 'never']}"
    for name in each.obligations:
        if name in obligations:
            yield f"{words['obligations']}: {_heading(obligations[name], lang)}"
    conditions = "; ".join(f"{path} = {' | '.join(map(str, allowed))}" for path, allowed in each.applies_to.items())
    yield f"{words['applies']}: {conditions or '–'}"
    yield f"{words['check']}: {each.check or '–'}    {words['file']}: {each.path}"
    for key, said in (("why", each.why), ("fix", each.fix)):
        yield ""
        yield f"{words[key]}:"
        yield _indented(said.in_(lang))
    yield from _example(each, "pass", str(words["example"]))
    yield from _example(each, "fail", str(words["counter"]))


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
    words = _WORDS[lang]
    lines = [
        _heading(each, lang),
        "",
        f"{words['when']}: {each.when.in_(lang)}",
        f"{words['holds']}: {each.holds.in_(lang)}",
        "",
        f"{words['policies']}:",
        *(f"    {policy.id} — {policy.title.in_(lang)}" for policy in policies),
    ]
    return "\n".join(lines if policies else [*lines, f"    {words['none']}"]) + "\n"


def _heading(each: Obligation, lang: str) -> str:
    force = _WORDS[lang]["force"]
    said = force[each.force] if isinstance(force, dict) else each.force
    return f"{each.id} {each.ref}（{said}）{each.title.in_(lang)}"


def _indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + row if row else row for row in text.rstrip().splitlines())
