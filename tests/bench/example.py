"""The example register, supplier by supplier: what a grown register is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vendorbook import repository
from vendorbook.judging import Rules
from vendorbook.judging.stages import Worker, whole
from vendorbook.judging.units import units
from vendorbook.model import Node
from vendorbook.register import Row
from vendorbook.repository import Memory
from vendorbook.yaml_source import read

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 22)
"""The day on which the example is compliant, and so what is grown from it."""

WAIVERS = "policies/waivers/"

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share of the firm's outsourcing that an assessment states: in which line and column (from 0), and of what."""

    path: str
    line: int
    column: int
    engagement: str
    basis: str
    on: date


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier: its files and the waivers on them, what it adds to the whole, and what it states of the whole."""

    id: str
    files: Files
    rows: tuple[Row, ...]
    figures: tuple[Figure, ...]


def example_files() -> Files:
    tree = repository.WorkTree(ROOT)
    return {path: tree.read(path) for path in tree.files()}


def suppliers_of(example: Files) -> list[Supplier]:
    snapshot = Memory(example)
    worker = Worker(snapshot, Rules(repository.rules_of(snapshot)).book, AS_OF)
    rows = whole([worker.first(unit) for unit in units(snapshot.files())]).rows
    names = sorted({path.split("/")[1] for path in example if path.startswith("vendors/")})
    return [_supplier(name, example, rows) for name in names]


def _supplier(name: str, example: Files, rows: tuple[Row, ...]) -> Supplier:
    files = {path: data for path, data in example.items() if _is_about(name, path, data)}
    figures = tuple(figure for path, data in files.items() for figure in _figures(path, data))
    return Supplier(name, files, tuple(row for row in rows if row.supplier == name), figures)


def _is_about(supplier: str, path: str, data: bytes) -> bool:
    is_waiver = path.startswith(WAIVERS) and re.search(rf"^record: {supplier}(/|$)".encode(), data, re.MULTILINE)
    return bool(is_waiver) or path.startswith(f"vendors/{supplier}/")


def _figures(path: str, data: bytes) -> Iterator[Figure]:
    if not path.endswith(("-risk-assessment.yaml", "-correction.yaml")):
        return
    root = read(data, path).root
    stated = root.at("entry.concentration.firm") or root.at("concentration.firm")
    if stated and (figure := _figure(path, stated)):
        yield figure


def _figure(path: str, stated: Node) -> Figure | None:
    percent, on = stated.at("percent"), stated.date("as_of")
    if percent is None or on is None:
        return None
    at, engagement = percent.location, "/".join(path.split("/")[1:3])
    return Figure(path, at.line - 1, at.column - 1, engagement, stated.text("basis"), on)
