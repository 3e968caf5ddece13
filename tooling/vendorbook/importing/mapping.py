"""A firm's own mapping: which column is which field, what its words mean, and what holds for every row.

sheet: 委外清冊                 # which sheet; by default the first in which headings are found
header_rows: [3, 4]             # where the headings are; by default they are looked for
columns:
  委外廠商: supplier.name.zh-TW
  合約期間/起: contract.starts_on          # the second line of headings below the first
  案名: [title.zh-TW, title.en]            # one column may fill several fields
  備註: skip                                # left out knowingly
values:
  scope.services: {主機代管: operations}   # a word of the firm's, and the value that it means
  scope.subcontractors: {無: {none: 合約未約定分包}}
defaults:
  supplier.country: TW                      # where no cell says otherwise
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from vendorbook import yaml_source
from vendorbook.importing.fields import KNOWN, Targets
from vendorbook.importing.naming import same
from vendorbook.model import CannotJudge, Node, Plain, Text, Unreadable

SKIP = "skip"
_KEYS = ("sheet", "header_rows", "columns", "values", "defaults")


@dataclass
class Mapping:
    """`columns`: fields by heading (as `same` has it); none for a column that is left out knowingly."""

    sheet: str = ""
    header_rows: tuple[int, ...] = ()
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    values: dict[str, dict[str, Plain]] = field(default_factory=dict)
    defaults: dict[str, Plain] = field(default_factory=dict)

    def fields_of(self, heading: str) -> tuple[str, ...] | None:
        """What a heading is about; None where nobody knows."""
        own = self.columns.get(same(heading))
        return own if own is not None else _known().get(same(heading))


def read_mapping(path: Path | None, targets: Targets) -> Mapping:
    """Raises CannotJudge, with the place, where the file is not as above or names what there is not."""
    if path is None:
        return Mapping()
    try:
        top = yaml_source.read(path.read_bytes(), str(path)).root
    except Unreadable as unreadable:
        raise CannotJudge(Text("無法讀取對照檔", "the mapping cannot be read"), places=unreadable.refusals) from None
    for each in top.fields():
        if each.key not in _KEYS:
            raise _wrong(
                each,
                f"沒有 {each.key}（有：{', '.join(_KEYS)}）",
                f"there is no {each.key} (there are: {', '.join(_KEYS)})",
            )
    mapping = Mapping(sheet=_text(top, "sheet"), header_rows=_rows(top))
    for each in _block(top, "columns"):
        mapping.columns[same(str(each.key))] = tuple(_named(each, targets))
    for each in _block(top, "values"):
        _known_field(each, str(each.key), targets)
        mapping.values[str(each.key)] = {same(str(word.key)): word.value for word in each.fields()}
    for each in _block(top, "defaults"):
        _known_field(each, str(each.key), targets)
        mapping.defaults[str(each.key)] = each.value
    return mapping


def _known() -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {same(name): (name,) for name in KNOWN.headings}
    return named | {same(heading): (name,) for name, headings in KNOWN.headings.items() for heading in headings}


def _named(node: Node, targets: Targets) -> list[str]:
    values = node.value if isinstance(node.value, list) else [node.value]
    names = [str(each) for each in values if each != SKIP]
    for name in names:
        _known_field(node, name, targets)
    return names


def _known_field(node: Node, name: str, targets: Targets) -> None:
    if name not in targets:
        raise _wrong(node, f"沒有欄位 {name}", f"there is no field {name}")


def _text(top: Node, key: str) -> str:
    node = top.get(key)
    if node is not None and not isinstance(node.value, str):
        raise _wrong(node, "須為文字", "must be text")
    return "" if node is None else str(node.value)


def _rows(top: Node) -> tuple[int, ...]:
    node = top.get("header_rows")
    if node is None:
        return ()
    rows = node.value if isinstance(node.value, list) else [node.value]
    numbers = [each for each in rows if isinstance(each, int) and not isinstance(each, bool)]
    if numbers != rows or not numbers or numbers != list(range(max(numbers[0], 1), max(numbers[0], 1) + len(numbers))):
        raise _wrong(
            node, "須為相連的列號，例如 [3, 4]", "must be the numbers of rows that follow one another, such as [3, 4]"
        )
    return tuple(numbers)


def _block(top: Node, key: str) -> list[Node]:
    node = top.get(key)
    if node is not None and not isinstance(node.value, dict):
        raise _wrong(node, "須為 名稱: 值", "must be `name: value`")
    return list(node.fields()) if node is not None else []


def _wrong(node: Node, zh_tw: str, en: str) -> CannotJudge:
    return CannotJudge(Text(zh_tw, en), node.location)
