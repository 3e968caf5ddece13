"""`python -m tests.proof`: each obligation, how it was broken, and what was found where."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.proof.engine import Bench, Told, Tried
from tests.proof.table import BREAKAGES
from vendorbook import repository
from vendorbook.judging import Rules
from vendorbook.repository import Memory


def main() -> int:
    tree = repository.WorkTree(ROOT)
    files = {path: tree.read(path) for path in tree.files()}
    rules = Rules(repository.rules_of(Memory(files)))
    bench = Bench(files, rules)
    tried = [bench.try_(breakage) for breakage in BREAKAGES]
    for each in tried:
        print(said(each))
    held = [each.breakage.obligation for each in tried if each.holds]
    print(
        f"\n{len(set(held))} of {len(rules.book.obligations)} obligations, {len(held)} of {len(tried)} breakages found"
    )
    return 0 if len(held) == len(tried) and set(held) == set(rules.book.obligations) else 1


def said(tried: Tried) -> str:
    """A breakage in one line; where it was not found as it must be, what was expected and what came below it."""
    breakage = tried.breakage
    head = f"{breakage.obligation:10} {breakage.kind.name.lower():9} "
    if tried.holds:
        return head + "; ".join(dict.fromkeys(_told(each, breakage.obligation) for each in tried.new))
    parts = {"wanted": tried.wanted, "found": tried.new, "no longer found": tried.gone}
    lines = [f"{name}: {_told(each)}" for name, listed in parts.items() for each in listed]
    return "\n           ".join([head + "NOT FOUND AS IT MUST BE", *lines])


def _told(told: Told, about: str = "") -> str:
    named = "" if told.obligations == (about,) else f" ({', '.join(told.obligations)})"
    return f"{told.policy}{named} {told.file}:{told.line}"


if __name__ == "__main__":
    raise SystemExit(main())
