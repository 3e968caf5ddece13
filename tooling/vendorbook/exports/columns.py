"""What the columns of all tables are: for whoever gets files without titles, and to say what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

COLUMNS = (
    Column("table", Text("表", "Table")),
    Column("table_title", Text("表名", "Title of the table"), Kind.BOTH),
    Column("column", Text("欄", "Column")),
    Column("title", Text("欄名", "Title"), Kind.BOTH),
    Column("kind", Text("型別", "Kind")),
    Column("confidential", Text("機密", "Confidential"), Kind.FLAG),
    Column("withheld", Text("未匯出", "Withheld"), Kind.FLAG),
)


def columns_of(tables: Sequence[Table], withholds: Callable[[Table, Column], bool]) -> Table:
    """A row a column; `withholds` says whether one is left out."""
    rows = [
        (
            table.name,
            table.title,
            each.name,
            each.title,
            str(each.kind),
            each.confidential,
            withholds(table, each),
        )
        for table in tables
        for each in table.columns
    ]
    return Table("columns", Text("欄位說明", "Columns"), COLUMNS, rows)
