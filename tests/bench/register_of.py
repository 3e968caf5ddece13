"""A valid register of any size, grown from the example: its suppliers again and again, each under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.bench.example import WAIVERS, Figure, Files, Supplier, example_files, suppliers_of
from vendorbook.register import Register, Row, scope_digest
from vendorbook.yaml_source import read


def register_of(engagements: int) -> Files:
    """The files of a register with so many engagements (or as many more as the last supplier has)."""
    example = example_files()
    grown = {path: data for path, data in example.items() if not path.startswith(("vendors/", WAIVERS))}
    copies = list(_enough(suppliers_of(example), engagements))
    register = Register(tuple(row for copy in copies for row in copy.rows))
    for copy in copies:
        grown |= copy.files
        for figure in copy.figures:
            grown[figure.path] = _with_true_share(grown[figure.path], figure, register)
    return grown


def write(files: Files, folder: Path) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _enough(suppliers: list[Supplier], engagements: int) -> Iterator[Supplier]:
    """One supplier after the other, renamed: kite-systems-0001, …, kite-systems-0002, …"""
    names = {supplier.id for supplier in suppliers} | {row.group for each in suppliers for row in each.rows}
    listed = "|".join(sorted(names, key=len, reverse=True))
    # A whole value, or the first part of a record's id; not in prose, in addresses or in the names of documents.
    named = re.compile(rf"(?<=: )({listed})(?=[,}}/]|$)", re.MULTILINE)
    for number in count(1):
        for supplier in suppliers:
            if engagements <= 0:
                return
            engagements -= sum(path.endswith("/engagement.yaml") for path in supplier.files)
            yield _renamed(supplier, f"-{number:04}", named)


def _renamed(supplier: Supplier, suffix: str, named: re.Pattern[str]) -> Supplier:
    paths = {path: _path(path, suffix) for path in supplier.files}
    files = {paths[path]: _text(path, data, suffix, named) for path, data in supplier.files.items()}
    for path, data in supplier.files.items():
        if path.endswith("/engagement.yaml"):
            _name_scope_anew(files, paths[path], _scope_digest(data))
    return Supplier(
        id=supplier.id + suffix,
        files=files,
        rows=tuple(_row(row, suffix) for row in supplier.rows),
        figures=tuple(
            replace(figure, path=paths[figure.path], engagement=_id(figure.engagement, suffix))
            for figure in supplier.figures
        ),
    )


def _name_scope_anew(files: Files, record: str, digest: bytes) -> None:
    """In the assessments that name a scope by its digest, where a supplier that it names goes by a new name."""
    renamed = _scope_digest(files[record])
    if renamed != digest:
        journal = record.removesuffix("engagement.yaml") + "journal/"
        files.update({path: data.replace(digest, renamed) for path, data in files.items() if path.startswith(journal)})


def _scope_digest(record: bytes) -> bytes:
    return scope_digest(read(record, "engagement.yaml").root.nearest("scope")).encode()


def _path(path: str, suffix: str) -> str:
    if path.startswith(WAIVERS):
        return path.removesuffix(".yaml") + suffix + ".yaml"
    top, supplier, rest = path.split("/", 2)
    return f"{top}/{supplier}{suffix}/{rest}"


def _text(path: str, data: bytes, suffix: str, named: re.Pattern[str]) -> bytes:
    if not path.endswith(".yaml"):
        return data
    text = named.sub(rf"\1{suffix}", data.decode())
    if path.startswith(WAIVERS):
        text = re.sub(r"^(id: .*)$", rf"\1{suffix}", text, count=1, flags=re.MULTILINE)
    return text.encode()


def _id(engagement: str, suffix: str) -> str:
    supplier, _, name = engagement.partition("/")
    return f"{supplier}{suffix}/{name}"


def _row(row: Row, suffix: str) -> Row:
    return row._replace(id=_id(row.id, suffix), supplier=row.supplier + suffix, group=row.group + suffix)


def _with_true_share(data: bytes, figure: Figure, register: Register) -> bytes:
    """The assessment, stating the share that its supplier's group has in the grown register."""
    group = register.group_of(figure.engagement.partition("/")[0])
    share = register.share(group, figure.basis, figure.on, including=figure.engagement)
    lines = data.decode().split("\n")
    line, start = lines[figure.line], figure.column
    lines[figure.line] = line[:start] + f"{share:.1f}" + re.sub(r"^[0-9.]+", "", line[start:])
    return "\n".join(lines).encode()
