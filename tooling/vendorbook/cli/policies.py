"""`vendorbook policies`: the rules as they stand, how far they reach, and whether their examples hold."""

from __future__ import annotations

from datetime import date

import click

from vendorbook.cli.asking import about_the_output, about_the_register, about_the_rules, debugging
from vendorbook.cli.completing import policies as names_of_policies
from vendorbook.cli.opening import opened
from vendorbook.cli.troubles import status_of_a_list
from vendorbook.cli.unsaid import today
from vendorbook.cli.wrongly import wrongly

_FORMAT = click.option(
    "--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", help="輸出格式 / form"
)


@click.group()
def policies() -> None:
    """政策的清單、涵蓋範圍與測試 / list, cover and test the rules."""


@policies.command("list")
@about_the_rules
@_FORMAT
@about_the_output
def list_(root: str, format_: str, lang: str, colour: str) -> int:  # noqa: ARG001
    """列出所有政策 / list every policy with its severity and obligations."""
    from vendorbook.reports import rules

    click.echo(rules.listing(opened(root)[1].book, format_, lang), nl=False)
    return 0


@policies.command()
@about_the_register
@_FORMAT
@about_the_output
def coverage(
    as_of: date | None,
    at: str | None,
    staged: bool,
    root: str,
    format_: str,
    lang: str,
    colour: str,  # noqa: ARG001
) -> int:
    """各項義務的政策與符合情形 / each obligation, its policies, and how the register stands on it."""
    from vendorbook.judging import judge
    from vendorbook.judging.coverage import coverage as covered
    from vendorbook.reports import rules

    snapshot, rule_set = opened(root, at, staged=staged)
    verdict = judge(snapshot, rule_set, as_of or today())
    click.echo(rules.coverage(covered(verdict, rule_set.book), rule_set.book, verdict.as_of, format_, lang), nl=False)
    return status_of_a_list(verdict, lang, debug=debugging())


@policies.command()
@click.argument("names", nargs=-1, shell_complete=names_of_policies)
@about_the_rules
@about_the_output
def test(names: tuple[str, ...], root: str, lang: str, colour: str) -> int:  # noqa: ARG001
    """以政策自己的範例測試政策 / try policies on their own examples: exactly the marked lines are to be found."""
    from vendorbook.gate.examples import outcomes
    from vendorbook.judging.examples import said

    book = opened(root, kept=False)[1].book
    if unknown := set(names) - set(book.policies):
        named = ", ".join(sorted(unknown))
        raise wrongly(f"沒有這些政策：{named}", f"no such policies: {named}")
    tried = failed = 0
    for policy in (each for each in book.policies.values() if each.check and (not names or each.id in names)):
        for outcome in outcomes(policy):
            tried += 1
            if not outcome.holds:
                failed += 1
                click.echo(f"{policy.path}: {outcome.example.name}: {said(outcome).in_(lang)}")
    click.echo(f"{tried} 個範例，{failed} 個不符" if lang == "zh-TW" else f"{tried} examples, {failed} failed")
    return int(bool(failed) or not tried)
