"""The register judged as `vendorbook check` was asked to, and told."""

from datetime import date
from typing import NamedTuple

from vendorbook.cli.judged import edited_at, whole
from vendorbook.cli.showing import parsed, report_of, show, shown_only, write
from vendorbook.cli.troubles import tell_unjudged
from vendorbook.cli.unsaid import default_format, today, wants_colour
from vendorbook.model import LANGUAGES


class Asked(NamedTuple):
    """What somebody asks of `check`; its options by their names."""

    paths: tuple[str, ...] = ()
    as_of: date | None = None
    at: str | None = None
    staged: bool = False
    root: str = "."
    debug: bool = False
    form: str | None = None
    outputs: tuple[str, ...] = ()
    no_cache: bool = False
    lang: str = LANGUAGES[0]
    colour: str = "auto"


def checked(asked: Asked) -> int:
    """Judges and tells; the exit status, 0, 1 or 3."""
    form = asked.form or default_format()
    forms = [form, *parsed(asked.outputs)]
    day = asked.as_of or today()
    from_work_tree = asked.at is None and not asked.staged and not asked.no_cache
    edited = edited_at(asked.root, asked.paths, day) if asked.paths and from_work_tree else None
    judged = edited or whole(asked.root, asked.at, day, staged=asked.staged, afresh=asked.no_cache)
    snapshot, rules, verdict = judged
    report = report_of(verdict, snapshot, rules, forms)
    chosen = shown_only(report, snapshot, asked.paths) if asked.paths else report
    for output in asked.outputs:
        write(output, chosen, asked.lang)
    show(chosen, form, asked.lang, colour=wants_colour(asked.colour))
    tell_unjudged(verdict, asked.lang, debug=asked.debug)
    return 3 if verdict.crashed else int(chosen.at_fault)
