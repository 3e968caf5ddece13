"""What is taken from the tool's own repository; what is said there of the tool, a firm says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vendorbook.model import CannotJudge, Text
from vendorbook.repository.packaged import Packaged

EVERYWHERE = (".gitattributes", ".pre-commit-config.yaml", ".vscode/extensions.json", ".vscode/settings.json")
OF_GITHUB = (
    ".github/dependabot.yml",
    ".github/pull_request_template.md",
    ".github/requirements.txt",
    ".github/rulesets/evidence.json",
    ".github/rulesets/main.json",
    ".github/rulesets/tags.json",
    ".github/workflows/gate.yml",
    ".github/workflows/nightly.yml",
    ".github/workflows/trail.yml",
)
TEXTS = Path(__file__).parent / "texts"


class Instead(NamedTuple):
    """What a file of the tool's repository says, and what a firm's says in its place."""

    file: str
    said: str
    says: str


def _wheel(workflow: str, folder: str) -> Instead:
    return Instead(
        f".github/workflows/{workflow}.yml",
        f'--no-deps --no-build-isolation --no-index "$GITHUB_WORKSPACE/{folder}"\n',
        f'--no-deps --no-index "$GITHUB_WORKSPACE/{folder}"/.github/wheels/vendorbook-*.whl\n',
    )


CHANGES = (
    _wheel("gate", "base"),
    _wheel("nightly", "register"),
    _wheel("trail", "register"),
    Instead(
        ".github/workflows/gate.yml",
        "A job that is skipped counts as green, so this one and its steps have no conditions at all:\n"
        "# tests/github holds it to that.\n",
        "A job that is skipped counts as green, so this one and its steps have no conditions at all.\n",
    ),
    Instead(
        ".github/dependabot.yml",
        "The hash-locked requirements; what pyproject.toml asks for changes by hand.",
        "The hash-locked requirements; the tool itself is the wheel in .github/wheels.",
    ),
    Instead(".github/pull_request_template.md", " `vendorbook policies test` 與 `pytest` 通過 / both pass", ""),
    Instead(
        ".pre-commit-config.yaml",
        "# The hooks of this repository: `pre-commit install` once, with vendorbook installed (see README.md).\n",
        "# The hooks of this register: `pre-commit install --overwrite` once, with vendorbook installed.\n",
    ),
    Instead(
        ".pre-commit-config.yaml",
        "      # As in .pre-commit-hooks.yaml, but run by the vendorbook that is installed here.\n",
        "",
    ),
)


def schemas() -> Iterator[tuple[str, bytes]]:
    """The tool's schemas by path: copies, by which editors complete and explain."""
    packaged = Packaged()
    yield from ((path, packaged.read(path)) for path in packaged.files() if path.startswith("schemas/"))


def adapted(path: str) -> bytes:
    """A file of the tool's repository as a firm's register has it."""
    place = _folder() / path
    try:
        text = place.read_text("utf-8")
    except FileNotFoundError:
        raise CannotJudge(_NOTHING) from None
    for change in (each for each in CHANGES if each.file == path):
        text = _replaced(text, change)
    return text.encode()


def text(name: str) -> str:
    return (TEXTS / name).read_text("utf-8")


def _folder() -> Path:
    root = Packaged().root
    carried = root / "starting"
    return carried if carried.is_dir() else root


def _replaced(text: str, change: Instead) -> str:
    if text.count(change.said) != 1:
        raise ValueError(f"{change.file}: stands {text.count(change.said)} times: {change.said[:80]!r}")
    return text.replace(change.said, change.says)


_NOTHING = Text(
    "此安裝缺少建立登錄冊所需之檔案；請重新安裝 vendorbook",
    "this installation lacks the files that a new register needs; install vendorbook again",
)
