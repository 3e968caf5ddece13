"""The mutants that no test can tell from the code as it is, and why."""

from __future__ import annotations

from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("explained.yaml")


def explained() -> dict[str, str]:
    """Reason by mutant."""
    listed = yaml.safe_load(_FILE.read_text(encoding="utf-8")) or []
    return {name: group["why"] for group in listed for name in group["mutants"]}
