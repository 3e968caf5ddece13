"""A benchmark: vendorbook and its peers, side by side in one run, each as the whole process that a user waits for.

A valid register of any size is grown from the example into a temporary folder. Then, in turns, so that
whatever else the machine does meets all alike:

  floor         libyaml's parser alone over every YAML file: what no reader in this process model can beat
  vendorbook    cold (nothing kept), warm (nothing changed), changed and staged (one file was edited since)
  gate, trail   the gate on a change of one record; every one of 2,000 merges, judged anew or looked up
  peers         validators with the same schemas on the same files, and a linter; on all files, and on single ones

Read the ratios rather than the seconds. See docs/benchmark.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import aims, histories, others, own, peers, table
from tests.bench.company import company
from tests.bench.contender import Contender, Result, compete
from tests.bench.ground import Ground, laid_out
from tests.bench.peers import Installed


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    installed = peers.installed(asked.peers)
    with TemporaryDirectory(prefix="vendorbook-bench-") as folder:
        ground = laid_out(Path(folder), asked.engagements)
        found = _contenders(ground, peers.ourselves(asked.peers), installed, asked.whole)
        chosen = [each for each in found if _is_asked(each.name, asked.only)]
        before = company()
        results = compete(chosen, asked.rounds)
        facts = {**_facts(ground, installed, asked.rounds), "others": company().share_since(before)}
    missing = {name: Result(name, failure=f"missing: {why}") for name, why in installed.missing.items()}
    results |= {name: result for name, result in missing.items() if _is_asked(name, asked.only)}
    _tell(facts, results)
    if asked.json:
        asked.json.write_text(json.dumps({**facts, "results": table.data(results)}, indent=2), encoding="utf-8")
    return int(any(result.failure for result in results.values()))


def _contenders(ground: Ground, program: str, installed: Installed, whole: bool) -> Iterator[Contender]:
    yield others.floor(ground)
    yield from own.contenders(ground, program)
    yield from histories.contenders(ground, program)
    yield from others.contenders(ground, installed.commands, own.changed_files(ground), whole=whole)


def _is_asked(name: str, only: Sequence[str]) -> bool:
    """A name asks for itself, and the first part of one for all that begin with it."""
    return not only or any(name == part or name.startswith(f"{part}/") for part in only)


def _facts(ground: Ground, installed: Installed, rounds: int) -> dict[str, object]:
    return {
        "engagements": len(ground.kinds["engagement"]),
        "files": ground.count,
        "bytes": sum(len(ground.files[path]) for paths in ground.kinds.values() for path in paths),
        "rounds": rounds,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "packages": installed.packages,
    }


def _tell(facts: dict[str, object], results: dict[str, Result]) -> None:
    print("{engagements:,} engagements in {files:,} YAML files of {bytes:,} bytes".format(**facts))
    print("medians of {rounds} rounds, Python {python}, {cores} cores".format(**facts))
    if isinstance(facts["others"], float):
        print(f"other processes took {facts['others']:.0%} of the machine meanwhile")
    print()
    print(table.table(results))
    print("\nMiB: the most that a process and its helpers held at any glance; what they share counts once")
    print("peers' schemas: without the format `period`, which only vendorbook knows; ajv's files: with days in quotes")
    print("", *aims.told(results), sep="\n")
    for name, result in results.items():
        if result.failure:
            print(f"\n{name}: {result.failure}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__, formatter_class=form)
    parser.add_argument("--engagements", type=int, default=1000, help="how many the register has (1000)")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="vendorbook/cold, ajv, ajv/record, …")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--whole", action="store_true", help="no samples: all files for the slow peers too")
    parser.add_argument("--peers", type=Path, default=peers.default_folder(), help="where peers are installed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every figure there")
    return parser


if __name__ == "__main__":
    sys.exit(main())
