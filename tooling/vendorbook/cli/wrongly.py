"""What to raise where a command was asked wrongly; click, which tells it, is imported when there is something to tell."""

from __future__ import annotations


def wrongly(message: str) -> Exception:
    """A usage error, with the message in both languages."""
    import click

    return click.UsageError(message)
