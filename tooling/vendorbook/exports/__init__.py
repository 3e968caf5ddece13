"""Handing the register over: one model of tables, and one writer a format.

A table is a module in `tables/`, a format a module in `writers/`; neither knows of the other's names.
"""

from vendorbook.exports.export import Export, export, formats, writer
from vendorbook.exports.material import Material, gathered, material_of
from vendorbook.exports.tabular import Cell, Column, Form, Kind, Table

__all__ = [
    "Cell",
    "Column",
    "Export",
    "Form",
    "Kind",
    "Material",
    "Table",
    "export",
    "formats",
    "gathered",
    "material_of",
    "writer",
]
