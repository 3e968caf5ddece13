"""`vendorbook explain`: a policy or an obligation, offline."""

from __future__ import annotations

from difflib import get_close_matches

import click

from vendorbook.cli.asking import about_the_output, about_the_rules
from vendorbook.cli.completing import rules
from vendorbook.cli.opening import opened
from vendorbook.cli.wrongly import wrongly


@click.command()
@click.argument("name", shell_complete=rules)
@about_the_rules
@about_the_output
def explain(name: str, root: str, lang: str, colour: str) -> int:  # noqa: ARG001
    """說明一項政策或義務 / explain a policy or an obligation.

    NAME 是政策代號（access-reviewed-every-half-year）或義務編號（A5.4）/ NAME is a policy's or an obligation's (A5.4).
    """
    from vendorbook.reports import explanation

    book = opened(root, kept=False)[1].book
    if name in book.policies:
        click.echo(explanation.policy(book.policies[name], book.obligations, lang), nl=False)
    elif name.upper() in {each.upper() for each in book.obligations}:
        known = {each.upper(): obligation for each, obligation in book.obligations.items()}[name.upper()]
        about = [each for each in book.policies.values() if known.id in each.obligations]
        click.echo(explanation.obligation(known, about, lang), nl=False)
    else:
        near = get_close_matches(name, [*book.policies, *book.obligations], n=3, cutoff=0.4)
        raise _unknown(name, ", ".join(near))
    return 0


def _unknown(name: str, near: str) -> Exception:
    """That there is no such thing, with what else may have been meant."""
    return wrongly(
        f"沒有 {name} 這項政策或義務" + (f"；是否為：{near}" if near else ""),
        f"there is no policy or obligation {name}" + (f"; did you mean: {near}" if near else ""),
    )
