"""What the export is of: the register of which day and commit, by which rules, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.exports.material import Material
from vendorbook.exports.roc import roc
from vendorbook.exports.tabular import Column, Kind, Table
from vendorbook.model import Text

ORDER = 0
COLUMNS = (
    Column("name", Text("代號", "Name")),
    Column("title", Text("項目", "Item"), Kind.BOTH),
    Column("value", Text("內容", "Value"), Kind.BOTH),
)

_NO_HISTORY = Text("不在 git 儲存庫內：沒有變更歷史", "not in a git repository: there is no history")
_WHOLE = Text("整個登錄冊", "the whole register")
_SOUND = Text("是", "yes")
_WITH = Text("含機密欄位，不得提供公司以外之人", "confidential fields are included: this must not leave the firm")


def table(material: Material) -> Table:
    return Table("about", Text("關於本檔", "About"), COLUMNS, list(_rows(material)))


def _rows(material: Material) -> Iterator[tuple[str, Text, Text]]:
    firm, day = material.book.firm, material.as_of
    yield "firm", Text("證券商", "Firm"), Text(firm.text("name.zh-TW"), firm.text("name.en"))
    yield "as_of", Text("基準日", "As of"), Text(f"{day}（{roc(day)}）", f"{day} ({roc(day)})")
    yield "commit", Text("版本（git）", "Commit (git)"), _commit(material)
    yield "rules", Text("規則摘要值", "Digest of the rules"), Text(material.rules, material.rules)
    yield "tool", Text("工具版本", "Version of the tool"), Text(material.tool, material.tool)
    yield "extent", Text("範圍", "Extent"), _extent(material)
    if material.edition is not None:
        yield "edition", Text("版本別", "Edition"), material.edition
    yield "complete", Text("是否完整", "Complete"), _complete(material)
    yield (
        "confidential",
        Text("機密欄位", "Confidential fields"),
        _WITH if material.confidential else _without(material),
    )


def _commit(material: Material) -> Text:
    commit = material.commit
    if commit is None:
        return _NO_HISTORY
    if material.source == "commit":
        return Text(commit, commit)
    return Text(
        f"{commit}（讀自工作目錄或索引，可能含尚未提交之內容）",
        f"{commit} (read from the work tree or the index, which may hold what is not committed)",
    )


def _extent(material: Material) -> Text:
    if material.records is None:
        return _WHOLE
    named = sorted(each for each in material.records if "/" in each)
    return Text("、".join(named), ", ".join(named))


def _complete(material: Material) -> Text:
    left = [each for each in material.verdict.unjudged if material.has(each)]
    if not left:
        return _SOUND
    names = ", ".join(left)
    return Text(f"否；檔案有誤而未列入：{names}", f"no; left out since their files are at fault: {names}")


def _without(material: Material) -> Text:
    kinds = ("supplier", "engagement", "people", *(kind for kind in material.schemas.kinds if kind[:8] == "journal/"))
    named = {kind: sorted(material.schemas.confidential_names(kind)) for kind in kinds}
    listed = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in named.items() if names)
    return Text(
        f"未含（加 --confidential 才匯出）：{listed}", f"left out (exported only with --confidential): {listed}"
    )
