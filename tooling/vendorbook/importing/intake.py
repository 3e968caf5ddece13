"""A whole sheet, taken in: from a file to drafts, and all that is to be told of it. Nothing is written here."""

from __future__ import annotations

from pathlib import Path

from vendorbook.editing.desk import Desk
from vendorbook.importing import headings, reading
from vendorbook.importing.building import Building
from vendorbook.importing.fields import Targets
from vendorbook.importing.grid import Grid, letters
from vendorbook.importing.headings import Column, Heading
from vendorbook.importing.mapping import Mapping, read_mapping
from vendorbook.importing.meaning import words_of
from vendorbook.importing.rows import Rows
from vendorbook.importing.sound import Soundness
from vendorbook.importing.there import what_is_there
from vendorbook.importing.told import Account, At, Told
from vendorbook.model import CannotJudge, Text
from vendorbook.repository import WorkTree


def take_in(desk: Desk, file: Path, kind: str, mapping_file: Path | None, sheet: str = "") -> Account:
    """Raises CannotJudge where the file, or the mapping, cannot be read, or no headings are found."""
    targets = Targets(desk.book.schemas)
    mapping = read_mapping(mapping_file, targets)
    account = Account()
    grid, heading = _chosen(reading.read(file, kind), mapping, sheet or mapping.sheet, account)
    _tell_of(grid, heading, account)
    building = Building(targets, what_is_there(WorkTree(desk.root)), mapping.defaults, grid.name, account)
    for row in Rows(grid, heading, targets, words_of(desk.book, mapping.values), account).read():
        account.rows += 1
        building.take(row)
    building.with_defaults()
    _keep_sound(building, Soundness(desk, targets, grid.name, account), account)
    account.unused.sort(key=lambda each: (each.at.row, each.at.column))
    account.notes.sort(key=lambda each: (each.at.row, each.at.column))
    return account


def _keep_sound(building: Building, soundness: Soundness, account: Account) -> None:
    """An engagement is written where its supplier is, or is there already."""
    fine = {id for id, draft in building.suppliers.items() if soundness.make(draft)}
    for draft in building.engagements.values():
        supplier = draft.id.split("/")[0]
        if supplier in building.suppliers and supplier not in fine:
            account.not_written += 1
            message = Text(
                f"供應商 {supplier} 未寫入，此案亦未寫入", f"its supplier {supplier} is not written, nor is it"
            )
            account.unused.append(Told(At(soundness.sheet, draft.rows[0]), draft.id, message))
        elif soundness.make(draft):
            account.drafts.append(draft)
    account.drafts[:0] = [draft for id, draft in building.suppliers.items() if id in fine]


def _chosen(grids: list[Grid], mapping: Mapping, wanted: str, account: Account) -> tuple[Grid, Heading]:
    """The sheet that was asked for, else the first that can be seen and has headings."""
    for grid in grids:
        count = grid.spread()
        if count:
            grid.told.append(Text(f"合併儲存格的內容已填入 {count} 格", f"merged cells: filled into {count} cells"))
    found = [
        (grid, heading)
        for grid in grids
        if (grid.name == wanted or (not wanted and not grid.is_hidden)) and (heading := headings.find(grid, mapping))
    ]
    if not found:
        raise CannotJudge(_no_heading([grid.name for grid in grids], wanted))
    for grid in grids:
        if grid is not found[0][0]:
            message = Text("未讀取的工作表（以 --sheet 指定）", "a sheet that was not read (choose it by --sheet)")
            account.notes.append(Told(At(grid.name, 0), "", message))
    return found[0]


def _tell_of(grid: Grid, heading: Heading, account: Account) -> None:
    """What the sheet holds that no row tells of."""
    account.notes += [Told(At(grid.name, 0), "", message) for message in grid.told]
    for row in range(1, heading.rows[0]):
        if not grid.is_blank(row):
            shown = " ".join(dict.fromkeys(cell.shown for cell in grid.rows[row - 1] if not cell.is_blank))
            account.notes.append(
                Told(At(grid.name, row), shown, Text("標題之上，未讀取", "above the headings, not read"))
            )
    named = {column.number: column for column in heading.columns}
    for number in range(1, grid.width + 1):
        count = sum(not grid.at(row, number).is_blank for row in range(heading.rows[-1] + 1, len(grid.rows) + 1))
        if count:
            _tell_of_column(grid, number, named.get(number), count, account)


def _tell_of_column(grid: Grid, number: int, column: Column | None, count: int, account: Account) -> None:
    """One that is hidden, or of which no cell is used."""
    title, name = column.heading if column else "", letters(number)
    at = At(grid.name, 0, number, title)
    if number in grid.hidden_columns:
        told = Text(f"{name} 欄是隱藏的，仍已讀取", f"column {name} is hidden, read all the same")
        account.notes.append(Told(at, title, told))
    if column is not None and column.fields == ():
        told = Text(f"{name} 欄依對照檔略過，{count} 格", f"column {name} is skipped by the mapping; {count} cells")
        account.notes.append(Told(at, title, told))
    elif column is None or column.fields is None:
        told = Text(
            f"{name} 欄沒有對照到欄位，{count} 格未採用",
            f"column {name} is no known field; {count} cells were not used",
        )
        account.unused.append(Told(at, title, told))


def _no_heading(names: list[str], wanted: str) -> Text:
    listed = ", ".join(names)
    if wanted and wanted not in names:
        return Text(f"沒有工作表 {wanted}（有：{listed}）", f"there is no sheet {wanted} (there are: {listed})")
    return Text(
        f"找不到認得的標題列（{listed}）：以 --mapping 指定貴公司的欄名，或使用 vendorbook export template 的樣板",
        f"no headings that are known ({listed}): name your own columns by --mapping, or use vendorbook export template",
    )
