"""What kept a register from being judged in full, told on stderr beside what was asked for."""

from __future__ import annotations

import sys

from vendorbook.judging import Verdict

_WAITING = {
    "zh-TW": "檔案修正前，政策無法判斷：{records}；須看整個登錄冊的政策亦暫不判斷",
    "en": "no policy can judge these until their files are mended: {records}; policies on the whole register wait too",
}
_OF_FILES = ("record-is-readable", "record-matches-schema")


def tell_unjudged(verdict: Verdict, lang: str, *, debug: bool) -> None:
    """Which records no policy could look at, and, if wanted, where checks have crashed."""
    if verdict.unjudged:
        print(_WAITING[lang].format(records=", ".join(verdict.unjudged)), file=sys.stderr)
    if debug and verdict.tracebacks:
        print("\n".join(verdict.tracebacks), file=sys.stderr)


def status_of_a_list(verdict: Verdict, lang: str, *, debug: bool) -> int:
    """Tells why a list made of the verdict is not whole; 0 where it is, 1 for the register's fault, 3 for ours."""
    from vendorbook.judging.verdict import CRASH
    from vendorbook.reports.inert import line, where

    troubles = [each for each in verdict.findings if each.policy in (*_OF_FILES, CRASH)]
    for each in troubles:
        print(f"{where(each.location)}: {line(each.message.in_(lang))}", file=sys.stderr)
    tell_unjudged(verdict, lang, debug=debug)
    return 3 if verdict.crashed else int(bool(troubles))
