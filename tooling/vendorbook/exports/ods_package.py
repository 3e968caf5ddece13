"""An OpenDocument workbook as the bytes of its file: the same for the same content, whenever it is made."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def packed(document: Any, tables: str) -> bytes:
    """The package of an empty document with these sheets, and no moment in it.

    Its type comes first and bare, as the standard wants it.
    """
    loose, made = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as old, ZipFile(made, "w") as new:
        for each in old.infolist():
            info = ZipInfo(each.filename)
            info.compress_type = ZIP_STORED if each.filename == "mimetype" else ZIP_DEFLATED
            data = old.read(each)
            new.writestr(info, _filled(data, tables) if each.filename == "content.xml" else data)
    return made.getvalue()


def _filled(content: bytes, tables: str) -> bytes:
    before, empty, after = content.partition(b"<office:spreadsheet/>")
    if not empty:
        raise RuntimeError("odfdo writes an empty workbook in another way than it did")
    return before + b"<office:spreadsheet>" + tables.encode() + b"</office:spreadsheet>" + after
