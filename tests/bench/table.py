"""The figures as a table to read, and as data to keep."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.contender import Result

_AGAINST = (("cold", "vendorbook/cold"), ("warm", "vendorbook/warm"), ("floor", "floor"))


def table(results: Mapping[str, Result]) -> str:
    """A line a contender: seconds, MiB, and how many times as long it takes as three others."""
    columns = [(title, results[name].wall) for title, name in _AGAINST if _is_measured(results.get(name))]
    head = f"{'':28}{'wall s':>9}{'user s':>9}{'MiB':>7}" + "".join(f"{'× ' + title:>10}" for title, _ in columns)
    return "\n".join([head, *(_line(result, [wall for _, wall in columns]) for result in results.values())])


def data(results: Mapping[str, Result]) -> dict[str, object]:
    """Everything that was measured, round by round."""
    return {name: _datum(result) for name, result in results.items()}


def _is_measured(result: Result | None) -> bool:
    return result is not None and not result.failure


def _line(result: Result, others: list[float]) -> str:
    if result.failure:
        return f"{result.name:28}  {result.failure.splitlines()[0]}"
    figures = f"{result.wall:9.3f}{result.user:9.3f}{result.peak:7.0f}"
    ratios = "".join(f"{result.wall / other:10.2f}" for other in others)
    return f"{result.name:28}{figures}{ratios}  {result.note}".rstrip()


def _datum(result: Result) -> dict[str, object]:
    if result.failure:
        return {"failure": result.failure}
    rounds = [{"wall": spent.wall, "user": spent.user} for spent in result.rounds]
    return {"wall": result.wall, "user": result.user, "peak_mib": result.peak, "note": result.note, "rounds": rounds}
