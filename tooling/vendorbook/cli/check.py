"""`vendorbook check`: is the register readable, valid and compliant?"""

from __future__ import annotations

from typing import Any

import click

from vendorbook.cli.asking import about_the_output, about_the_register, also_written, debugging
from vendorbook.cli.checking import Asked, checked
from vendorbook.reports import FORMATS


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@about_the_register
@click.option("--format", "form", type=click.Choice(FORMATS), help="輸出格式 / form of the output (text)")
@also_written
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@about_the_output
def check(**asked: Any) -> int:
    """檢查登錄冊 / judge the register.

    PATHS 只決定顯示哪些，不影響判斷 / paths only choose what is shown: policies always see the whole register.
    """
    return checked(Asked(debug=debugging(), **asked))
