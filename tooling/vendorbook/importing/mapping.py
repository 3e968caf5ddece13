"""A firm's own mapping: which column is which field, what its words mean, and what holds for every row.

sheet: 委外清冊                 # which sheet; by default the first in which headings are found
header_rows: [3, 4]             # where the headings are; by default they are looked for
columns:
  supplier.name.zh-TW: 委外廠商
  title.zh-TW: [案名, 委外項目]              # by any of several headings
  title.en: 案名                             # a column may fill several fields
  contract.starts_on: 合約/期間              # `/`: the second line of headings, below the first
  contract.ends_on: 合約/期間                # first and last day out of one cell
skip: [備註]                                 # left out knowingly
values:
  scope.services:
    - {words: [主機代管, 機房], means: operations}
  scope.subcontractors:
    - {words: [無], means: {none: 合約禁止分包}}
defaults:
  supplier.country: TW                       # where no cell says otherwise
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vendorbook import yaml_source
from vendorbook.importing.fields import KNOWN, Targets
from vendorbook.importing.naming import same
from vendorbook.model import CannotJudge, Node, Plain, Text, Unreadable

_KEYS = ("sheet", "header_rows", "columns", "skip", "values", "defaults")


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
        return own if own is not None else KNOWN.fields.get(same(heading))


def read_mapping(path: Path | None, targets: Targets) -> Mapping:
    """Raises CannotJudge, with the place, where the file is not as above or names what there is not."""
    if path is None:
        return Mapping()
    top = _top(path)
    mapping = Mapping(sheet=_text(top, "sheet"), header_rows=_rows(top))
    mapping.columns = {same(word): () for word in _words(top.get("skip"))}
    for each in _block(top, "columns"):
        name = _known_field(each, targets)
        for heading in _words(each):
            mapping.columns[same(heading)] = (*mapping.columns.get(same(heading), ()), name)
    for each in _block(top, "values"):
        mapping.values[_known_field(each, targets)] = dict(_meanings(each))
    for each in _block(top, "defaults"):
        mapping.defaults[_known_field(each, targets)] = each.value
    return mapping


def _top(path: Path) -> Node:
    try:
        top = yaml_source.read(path.read_bytes(), str(path)).root
    except Unreadable as unreadable:
        raise CannotJudge(Text("無法讀取對照檔", "the mapping cannot be read"), places=unreadable.refusals) from None
    known = ", ".join(_KEYS)
    for each in top.fields():
        if each.key not in _KEYS:
            raise _wrong(each, f"沒有 {each.key}（有：{known}）", f"there is no {each.key} (there are: {known})")
    return top


def _known_field(node: Node, targets: Targets) -> str:
    name = str(node.key)
    if name not in targets:
        raise _wrong(node, f"沒有欄位 {name}", f"there is no field {name}")
    return name


def _words(node: Node | None) -> list[str]:
    """One word or several."""
    if node is None:
        return []
    words = node.value if isinstance(node.value, list) else [node.value]
    if any(isinstance(each, dict | list) for each in words):
        raise _wrong(node, "須為文字，或多個文字", "must be a text, or several")
    return [str(each) for each in words]


def _meanings(node: Node) -> Iterator[tuple[str, Plain]]:
    for each in node.items():
        words, means = each.get("words"), each.get("means")
        if words is None or means is None:
            raise _wrong(each, "須為 {words: [...], means: 值}", "must be {words: [...], means: VALUE}")
        yield from ((same(word), means.value) for word in _words(words))


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
