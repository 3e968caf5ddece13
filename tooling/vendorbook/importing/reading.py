"""A file's sheets, by the kind that the user says it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from vendorbook.importing.grid import MOST_BYTES, UNPACKED, Grid
from vendorbook.model import CannotJudge, Text

KINDS = ("xlsx", "ods", "csv")

_FAULTY = re.compile(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC)[!?]?|Err:[0-9]+")


def read(path: Path, kind: str) -> list[Grid]:
    """Every sheet of a file. Raises CannotJudge where it cannot be read, and OSError where it cannot be opened."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise CannotJudge(Text(f"檔案太大（{size} 位元組）", f"the file is too large ({size} bytes)"))
    if kind != "csv":
        _refuse_bomb(path)
    module = _module(kind)
    try:
        grids: list[Grid] = module(path)
    except (CannotJudge, OSError):
        raise
    except Exception as error:  # whatever the library meets in a broken file
        raise CannotJudge(_unreadable(kind, type(error).__name__)) from error
    return grids


def is_error(text: str) -> bool:
    """Whether a text is what a program shows for a formula that failed."""
    return _FAULTY.fullmatch(text.strip()) is not None


def _module(kind: str) -> Callable[[Path], list[Grid]]:
    try:
        found: Callable[[Path], list[Grid]] = import_module(f"vendorbook.importing.from_{kind}").read
    except ModuleNotFoundError as missing:
        raise CannotJudge(_not_installed(missing.name or kind)) from None
    return found


def _refuse_bomb(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except BadZipFile:
        raise CannotJudge(_NO_ARCHIVE) from None
    if size > UNPACKED:
        raise CannotJudge(Text(f"解壓後太大（{size} 位元組）", f"too large when unpacked ({size} bytes)"))


def _not_installed(name: str) -> Text:
    return Text(
        f"匯入需要套件 {name}：請執行 pip install 'vendorbook[import]'",
        f"importing needs {name}: pip install 'vendorbook[import]'",
    )


def _unreadable(kind: str, reason: str) -> Text:
    return Text(f"無法以 {kind} 讀取（{reason}）", f"it cannot be read as {kind} ({reason})")


_NO_ARCHIVE = Text(
    "不是 xlsx 或 ods 檔案；舊的 .xls 請先以試算表程式另存為 .xlsx",
    "this is no xlsx or ods file; save an old .xls as .xlsx first",
)
FORMULA_FAILED = Text("公式的結果是錯誤值", "the formula's result is an error")
FORMULA_UNKNOWN = Text(
    "公式沒有存下結果；請在試算表程式開啟後存檔",
    "the formula's result was not saved; open and save it in a spreadsheet",
)
