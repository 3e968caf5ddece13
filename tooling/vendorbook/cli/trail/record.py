"""`vendorbook trail record`: what the forge says of each merge, into the evidence branch."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vendorbook.cli.asking import about_the_output, about_the_rules
from vendorbook.cli.completing import revisions
from vendorbook.cli.wrongly import wrongly
from vendorbook.model import CannotJudge, Text

if TYPE_CHECKING:
    from vendorbook.forges.patience import Patience
    from vendorbook.trail.ledger import Entry
    from vendorbook.trail.recording import Forge

_LONGEST_WAIT = 900
_RUNNERS = {"github": "GITHUB_ACTIONS", "gitlab": "GITLAB_CI"}


@click.command()
@about_the_rules
@click.option("--forge", type=click.Choice(list(_RUNNERS)), help="代管平台（CI 上可省略）/ the forge (known on its CI)")
@click.option("--repository", metavar="NAME", help="平台上之名稱，例 owner/name / its name there")
@click.option("--api-url", metavar="URL", help="自建平台之 API 網址 / the API of a forge on premises")
@click.option("--branch", default="main", show_default=True, metavar="NAME", help="受保護之分支 / the protected branch")
@click.option(
    "--since", metavar="REV", shell_complete=revisions, help="只記錄此提交之後者 / only what came after this commit"
)
@click.option("--merge", metavar="REV", shell_complete=revisions, help="只記錄此提交 / only this commit")
@click.option("--all-missing", is_flag=True, help="記錄所有尚未記錄者（預設）/ all that is not recorded yet (default)")
@click.option(
    "--max-wait",
    type=click.IntRange(0, 86_400),
    default=_LONGEST_WAIT,
    show_default=True,
    metavar="SECONDS",
    help="平台限制次數時至多等候之秒數 / how long to wait when the forge has been asked too often",
)
@about_the_output
def record(root: str, lang: str, colour: str, **how: Any) -> int:  # noqa: ARG001
    """向代管平台查詢每次合併之審查，逐筆寫入證據分支 / ask the forge how each merge was reviewed; keep what it says.

    \b
    權杖由環境變數提供，僅需讀取權限；只寫入本地的 evidence 分支，推送由流程為之。
    The token comes from GITHUB_TOKEN or GITLAB_TOKEN and needs to read only. Writes the local branch `evidence`;
    pushing it is the workflow's. What is recorded stays if the forge fails half-way: run it again.
    """
    if sum(map(bool, (how["since"], how["merge"], how["all_missing"]))) > 1:
        raise wrongly("--since、--merge、--all-missing 只能擇一", "use one of --since, --merge, --all-missing")
    from vendorbook import git
    from vendorbook.trail.recording import Recorder, branch_tip

    top = git.find_root(Path(root))
    tip = branch_tip(top, how["branch"])
    ledger = _ledger(top)
    wanted = _wanted(top, tip, how["since"], how["merge"], ledger.by_merge)
    recorder = Recorder(top, _forge(how, _patience(how["max_wait"], lang)), how["branch"])
    recorded = 0
    for recorded, entry in enumerate(recorder.record(wanted, ledger), 1):
        click.echo(_line(entry))
        click.echo(f"{recorded} / {len(wanted)}", err=True)
    click.echo(_SUMMARY[lang].format(recorded=recorded, before=len(ledger.entries)), err=True)
    return 0


def _ledger(top: Path) -> Any:
    from vendorbook.trail.ledger import continued
    from vendorbook.trail.ledger.appending import BROKEN

    ledger = continued(top)
    if ledger.faults:
        raise CannotJudge(BROKEN, places=ledger.faults)
    return ledger


def _wanted(top: Path, tip: str, since: str | None, merge: str | None, recorded: Any) -> list[str]:
    """The commits to record, oldest first."""
    from vendorbook.git import resolve
    from vendorbook.trail.recording import missing, start_of_trail

    if merge is not None:
        commit = resolve(top, merge)
        if commit not in missing(top, tip, None, ()):
            raise CannotJudge(_not_on_the_line(commit))
        return [] if commit in recorded else [commit]
    return missing(top, tip, resolve(top, since) if since else start_of_trail(top, tip), recorded)


def _forge(how: dict[str, Any], patience: Patience) -> Forge:
    """The forge that was named, or on whose runner this is."""
    kind = how["forge"] or next((kind for kind, variable in _RUNNERS.items() if os.environ.get(variable)), None)
    if kind is None:
        raise wrongly("請以 --forge 指定代管平台", "name the forge with --forge")
    from vendorbook.forges import address, github, gitlab

    adapter: type[github.Adapter | gitlab.Adapter] = github.Adapter if kind == "github" else gitlab.Adapter
    repository = how["repository"] or os.environ.get(adapter.repository_variable)
    if not repository:
        raise wrongly("請以 --repository 指定儲存庫", "name the repository with --repository")
    where = how["api_url"] or os.environ.get(adapter.address_variable) or adapter.address
    token = address.token(adapter.token_variable, os.environ.get(adapter.token_variable))
    return adapter(where, repository, token, patience)


def _patience(longest: int, lang: str) -> Patience:
    from vendorbook.forges.patience import Patience
    from vendorbook.reports.inert import line

    return Patience(longest=float(longest), tell=lambda why: click.echo(line(why.in_(lang)), err=True))


def _line(entry: Entry) -> str:
    number = f"#{entry.change.number}" if entry.change.number else "–"
    return f"{entry.number:06} {entry.merge.commit} {entry.change.kind} {number}"


def _not_on_the_line(commit: str) -> Text:
    return Text(
        f"提交 {commit} 不在分支的第一父線上，或為其起點",
        f"commit {commit} is not on the branch's first-parent line, or is its root",
    )


_SUMMARY = {
    "zh-TW": "新記錄 {recorded} 筆，原有 {before} 筆",
    "en": "{recorded} recorded, {before} were there before",
}
