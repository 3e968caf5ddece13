"""An export: material as tables, and what writes them in a format."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from vendorbook.exports import tables, writers
from vendorbook.exports.cells import seen
from vendorbook.exports.columns import columns_of
from vendorbook.exports.material import Material
from vendorbook.exports.roc import with_roc
from vendorbook.exports.tabular import Column, Table
from vendorbook.model import Text


class Writer(Protocol):
    """A module of `writers/`. `SAID` is what it makes, in a few words; `IN_FOLDER` says whether that is several files,
    `IS_TEXT` whether one may print it.
    """

    SAID: Text
    IN_FOLDER: bool
    IS_TEXT: bool

    def files(self, export: Export) -> Mapping[str, bytes]:
        """The content of each file by name; of the only one, under the empty name."""


class TableModule(Protocol):
    """A module of `tables/`: `ORDER` is its place among them, and the table has the module's name."""

    ORDER: int
    __name__: str

    def table(self, material: Material) -> Table: ...


class Export:
    """Material in a language. `bom` begins each text file with a byte order mark, by which Excel knows UTF-8.

    `without` names tables that are left empty, and whose columns are all told to be withheld.
    """

    def __init__(
        self, material: Material, lang: str, *, bom: bool = False, without: Collection[str] = frozenset()
    ) -> None:
        self.material = material
        self.lang = lang
        self.bom = bom
        self.without = without

    def in_language(self, lang: str) -> Export:
        """The same in a language; tables that are made already serve for it too."""
        other = copy(self)
        other.lang = lang
        return other

    @cached_property
    def tables(self) -> list[Table]:
        """Every table, without what must not leave the firm unless that is wanted; last, what their columns are."""
        told = [*self._all, columns_of(self._all, self._withholds)]
        kept = told if self.material.confidential else [_withholding(each) for each in told]
        return [seen(with_roc(each)) for each in kept]

    @cached_property
    def withheld(self) -> list[str]:
        """The columns that are left out, as `table.column`."""
        return [
            f"{each.name}.{column.name}"
            for each in self._all
            for column in each.columns
            if self._withholds(each, column)
        ]

    def _withholds(self, table: Table, column: Column) -> bool:
        return table.name in self.without or (column.confidential and not self.material.confidential)

    @cached_property
    def _all(self) -> list[Table]:
        nothing = self.material._replace(suppliers=(), engagements=())
        named = [(each, each.__name__.rpartition(".")[2]) for each in table_modules()]
        return [each.table(nothing if name in self.without else self.material) for each, name in named]


def export(material: Material, lang: str, format: str, *, bom: bool = False) -> Mapping[str, bytes]:
    """The files of an export by name; see `Writer.files`."""
    return writer(format).files(Export(material, lang, bom=bom))


def formats() -> list[str]:
    """Every format there is a writer for."""
    return sorted(each.name for each in iter_modules(writers.__path__))


def writer(format: str) -> Writer:
    return cast("Writer", import_module(f"{writers.__name__}.{format}"))


def table_modules() -> list[TableModule]:
    """The tables in their order."""
    names = [each.name for each in iter_modules(tables.__path__)]
    modules = [cast("TableModule", import_module(f"{tables.__name__}.{name}")) for name in sorted(names)]
    return sorted(modules, key=lambda module: module.ORDER)


def _withholding(table: Table) -> Table:
    if not any(column.confidential for column in table.columns):
        return table
    kept = [not column.confidential for column in table.columns]
    columns: list[Column] = [each for each, stays in zip(table.columns, kept, strict=True) if stays]
    rows = [tuple(cell for cell, stays in zip(row, kept, strict=True) if stays) for row in table.rows]
    return table._replace(columns=columns, rows=rows)
