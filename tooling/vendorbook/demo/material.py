"""What the demonstration is made of: the rules that come with the tool, and the example register as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vendorbook.model import CannotJudge, Text
from vendorbook.repository.layout import ALLOWED
from vendorbook.repository.packaged import Packaged

_OF_THE_FIRM = ("policies/firm.yaml", "policies/systems.yaml", "policies/people.yaml", "policies/waivers/")


class Material(NamedTuple):
    """Contents by path: the tool's `rules`, and the `example`'s records with what its firm says of itself."""

    rules: Mapping[str, bytes]
    example: Mapping[str, bytes]


def packaged_material() -> Material:
    """What came with the tool, in the wheel or in the checkout it is run from."""
    rules = Packaged()
    return Material({path: rules.read(path) for path in rules.files()}, _example(rules.root))


def _example(root: Path) -> dict[str, bytes]:
    root = root / "demo" if (root / "demo" / "vendors").is_dir() else root
    files = [place for top in ("vendors", "policies") for place in (root / top).rglob("*") if place.is_file()]
    named = {place.relative_to(root).as_posix(): place for place in files}
    found = {path: named[path].read_bytes() for path in sorted(named) if _is_the_examples(path)}
    if not found:
        raise CannotJudge(_NOTHING)
    return found


def _is_the_examples(path: str) -> bool:
    return ALLOWED.fullmatch(path) is not None and path.startswith(("vendors/", *_OF_THE_FIRM))


_NOTHING = Text(
    "此安裝缺少示範所需之範例登錄冊；請重新安裝 vendorbook",
    "this installation lacks the example register that the demonstration needs; install vendorbook again",
)
