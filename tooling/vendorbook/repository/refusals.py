"""Why an entry is not read: what is wrong with its kind, its name or its place, and what to do."""

from __future__ import annotations

import re

from vendorbook.model import Text
from vendorbook.repository.layout import KEBAB, MAX_FOLDERS, RESERVED
from vendorbook.repository.shown import shown

_RESERVED = re.compile(RESERVED, re.IGNORECASE)
_KEBAB = re.compile(KEBAB)
_MAX_NAME = 100
_FLAT = ("journal", "evidence")

SYMLINK = Text(
    "這是符號連結；請改為放入實際的檔案",
    "this is a symbolic link; put the file itself here",
)
SUBMODULE = Text(
    "這是子模組（另一個儲存庫）；請移除，並將檔案直接放入本登錄冊",
    "this is a submodule, another repository; remove it and put the files into this register",
)
EXECUTABLE = Text(
    "檔案設有執行權限；請執行 chmod 644（或 git update-index --chmod=-x）",
    "the file is executable; run chmod 644 on it (or git update-index --chmod=-x)",
)
SPECIAL = Text(
    "這不是一般檔案（裝置、管線或通訊端）；請移除",
    "this is no ordinary file but a device, a pipe or a socket; remove it",
)
CLOSED = Text(
    "無法開啟；請檢查此路徑的讀取權限",
    "this cannot be opened; give yourself permission to read it",
)
UNMERGED = Text(
    "合併衝突尚未解決；請解決後以 git add 加入",
    "its merge conflict is not resolved; resolve it, then git add it",
)
TWICE = Text(
    "同一資料夾中有兩個同名的項目，不同工具會讀到不同的內容；請刪除後重新提交",
    "its folder has this name twice, so that two tools may read two contents; delete it and commit it anew",
)
NOT_A_FOLDER = Text(
    "這裡應該是資料夾；請移除此檔案",
    "a folder belongs here; remove this file",
)


def of_name(name: str) -> Text | None:
    """What is wrong with a name wherever it stands, or None."""
    if _undecodable(name):
        return _text("名稱不是有效的 UTF-8", "the name is not valid UTF-8")
    if not name.isprintable():
        return _text("名稱含有控制字元或看不見的字元", "the name holds a control or invisible character")
    if name.startswith("-"):
        return _DASH
    if name.startswith("."):
        return _HIDDEN
    if _RESERVED.match(name):
        return _text("Windows 保留此名稱", "Windows reserves this name")
    if len(name) > _MAX_NAME:
        return _text(f"名稱超過 {_MAX_NAME} 個字元", f"the name is longer than {_MAX_NAME} characters")
    return None


def of_twin(other: str) -> Text:
    return Text(
        f"與 {shown(other)} 只差在大小寫，某些電腦無法同時保存兩者；請移除其中一個",
        f"differs from {shown(other)} only in upper and lower case, "
        "and some machines cannot hold both; remove one of them",
    )


def of_place(path: str) -> Text:
    """Why a file whose names are harmless is none of a register."""
    *folders, name = path.split("/")
    if message := _of_folders(folders):
        return message
    if name.endswith(".yml"):
        return _text("副檔名應為 .yaml", "the extension has to be .yaml")
    if name != name.lower():
        return _not_kebab(name)
    if folders[0] != "vendors":
        return _LAYOUT[folders[0]]
    if folders[-1] in _FLAT:
        return _LAYOUT[folders[-1]]
    return _LAYOUT[("vendors", "supplier", "engagement")[min(len(folders), 3) - 1]]


def of_folder(path: str) -> Text:
    """Why a folder whose name is harmless is none of a register."""
    return _of_folders(path.split("/")) or _DEEP


def _of_folders(folders: list[str]) -> Text | None:
    if bad := next((folder for folder in folders if not _is_id(folder)), None):
        return _not_kebab(bad)
    if any(folder in _FLAT for folder in folders[2:-1]):
        return _NO_FOLDERS
    return _DEEP if len(folders) > MAX_FOLDERS else None


def _is_id(name: str) -> bool:
    return len(name) <= 64 and _KEBAB.fullmatch(name) is not None


def _undecodable(name: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in name)


def _not_kebab(name: str) -> Text:
    return _text(
        f"{shown(name)} 不是小寫英數字以連字號相連的名稱（至多 64 個字元）",
        f"{shown(name)} is not lower-case letters and digits joined by dashes (at most 64 characters)",
    )


def _text(zh_tw: str, en: str, do_zh: str = "重新命名", do_en: str = "rename it") -> Text:
    return Text(f"{zh_tw}；請{do_zh}", f"{en}; {do_en}")


_DASH = _text(
    "名稱以連字號開頭，會被指令誤認為選項",
    "the name begins with a dash, so that commands take it for an option",
)
_DEEP = _text(
    "資料夾層數過深",
    "this is deeper than any folder of a register",
    "上移或移除",
    "move it up or remove it",
)
_NO_FOLDERS = Text(
    "journal/ 與 evidence/ 之下沒有資料夾；請將檔案上移",
    "journal/ and evidence/ hold files and no folders; move the files up",
)
_HIDDEN = _text("名稱以句點開頭，為隱藏檔", "the name begins with a dot, which hides it", "移除", "remove it")

_LAYOUT = {
    "vendors": Text(
        "vendors/ 之下只有各資訊服務供應商的資料夾；請將檔案移入其中或移除",
        "vendors/ holds one folder a supplier and no file; move this into one, or remove it",
    ),
    "supplier": Text(
        "供應商的資料夾只有 supplier.yaml、journal/、evidence/ 與各委外案的資料夾；請移動或移除",
        "a supplier's folder holds supplier.yaml, journal/, evidence/ and a folder an engagement; move or remove this",
    ),
    "engagement": Text(
        "委外案的資料夾只有 engagement.yaml、journal/ 與 evidence/；請移動或移除",
        "an engagement's folder holds engagement.yaml, journal/ and evidence/; move or remove this",
    ),
    "journal": Text(
        "journal/ 之下的檔名為 <年-月-日>-<類別>[-<附註>].yaml；請重新命名",
        "a file of journal/ is called <YYYY-MM-DD>-<kind>[-<suffix>].yaml; rename it",
    ),
    "evidence": Text(
        "佐證的檔名為小寫英數字，以連字號、底線或句點相連，並有副檔名，例如 audit-report.pdf；請重新命名",
        "evidence is named with lower-case letters and digits, joined by dashes, underscores or dots, "
        "and an extension, as audit-report.pdf; rename it",
    ),
    "schemas": Text(
        "schemas/ 之下只有 <名稱>.schema.json；請重新命名或移除",
        "schemas/ holds <name>.schema.json; rename or remove this",
    ),
    "policies": Text(
        "policies/ 之下只有 <名稱>.yaml；請重新命名或移除",
        "policies/ holds <name>.yaml; rename or remove this",
    ),
}
