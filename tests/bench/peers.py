"""The tools that are measured, each installed into a folder of its own: vendorbook from here, its peers by name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: the packages that make it, the first being its own, and its command."""

    name: str
    packages: tuple[str, ...]
    command: str
    from_npm: bool = False


ROOT = Path(__file__).resolve().parents[2]

PEERS = (
    Peer("check-jsonschema", ("check-jsonschema",), "check-jsonschema"),
    Peer("check-jsonschema+c", ("check-jsonschema", "ruamel.yaml.clib"), "check-jsonschema"),
    Peer("ajv", ("ajv-cli", "ajv-formats"), "ajv", from_npm=True),
    Peer("sourcemeta", ("sourcemeta-jsonschema",), "jsonschema"),
    Peer("yamllint", ("yamllint",), "yamllint"),
)


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the command of each peer is, what is installed, and why a peer is missing."""

    commands: dict[str, str]
    packages: dict[str, str]
    missing: dict[str, str]


def ourselves(folder: Path) -> str:
    """The command of vendorbook as a user installs it, with what is in this checkout now.

    A checkout's own command would not do: where Python may not write its compiled modules beside their sources,
    every start would compile them all again.
    """
    place = folder.absolute() / "vendorbook"
    python = place / "bin" / "python"
    if not python.exists():
        _run(sys.executable, "-m", "venv", "--clear", str(place))
    _run(str(python), "-m", "pip", "install", "--quiet", str(ROOT))
    return str(place / "bin" / "vendorbook")


def default_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base, "vendorbook-bench")


def installed(folder: Path) -> Installed:
    """The peers in a folder, each installed there unless it already is."""
    found = Installed({}, {}, {})
    for peer in PEERS:
        place = folder.absolute() / peer.name
        try:
            command = _npm(peer, place) if peer.from_npm else _pip(peer, place)
        except (OSError, subprocess.CalledProcessError) as error:
            shutil.rmtree(place, ignore_errors=True)
            found.missing[peer.name] = _reason(error)
        else:
            found.commands[peer.name] = str(command)
            found.packages[peer.name] = _versions(peer, place)
    return found


def _pip(peer: Peer, place: Path) -> Path:
    command = place / "bin" / peer.command
    if not command.exists():
        print(f"installing {', '.join(peer.packages)}", file=sys.stderr)
        _run(sys.executable, "-m", "venv", "--clear", str(place))
        _run(str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", *peer.packages)
    return command


def _npm(peer: Peer, place: Path) -> Path:
    command = place / "node_modules" / ".bin" / peer.command
    if not command.exists():
        print(f"installing {', '.join(peer.packages)}", file=sys.stderr)
        place.mkdir(parents=True, exist_ok=True)
        _run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place), *peer.packages)
    return command


def _versions(peer: Peer, place: Path) -> str:
    if peer.from_npm:
        script = "for (const n of process.argv.slice(1)) console.log(n, require(n + '/package.json').version)"
        said = _run("node", "-e", script, *peer.packages, cwd=place)
    else:
        script = "import sys, importlib.metadata as m\nfor n in sys.argv[1:]: print(n, m.version(n))"
        said = _run(str(place / "bin" / "python"), "-c", script, *peer.packages)
    return ", ".join(said.split("\n"))


def _run(*argv: str, cwd: Path | None = None) -> str:
    return subprocess.run(argv, cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


def _reason(error: Exception) -> str:
    said = str(getattr(error, "stderr", "") or error).strip()
    return said.splitlines()[-1] if said else type(error).__name__
