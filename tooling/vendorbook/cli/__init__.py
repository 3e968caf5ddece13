"""The command line: the only layer that prints or exits."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """The `vendorbook` command."""
    # What a run reads it keeps, and hardly any of it refers to itself: looking for garbage often finds none.
    gc.set_threshold(1_000_000, 20, 100)
    from vendorbook.cli.boundary import run

    run()
