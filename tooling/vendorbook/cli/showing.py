"""A verdict as a report, and the report where it was asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from vendorbook import __version__
from vendorbook.cli.quoting import Quotes
from vendorbook.cli.wrongly import wrongly
from vendorbook.judging import Rules, Verdict
from vendorbook.model import Finding
from vendorbook.reports import FORMATS, Report, renderer
from vendorbook.repository import Snapshot

_NAME_THE_COMMIT = ("json", "sarif", "markdown")


def report_of(verdict: Verdict, snapshot: Snapshot, rules: Rules, forms: Sequence[str]) -> Report:
    """The verdict with what the forms asked for need beside it; git is asked only where a form names the commit."""
    return Report(
        tool=__version__,
        as_of=verdict.as_of,
        commit=snapshot.commit if set(forms) & set(_NAME_THE_COMMIT) else None,
        policy_digest=verdict.policy_digest,
        records=len(verdict.records),
        policies=rules.count,
        findings=verdict.findings,
        policy=lambda name: rules.book.policies.get(name),
        obligation=lambda name: rules.book.obligations.get(name),
        source_line=Quotes(snapshot, rules),
    )


def shown_only(report: Report, snapshot: Snapshot, paths: Sequence[str]) -> Report:
    """The findings at or below the paths; paths are as the user writes them, from where the user stands.

    A path that is nowhere is a usage error: a slip of the keyboard must not look like a register without findings.
    """
    chosen = [_in_register(path, snapshot.root) for path in paths]
    known = [*snapshot.files(), *(each.location.path for each in report.findings)]
    for path, inside in zip(paths, chosen, strict=True):
        if not os.path.lexists(path) and not any(_is_at_or_below(each, inside) for each in known):
            raise wrongly(f"沒有 {path}", f"there is no {path}")
    return report._replace(findings=tuple(each for each in report.findings if _is_below(each, chosen)))


def show(report: Report, form: str, lang: str, *, colour: bool) -> None:
    """Prints a report."""
    print(renderer(form)(report, lang, color=colour), end="", flush=True)  # before what stderr tells of it


def write(output: str, report: Report, lang: str) -> None:
    """Writes a report to a file, given as FORMAT=FILE."""
    save(output, renderer(output.partition("=")[0])(report, lang))


def save(output: str, text: str) -> None:
    """Writes a text to a file, given as FORMAT=FILE."""
    Path(output.partition("=")[2]).write_text(text, encoding="utf-8", newline="\n")


def parsed(outputs: Sequence[str], forms: Sequence[str] = FORMATS) -> list[str]:
    """The forms of `--output FORMAT=FILE` options, each known and each with a file whose folder is there."""
    for output in outputs:
        form, _, file = output.partition("=")
        if form not in forms or not file:
            known = ", ".join(forms)
            english = f"--output {output}: must be FORMAT=FILE ({known})"
            raise wrongly(f"--output {output}：應為 FORMAT=FILE（{known}）", english)
        if not Path(file).absolute().parent.is_dir():
            english = f"--output {output}: there is no such folder"
            raise wrongly(f"--output {output}：沒有這個資料夾", english)
    return [output.partition("=")[0] for output in outputs]


def _in_register(path: str, root: Path) -> str:
    folder, name = os.path.split(os.path.abspath(path))
    inside = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(root))
    if inside.startswith(".."):
        raise wrongly(f"{path} 不在登錄冊內", f"{path} is not in the register")
    return Path(inside).as_posix()


def _is_below(finding: Finding, paths: Sequence[str]) -> bool:
    return any(_is_at_or_below(finding.location.path, path) for path in paths)


def _is_at_or_below(own: str, path: str) -> bool:
    return path == "." or own == path or own.startswith(path + "/")
