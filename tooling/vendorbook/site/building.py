"""Building the site: gathered once, made once a language, checked, and put in place whole."""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from vendorbook import __version__
from vendorbook.judging import Kept, Rules
from vendorbook.model import LANGUAGES, CannotJudge, Text
from vendorbook.repository import Snapshot
from vendorbook.site import assets, post, theme
from vendorbook.site.asked import Asked
from vendorbook.site.checking import check_language
from vendorbook.site.downloads import downloads
from vendorbook.site.gathering import Site, Step, gathered
from vendorbook.site.handed import Hand
from vendorbook.site.pages import pages
from vendorbook.site.rendering import Rendering
from vendorbook.site.search import index
from vendorbook.site.sums import write_sums, wrong_sums

STAMP = "build.json"

_PACKAGES = (
    *("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown"),
    *("icalendar", "xlsxwriter", "odfdo", "lxml"),
)
"""Whose versions may show in the site's bytes."""


class Built(NamedTuple):
    """How many pages each language has, and whether anything had to be done."""

    pages: int
    is_new: bool


def build(
    snapshot: Snapshot,
    rules: Rules,
    day: date,
    asked: Asked,
    site_dir: Path,
    kept: Kept | None,
    told: Step,
    hand: Hand | None = None,
) -> Built:
    """Makes the site in a folder, which is replaced as a whole; leaves it where it is what it would be again.

    `hand` makes what comes with the pages and is not of this layer.

    Raises CannotJudge where the folder holds something else, or there is nothing to judge.
    """
    theme.require()
    _refuse_other(site_dir)
    key = key_of(snapshot, rules, day, asked, has_handed=hand is not None)
    if (count := _is_built(site_dir, key)) is not None:
        return Built(count, is_new=False)
    site = gathered(snapshot, rules, day, asked, kept, told)
    if hand:
        told("files", 0, 0)
        site = site._replace(handed=hand(site))
    with TemporaryDirectory(prefix=".vendorbook-site-", dir=_parent(site_dir)) as work:
        top = Path(work) / "site"
        with _at(site):
            count = _languages(site, Path(work), told)
        _put_together(asked.languages, Path(work), top)
        _stamp(top, site, key, count)
        write_sums(top)
        _replace(top, site_dir)
    return Built(count, is_new=True)


def key_of(snapshot: Snapshot, rules: Rules, day: date, asked: Asked, *, has_handed: bool) -> str:
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
        repr(asked),
        str(has_handed),
        *refs,
    ]
    parts += _versions()
    return sha256("\0".join(parts).encode()).hexdigest()


def _content(snapshot: Snapshot) -> str:
    """Every file by its content, wherever it stands and whenever it was written."""
    files = [f"{path} {snapshot.blob(path)}" for path in snapshot.files()]
    return "\n".join([*files, *(place.location.path for place in snapshot.refused())])


def _versions() -> list[str]:
    return [f"{name} {_version(name)}" for name in _PACKAGES]


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _languages(site: Site, work: Path, told: Step) -> int:
    """Each in a process of its own, where processes can be forked: they share all that was gathered."""
    languages = site.asked.languages
    if len(languages) == 1 or not hasattr(os, "fork") or sys.platform == "darwin":
        return max(_language(site, lang, work, told) for lang in languages)
    from multiprocessing import get_context

    gc.freeze()  # what was gathered is shared by both, and looked through by neither
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    helper = context.Process(target=_help, args=(site, languages[1], work, theirs))
    helper.start()
    theirs.close()
    try:
        count = _language(site, languages[0], work, told)
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
    told("files", 0, 0)
    _write_files(of, out)
    told("checking", 0, 0)
    if faults := check_language(out, site.asked, lang, [each.path for each in site.handed.shared]):
        raise RuntimeError(f"the site has {len(faults)} faults: {'; '.join(faults[:5])}")
    return len(made)


def _write_files(of: Rendering, out: Path) -> None:
    """What comes with the pages; what stands once in the site, with the language at its top."""
    files = [(path, text.encode()) for path, text in downloads(of)]
    handed = [*of.site.handed.of(of.lang)]
    if not of.site.asked.is_below(of.lang):
        handed += of.site.handed.shared
    for path, data in [*files, *((each.path, each.content()) for each in handed)]:
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _put_together(languages: Sequence[str], work: Path, top: Path) -> None:
    """The first language at the top, the other below it."""
    (work / f"out-{languages[0]}").rename(top)
    for lang in languages[1:]:
        (work / f"out-{lang}").rename(top / lang)


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
        "languages": site.asked.languages,
        "pages": count,
        "key": key,
    }
    (top / STAMP).write_text(json.dumps(stamp, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _is_built(site_dir: Path, key: str) -> int | None:
    """How many pages a site has that is whole and of this key, or None."""
    try:
        stamp = json.loads((site_dir / STAMP).read_text("utf-8"))
        if stamp["key"] != key or wrong_sums(site_dir):
            return None
        return int(stamp["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def languages_of(site_dir: Path) -> Sequence[str]:
    """Those that a built site has, as it says itself; both where it says nothing."""
    try:
        told = json.loads((site_dir / STAMP).read_text("utf-8"))["languages"]
    except (OSError, ValueError, KeyError, TypeError):
        return LANGUAGES
    return [each for each in told if each in LANGUAGES] if isinstance(told, list) else LANGUAGES


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
