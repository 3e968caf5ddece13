"""What to raise where a command was asked wrongly; click, which tells of it, is imported when there is need."""

from __future__ import annotations


def wrongly(zh_tw: str, en: str) -> Exception:
    """A usage error, in both languages."""
    import click

    from vendorbook.cli.speaking import Both

    return click.UsageError(Both(zh_tw, en))
