"""Places in the rules' text as each language writes them, and code that stands among words."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from vendorbook.site.inert import inert

_STEP = re.compile("第([一二三四五六七八九十]+)(條|項|款|目)|(本文|前段|後段|附件)")
_WORDS = {
    "條": "Art.",
    "項": "para.",
    "款": "subpara.",
    "目": "item",
    "本文": "main text",
    "前段": "first part",
    "後段": "latter part",
    "附件": "annex",
}
_DIGITS = "一二三四五六七八九"


@cache
def place(ref: str, lang: str) -> str:
    """第四條第一項第五款 is Art. 4 para. 1 subpara. 5; what is written in another way is left as it is."""
    if lang != "en" or _STEP.sub("", ref):
        return ref
    return " ".join(_step(found) for found in _STEP.finditer(ref))


def _step(found: re.Match[str]) -> str:
    return _WORDS[found[3]] if found[3] else f"{_WORDS[found[2]]} {_number(found[1])}"


def _number(written: str) -> int:
    """Up to 九十九."""
    tens, ten, ones = written.rpartition("十")
    return (_digit(tens, 1) * 10 if ten else 0) + _digit(ones, 0)


def _digit(written: str, otherwise: int) -> int:
    return _DIGITS.index(written) + 1 if written else otherwise


def with_code(text: str) -> Markup:
    """Words in which what stands between back quotes is code."""
    parts = [inert(part) for part in text.split("`")]
    return Markup("").join(Markup(f"<code>{part}</code>") if at % 2 else part for at, part in enumerate(parts))
