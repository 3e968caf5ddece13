"""The due list as a calendar: `vendorbook due --format ics`, of the records asked for and however far ahead."""

from __future__ import annotations

from collections.abc import Mapping

from vendorbook.exports.export import Export
from vendorbook.model import Text
from vendorbook.reports.due import ics

SAID = Text("到期事項之行事曆", "the due list as a calendar")
IN_FOLDER = False
IS_TEXT = True


def files(export: Export) -> Mapping[str, bytes]:
    return {"": ics(export.material.due, export.material.as_of, export.lang).encode()}
