"""`vendorbook site`: the pages that auditors read."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from vendorbook.cli.asking import about_the_rules, as_of_option, debug_option
from vendorbook.cli.opening import opened
from vendorbook.cli.speaking import Both
from vendorbook.cli.unsaid import today
from vendorbook.model import LANGUAGES

_AUDIENCES = ("internal", "shareable")
_CLEAR = "\r\x1b[K"
_STEPS = {
    "judging": "判斷 judging",
    "reading": "讀取 reading",
    "trail": "驗證軌跡 verifying the trail",
    "history": "讀取歷史 reading history",
    "past": "判斷過往 judging earlier days",
    "pages": "產生頁面 making pages",
    "theme": "套用版面 theme",
    "files": "產生檔案 making files",
    "checking": "檢查 checking",
}


@click.group()
def site() -> None:
    """稽核人員閱讀之網站：建立、預覽、檢查 / the site that auditors read: build, serve, check."""


def _asked_of_a_site(command: Any) -> Any:
    options = (
        click.option(
            "--audience",
            type=click.Choice(_AUDIENCES),
            default="internal",
            help="供何人閱讀：shareable 不含機密欄位與人員姓名 / for whom: shareable leaves out what is confidential",
            show_default=True,
        ),
        click.option("--repository", default="", metavar="URL", help="版本庫網址，用於固定連結 / for permanent links"),
    )
    for option in reversed(options):
        command = option(command)
    return about_the_rules(as_of_option(command))


def _address(url: str) -> str:
    if url and not url.startswith("https://"):
        raise click.BadParameter(Both("須以 https:// 開頭", "must begin with https://"), param_hint="--repository")
    return url


@site.command()
@click.option("--site-dir", default="site", metavar="DIR", help="輸出資料夾 / where to", show_default=True)
@click.option("--at", metavar="REV", help="某個 git 版本之登錄冊 / the register as it was at a commit")
@click.option("--zip", "zip_", metavar="FILE", help="另存為一個壓縮檔 / also write all of it into one file")
@click.option(
    "--lang", type=click.Choice(["both", *LANGUAGES]), default="both", help="語言 / languages", show_default=True
)
@click.option(
    "--workbooks/--no-workbooks",
    default=None,
    help="附試算表與 register.json（預設：150 案以內者）/ workbooks and register.json (unless over 150 engagements)",
)
@click.option("--no-cache", is_flag=True, help="不使用快取 / judge everything afresh")
@_asked_of_a_site
def build(
    site_dir: str,
    at: str | None,
    zip_: str | None,
    lang: str,
    workbooks: bool | None,
    no_cache: bool,
    as_of: date | None,
    audience: str,
    repository: str,
    root: str,
) -> int:
    """建立網站：zh-TW 在最上層，English 在 en/ / build the site: zh-TW at the top, English under en/.

    只要一種語言時，該語言在最上層。以相同版本、日期建立者，逐位元組相同；內容未變時不重建。離開狀態不因發現而改變。

    One language alone stands at the top. The same commit and day give the same bytes; what has not changed is not
    built again. Findings do not change the exit status: `check` fails on those.
    """
    from vendorbook.cli.handing import handing
    from vendorbook.judging import Kept
    from vendorbook.site.asked import Asked
    from vendorbook.site.building import build as built
    from vendorbook.site.sums import write_zip

    snapshot, rules = opened(root, at, kept=not no_cache)
    target = Path(site_dir).absolute()
    kept = None if no_cache else Kept(str(snapshot.root))
    asked = Asked(audience, _address(repository), LANGUAGES if lang == "both" else (lang,), workbooks)
    result = built(snapshot, rules, as_of or today(), asked, target, kept, _told, handing(snapshot))
    _told("", 0, 0)
    if zip_:
        write_zip(target, Path(zip_))
    said = "已建立 built" if result.is_new else "未變，未重建 unchanged"
    click.echo(f"{site_dir}: {said}, {result.pages} × {len(asked.languages)}", err=True)
    return 0


def _told(step: str, done: int, total: int) -> None:
    """Rewrites one line of stderr; says nothing to a file or a pipe."""
    if not sys.stderr.isatty():
        return
    count = f" {done}" + (f" / {total}" if total else "") if done else ""
    sys.stderr.write(f"{_CLEAR}{_STEPS.get(step, '')}{count if step else ''}")
    sys.stderr.flush()


@site.command()
@click.option("--docs-dir", default="docs/register", metavar="DIR", help="輸出資料夾 / where to", show_default=True)
@_asked_of_a_site
def pages(docs_dir: str, as_of: date | None, audience: str, repository: str, root: str) -> int:
    """只產生 Markdown 頁面，供 mkdocs build 使用 / write the pages as Markdown alone, for `mkdocs build`.

    The folder is replaced as a whole. The repository's mkdocs.yml shows what it finds there beside the guides.
    """
    from vendorbook.judging import Kept
    from vendorbook.site.asked import Asked
    from vendorbook.site.markdown import write_pages

    snapshot, rules = opened(root)
    kept = Kept(str(snapshot.root))
    asked = Asked(audience, _address(repository))
    count = write_pages(snapshot, rules, as_of or today(), asked, Path(docs_dir).absolute(), kept, _told)
    _told("", 0, 0)
    click.echo(f"{docs_dir}: {count} × 2", err=True)
    return 0


@site.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False), default="site")
@debug_option
def check(folder: str) -> int:
    """檢查已建立之網站：連結、外部請求、內嵌樣式、CSP、兩種語言頁面相同 / look a built site over.

    Dead links and anchors, requests to elsewhere, inline styles and handlers, the hashes of each page's policy (CSP),
    the same pages in both languages, and every file against SHA256SUMS. Exit status 1 where anything is wrong.
    """
    from vendorbook.reports.inert import line
    from vendorbook.site.building import languages_of
    from vendorbook.site.checking import check as checked
    from vendorbook.site.sums import SUMS, wrong_sums

    top = Path(folder)
    faults = checked(top, languages_of(top))
    if (top / SUMS).is_file():
        faults += [f"{path}: not what {SUMS} says" for path in wrong_sums(top)]
    else:
        faults.append(f"{SUMS}: missing")
    for fault in faults:
        click.echo(line(fault))
    click.echo(f"{folder}: {'沒有問題 fine' if not faults else f'{len(faults)} 項 faults'}", err=True)
    return int(bool(faults))


@site.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="連接埠 / port", show_default=True)
@_asked_of_a_site
def serve(port: int, as_of: date | None, audience: str, repository: str, root: str) -> int:
    """在本機預覽；編輯紀錄後自動重建並重新載入 / look at the site here; it follows while a record is edited.

    Only this machine can connect (127.0.0.1). A file that cannot be read is told, and the last good site stays.
    """
    from vendorbook.site.asked import Asked
    from vendorbook.site.serving import Server

    def made(target: Path) -> None:
        from vendorbook.judging import Kept
        from vendorbook.site.building import build as built

        snapshot, rules = opened(root)
        asked = Asked(audience, _address(repository))
        built(snapshot, rules, as_of or today(), asked, target, Kept(str(snapshot.root)), _told)
        _told("", 0, 0)

    snapshot, _ = opened(root)
    server = Server(snapshot.root, made, lambda said: click.echo(said, err=True))
    with server.listening(port) as address:
        click.echo(f"{address}（Ctrl-C 結束 / to end）", err=True)
        server.follow()
    return 0
