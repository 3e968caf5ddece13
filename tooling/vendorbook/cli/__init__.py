"""The command line: the only layer that prints or exits."""

from __future__ import annotations

from vendorbook.cli.boundary import run


def main() -> None:
    """The `vendorbook` command."""
    run()
