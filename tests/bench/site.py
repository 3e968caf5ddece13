"""How long the site takes, beside MkDocs alone on the same pages: `python -m tests.bench.site`.

A valid register is grown from the example and committed once. Then, as whole processes: the site built anew, built
again with nothing changed, and looked over; and MkDocs alone, on pages that have their bodies in the Markdown.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.company import company
from tests.bench.register_of import register_of, write
from tests.conftest import ROOT
from tests.helpers.repos import surroundings

DAY = "2026-11-22"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
CONFIG = """site_name: register
docs_dir: pages
site_dir: out
use_directory_urls: false
theme: {name: material, font: false}
plugins: []
not_in_nav: "/*"
nav: [index.md]
validation: {links: {not_found: ignore, unrecognized_links: ignore}}
"""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("python -m tests.bench.site", description=__doc__)
    parser.add_argument("--engagements", type=int, default=436, help="how many the register has (436: 300 suppliers)")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="vendorbook-bench-") as folder:
        register = committed(asked.engagements, Path(folder))
        before = company()
        for name, took in _timed(register).items():
            print(f"{name:24} {took:6.1f} s")
        print(f"pages a language: {len(list((register / 'site/en').rglob('*.html')))}")
        if (others := company().share_since(before)) is not None:
            print(f"other processes took {others:.0%} of the machine meanwhile")


def committed(engagements: int, folder: Path) -> Path:
    """A valid register of so many, in a repository."""
    register = folder / "register"
    write(register_of(engagements), register)
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@b.example commit -q -m register"):
        subprocess.run(["git", *command.split()], cwd=register, env=surroundings(), check=True)
    return register


def _timed(register: Path) -> dict[str, float]:
    tool, day = [sys.executable, "-m", "vendorbook", "site"], ["--as-of", DAY]
    took = {
        "site build, anew": run([*tool, "build", *day, "--no-cache"], register),
        "site build, unchanged": run([*tool, "build", *day, "--no-cache"], register),
        "site check": run([*tool, "check", "site"], register),
        "site pages": run([*tool, "pages", *day, "--docs-dir", "pages"], register),
    }
    (register / "mkdocs.yml").write_text(CONFIG, "utf-8")
    took["mkdocs build, alone"] = run([sys.executable, "-m", "mkdocs", "build", "--quiet"], register)
    return took


def run(command: list[str], folder: Path) -> float:
    """Seconds that a command takes in a folder."""
    env = surroundings() | QUIET | {"PYTHONPATH": os.fspath(ROOT / "tooling"), "XDG_CACHE_HOME": f"{folder}-cache"}
    start = perf_counter()
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
