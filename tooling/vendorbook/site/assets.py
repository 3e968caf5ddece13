"""Style, scripts and the charts' library: files of the tool's own, and one of others with its licence and digest."""

from __future__ import annotations

import json
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path

from vendorbook.site.strings import strings

_HERE = Path(__file__).parent
_OWN = _HERE / "assets"
VENDORED = _HERE / "vendored"
SCRIPTS = ("strings.js", "basics.js", "tables.js", "search.js", "charts.js", "page.js")
"""In the order in which pages load them."""

_SAID = ("search.", "filter.", "sort.", "colon")


def write(folder: Path, lang: str) -> None:
    """What pages load, and the texts that scripts show."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(_OWN.iterdir()):
        shutil.copyfile(path, folder / path.name)
    for name in manifest():
        for file in (name, *manifest()[name]["with"]):
            shutil.copyfile(VENDORED / file, folder / file)
    said = {key: text.in_(lang) for key, text in strings().items() if key.startswith(_SAID)}
    text = json.dumps(said, ensure_ascii=True, sort_keys=True)
    (folder / "strings.js").write_text(f"window.vendorbookStrings={text};\n", encoding="utf-8")


@cache
def manifest() -> dict[str, dict[str, list[str]]]:
    """What was taken from others: by file, where it is from, its licence and digest, and the files that go with it."""
    found: dict[str, dict[str, list[str]]] = json.loads((VENDORED / "manifest.json").read_text("utf-8"))
    return found


@cache
def digest() -> str:
    """Changes whenever a file that pages are made from does."""
    files = sorted(path for path in _HERE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).hexdigest()
