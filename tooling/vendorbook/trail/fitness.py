"""May this clone be asked at all? What is hidden, or stands in for something else, is never a pass."""

from __future__ import annotations

from pathlib import Path

from vendorbook import git
from vendorbook.model import CannotJudge, Text

_OBSTACLES = {
    "shallow": Text(
        "此副本為淺層複製，缺少較早的歷史；請執行 git fetch --unshallow（CI 請設定 fetch-depth: 0）",
        "this is a shallow clone, which lacks the older history; git fetch --unshallow (in CI: fetch-depth: 0)",
    ),
    "partial": Text(
        "此副本為部分複製，缺少之物件會另外取得；請重新完整複製（git clone，不加 --filter）",
        "this is a partial clone, which fetches objects as they are asked for; make a full one (no --filter)",
    ),
    "replaced": Text(
        "此副本有替代物件（refs/replace/），git 所示之歷史與實際不同；請以 git replace --delete 移除後再驗證",
        "objects are replaced here (refs/replace/): git shows another history than there is; "
        "remove them (git replace --delete) and verify again",
    ),
    "grafted": Text(
        "此副本有 info/grafts，git 所示之歷史與實際不同；請移除該檔後再驗證",
        "there are grafts here (info/grafts): git shows another history than there is; remove them and verify again",
    ),
}


def refuse_unfit(root: Path) -> None:
    """Raises CannotJudge, with the reason, for a clone whose history is not whole or not what it looks like."""
    for obstacle in git.obstacles(root):
        raise CannotJudge(_OBSTACLES[obstacle])
