"""Building the site: gathered once, made once a language, checked, and put in place whole."""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from vendorbook import __version__
from vendorbook.judging import Kept, Rules
from vendorbook.model import LANGUAGES, CannotJudge, Text
from vendorbook.repository import Snapshot
from vendorbook.site import assets, post, theme
from vendorbook.site.asked import Asked
from vendorbook.site.checking import check_language
from vendorbook.site.downloads import downloads
from vendorbook.site.gathering import Site, Step, gathered
from vendorbook.site.pages import pages
from vendorbook.site.rendering import Rendering
from vendorbook.site.search import index

SUMS = "SHA256SUMS"
STAMP = "build.json"


class Built(NamedTuple):
    """How many pages each language has, and whether anything had to be done."""

    pages: int
    is_new: bool


def build(
    snapshot: Snapshot, rules: Rules, day: date, asked: Asked, site_dir: Path, kept: Kept | None, told: Step
) -> Built:
    """Makes the site in a folder, which is replaced as a whole; leaves it where it is what it would be again.

    Raises CannotJudge where the folder holds something else, or there is nothing to judge.
    """
    theme.require()
    _refuse_other(site_dir)
    key = key_of(snapshot, rules, day, asked)
    if (count := _is_built(site_dir, key)) is not None:
        return Built(count, is_new=False)
    site = gathered(snapshot, rules, day, asked, kept, told)
    with TemporaryDirectory(prefix=".vendorbook-site-", dir=_parent(site_dir)) as work:
        top = Path(work) / "site"
        with _at(site):
            count = _both(site, Path(work), told)
        _put_together(Path(work), top)
        _stamp(top, site, key, count)
        write_sums(top)
        _replace(top, site_dir)
    return Built(count, is_new=True)


def key_of(snapshot: Snapshot, rules: Rules, day: date, asked: Asked) -> str:
    """Names all that the site depends on: where it is the same, so is the site."""
    from vendorbook import git

    refs: list[str] = []
    if snapshot.commit:
        refs = [f"{ref.name} {ref.id}" for ref in git.tag_refs(snapshot.root, "")]
        refs += [str(git.ref_target(snapshot.root, "refs/heads/evidence"))]
    parts = [
        __version__,
        assets.digest(),
        rules.digest,
        _content(snapshot),
        str(snapshot.commit),
        str(day),
        *asked,
        *refs,
    ]
    parts += _versions()
    return sha256("\0".join(parts).encode()).hexdigest()


def _content(snapshot: Snapshot) -> str:
    """Every file by its content, wherever it stands and whenever it was written."""
    files = [f"{path} {snapshot.blob(path)}" for path in snapshot.files()]
    return "\n".join([*files, *(place.location.path for place in snapshot.refused())])


def _versions() -> list[str]:
    from importlib.metadata import version

    return [f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown")]


def _both(site: Site, work: Path, told: Step) -> int:
    """Each language in a process of its own, where processes can be forked: they share all that was gathered."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return max(_language(site, lang, work, told) for lang in LANGUAGES)
    from multiprocessing import get_context

    gc.freeze()  # what was gathered is shared by both, and looked through by neither
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    helper = context.Process(target=_help, args=(site, LANGUAGES[1], work, theirs))
    helper.start()
    theirs.close()
    try:
        count = _language(site, LANGUAGES[0], work, told)
        answer = ours.recv()
    except EOFError:
        raise RuntimeError("the process that made the other language has ended") from None
    finally:
        helper.join()
    if isinstance(answer, BaseException):
        raise answer
    return max(count, int(answer))


def _help(site: Site, lang: str, work: Path, answer: object) -> None:
    try:
        result: object = _language(site, lang, work, lambda *_: None)
    except BaseException as error:  # told to whoever waits
        result = RuntimeError(f"{type(error).__name__}: {error}") if not isinstance(error, CannotJudge) else error
    answer.send(result)  # type: ignore[attr-defined]


def _language(site: Site, lang: str, work: Path, told: Step) -> int:
    of = Rendering(site, lang)
    docs, out = work / f"docs-{lang}", work / f"out-{lang}"
    made = []
    for page in pages(of):
        made.append(page)
        told("pages", len(made), 0)
    theme.write_sources(made, docs)
    told("theme", 0, 1)
    theme.build(theme.configuration(of, docs, out), work / f"mkdocs-{lang}.yml", lambda _: None)
    for unwanted in theme.unwanted(out):
        unwanted.unlink(missing_ok=True)
    post.finish(out, {page.path: page.body for page in made})
    assets.write(out / "assets" / "vendorbook", lang)
    (out / "assets" / "vendorbook" / "index.js").write_text(index(of), encoding="utf-8")
    for path, text in downloads(of):
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    told("checking", 0, 0)
    if faults := check_language(out, lang):
        raise RuntimeError(f"the site has {len(faults)} faults: {'; '.join(faults[:5])}")
    return len(made)


def _put_together(work: Path, top: Path) -> None:
    """Chinese at the top, English below it."""
    chinese, english = (work / f"out-{lang}" for lang in LANGUAGES)
    chinese.rename(top)
    english.rename(top / "en")


@contextmanager
def _at(site: Site) -> Iterator[None]:
    """MkDocs takes the time of the commit for now."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    made = site.origin.made_at
    os.environ["SOURCE_DATE_EPOCH"] = str(int(made.timestamp()) if made else 0)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _stamp(top: Path, site: Site, key: str, count: int) -> None:
    stamp = {
        "format": "vendorbook/site/v1",
        "tool": __version__,
        "as_of": site.day.isoformat(),
        "commit": site.origin.commit,
        "policy_digest": site.verdict.policy_digest,
        "audience": site.audience.name,
        "pages": count,
        "key": key,
    }
    (top / STAMP).write_text(json.dumps(stamp, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def write_sums(top: Path) -> None:
    """The digest of every file, in the form that sha256sum checks."""
    files = sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())
    lines = [f"{sha256((top / path).read_bytes()).hexdigest()}  {path}\n" for path in files if path != SUMS]
    (top / SUMS).write_text("".join(lines), encoding="utf-8")


def wrong_sums(top: Path) -> list[str]:
    """Files that are not what the sums say, and files that they do not speak of."""
    said = dict(line.rstrip("\n").split("  ", 1)[::-1] for line in (top / SUMS).read_text("utf-8").splitlines())
    here = {path.relative_to(top).as_posix(): path for path in top.rglob("*") if path.is_file()}
    wrong = [path for path in here if path != SUMS and path not in said]
    wrong += [
        path
        for path, digest in said.items()
        if path not in here or sha256(here[path].read_bytes()).hexdigest() != digest
    ]
    return sorted(wrong)


def _is_built(site_dir: Path, key: str) -> int | None:
    """How many pages a site has that is whole and of this key, or None."""
    try:
        stamp = json.loads((site_dir / STAMP).read_text("utf-8"))
        if stamp["key"] != key or wrong_sums(site_dir):
            return None
        return int(stamp["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _refuse_other(site_dir: Path) -> None:
    """A folder with something else in it is not emptied."""
    if site_dir.is_symlink() or (site_dir.exists() and not site_dir.is_dir()):
        raise CannotJudge(_not_ours(site_dir))
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / STAMP).is_file():
        raise CannotJudge(_not_ours(site_dir))


def _not_ours(site_dir: Path) -> Text:
    return Text(
        f"{site_dir} 內有其他檔案，不予覆蓋；請指定空的或先前建立之資料夾",
        f"{site_dir} holds something else and is not overwritten; name an empty folder, or one that was built before",
    )


def _parent(site_dir: Path) -> Path:
    parent = site_dir.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent


def _replace(new: Path, site_dir: Path) -> None:
    old = new.parent / "old"
    if site_dir.exists():
        site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        if old.exists():
            old.rename(site_dir)
        raise
    shutil.rmtree(old, ignore_errors=True)


def write_zip(site_dir: Path, target: Path) -> None:
    """All files in one, the same bytes each time: sorted, and dated by nobody's clock."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site_dir.rglob("*")):
            if path.is_file():
                info = ZipInfo(path.relative_to(site_dir).as_posix(), (1980, 1, 1, 0, 0, 0))
                info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(info, path.read_bytes())
