"""The repository held to its own rules: names agree, what is named exists, and nothing is left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path
from string import Formatter

import click
import pytest

from tests.conftest import ROOT, git
from vendorbook.cli.app import app
from vendorbook.judging import Rules, Verdict
from vendorbook.model import Node, Severity
from vendorbook.yaml_source import read

TRACKED = [path for path in git(ROOT, "ls-files", "-z").split("\0") if path and (ROOT / path).is_file()]
POLICY_FILES = [path for path in TRACKED if re.fullmatch(r"policies/(article-\d+|register|history)/[^/]+\.yaml", path)]
RULE_FILES = [path for path in TRACKED if path.startswith("policies/") and path.endswith(".yaml")]
CHECKS = [Path(path).stem for path in TRACKED if re.fullmatch(r"tooling/vendorbook/checks/[^_/][^/]*\.py", path)]
PROSE = [path for path in TRACKED if re.fullmatch(r"README\.md|docs/.*\.md|\.github/[^/]*\.md", path)]
PYTHON = [path for path in TRACKED if path.endswith(".py")]


def top(path: str) -> Node:
    return read((ROOT / path).read_bytes(), path).root


def test_there_is_something_to_look_at() -> None:
    assert min(map(len, (POLICY_FILES, CHECKS, PROSE, PYTHON))) > 5


# -- names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", POLICY_FILES)
def test_a_policy_has_the_name_of_its_file(path: str) -> None:
    assert top(path).text("id") == Path(path).stem


def test_no_two_policies_share_a_name() -> None:
    assert [name for name, count in Counter(Path(path).stem for path in POLICY_FILES).items() if count > 1] == []


@pytest.mark.parametrize("path", [path for path in POLICY_FILES if "/article-" in path])
def test_a_policy_stands_with_the_article_that_it_is_about(path: str) -> None:
    articles = {str(node.value).split(".")[0].removeprefix("A") for node in top(path).find("obligations[]")}
    assert path.split("/")[1].removeprefix("article-") in articles


@pytest.mark.parametrize("path", POLICY_FILES)
def test_every_obligation_that_a_policy_names_is_in_the_rules(path: str, rules: Rules) -> None:
    named = {str(node.value) for node in top(path).find("obligations[]")}
    assert named - set(rules.book.obligations) == set()


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_is_the_function_of_its_name_and_some_policy_uses_it(name: str, rules: Rules) -> None:
    module = import_module(f"vendorbook.checks.{name}")
    public = [
        each for each, found in getmembers(module, isfunction) if found.__module__ == module.__name__ and each[0] != "_"
    ]

    assert public == [name]
    used_by = [each for each in rules.book.policies.values() if each.check == name]
    assert used_by
    looked_at = "change" if {each.subject for each in used_by} == {"change"} else "record"
    assert [each.lstrip("_") for each in signature(getattr(module, name)).parameters] == [
        looked_at,
        "params",
        "context",
    ]


def test_decisions_are_numbered_once_each_and_titled_by_their_number() -> None:
    names = [Path(path).name for path in TRACKED if path.startswith("docs/decisions/")]
    numbers = [name[:4] for name in names]

    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name) for name in names)
    assert [number for number, count in Counter(numbers).items() if count > 1] == []
    for name in names:
        assert (ROOT / "docs/decisions" / name).read_text("utf-8").startswith(f"# {name[:4]} ")


# -- prose ---------------------------------------------------------------------------------------------

_TOPS = ("vendors", "policies", "schemas", "tooling", "docs", "tests", ".github", ".ci", ".vscode")
_QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _paths_in(text: str) -> Iterator[str]:
    """What stands in backticks and begins like a path of this repository."""
    for quoted in _QUOTED.findall(_FENCE.sub("", text)):
        if quoted in TRACKED or (quoted.startswith(tuple(f"{top}/" for top in _TOPS)) and " " not in quoted):
            yield quoted


def _exists(path: str) -> bool:
    """Placeholders (`<supplier>`, `article-N`, `…`, `*`) stand for anything that is there."""
    pattern = re.sub(r"<[^>]+>|…|\bN+\b(?:-title)?|\*", "*", path).rstrip("/")
    return any(ROOT.glob(pattern)) if "*" in pattern else (ROOT / pattern).exists()


@pytest.mark.parametrize("path", PROSE)
def test_every_path_named_in_prose_is_there(path: str) -> None:
    assert [named for named in _paths_in((ROOT / path).read_text("utf-8")) if not _exists(named)] == []


@pytest.mark.parametrize("path", PROSE)
def test_every_link_within_the_repository_leads_somewhere(path: str) -> None:
    links = _LINK.findall(_FENCE.sub("", (ROOT / path).read_text("utf-8")))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not ((ROOT / path).parent / link).exists()] == []


@pytest.mark.parametrize("path", PROSE)
def test_every_command_shown_in_prose_is_one(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    code = "\n".join([*_FENCE.findall(text), *_QUOTED.findall(_FENCE.sub("", text))])
    shown = re.findall(r"(?:^|bin/)vendorbook ([a-z]+(?:-[a-z]+)*)(?: ([a-z]+))?", code, re.MULTILINE)
    context = click.Context(app)
    for name, below in shown:
        command = app.get_command(context, name)
        assert command or name in _LATER, name
        if isinstance(command, click.Group) and below:
            assert command.get_command(context, below), f"{name} {below}"


_LATER = (
    "gate",
    "trail",
    "init",
    "site",
    "new",
    "log",
    "assess",
    "fmt",
    "fix",
    "import",
    "export",
)
"""Commands of the design that are still to come; prose may speak of them."""


# -- files ---------------------------------------------------------------------------------------------


def test_no_file_of_code_is_longer_than_a_reader_s_patience() -> None:
    lengths = {path: (ROOT / path).read_bytes().count(b"\n") for path in PYTHON}
    assert {path: lines for path, lines in lengths.items() if lines > 300} == {}


def test_nothing_is_empty() -> None:
    """But for what only marks a folder."""
    empty = [path for path in TRACKED if not (ROOT / path).stat().st_size]
    assert [path for path in empty if Path(path).name not in ("__init__.py", "py.typed")] == []


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    starts = {path: (ROOT / path).read_bytes()[:3] for path in PYTHON if (ROOT / path).stat().st_size}
    assert [path for path, start in starts.items() if start != b'"""'] == []


_MACHINES = re.compile(r"(?<![\w.$}>-])/(?:home|root|Users|work|workspace|mnt|opt|private)/[\w.-]+")
_HOSTS = re.compile(r"(?:pypi|pythonhosted|npmjs|artifactory|nexus)\.[a-z]+|--(?:extra-)?index-url")
_NOT_LOOKED_AT = (".pdf", ".png", ".ico", "tests/test_repository.py")


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    texts = {path: (ROOT / path).read_text("utf-8") for path in TRACKED if not path.endswith(_NOT_LOOKED_AT)}
    assert {
        path: found for path, text in texts.items() if (found := _MACHINES.findall(text) + _HOSTS.findall(text))
    } == {}


def test_what_a_run_leaves_behind_is_not_tracked() -> None:
    left = re.compile(
        r"(^|/)(__pycache__|\.venv|\.\w+_cache|\.hypothesis|build|dist|[^/]+\.egg-info)/|^site/|\.pyc$|~$"
    )
    assert [path for path in TRACKED if left.search(path)] == []


# -- the register and its rules ------------------------------------------------------------------------


def test_the_register_has_no_error_that_is_not_waived(verdict: Verdict) -> None:
    heavy = [each for each in verdict.findings if each.severity is not Severity.NOTE]
    assert [each for each in heavy if each.waiver is None] == []
    assert verdict.unjudged == ()
    assert len(verdict.records) > 20


def test_the_register_is_of_the_size_that_it_promises(verdict: Verdict) -> None:
    statuses = Counter(
        top(path).text("status") for path in TRACKED if re.fullmatch(r"vendors/.*/engagement\.yaml", path)
    )
    assert len({record.split("/")[0] for record in verdict.records}) >= 8
    assert statuses.total() >= 14
    assert statuses.keys() == {"draft", "selecting", "active", "ending", "ended"}


def _texts(node: Node) -> Iterator[Node]:
    """Every text in two languages."""
    if isinstance(node.value, dict) and {"zh-TW", "en"} & node.value.keys():
        yield node
    for below in (*node.fields(), *node.items()):
        yield from _texts(below)


@pytest.mark.parametrize("path", RULE_FILES)
def test_every_text_of_the_rules_is_in_both_languages(path: str) -> None:
    for node in _texts(top(path)):
        zh_tw, en = node.text("zh-TW"), node.text("en")
        assert re.search(r"[\u4e00-\u9fff]", zh_tw), node
        assert en.strip(), node
        assert _names(zh_tw) == _names(en), node


def _names(text: str) -> set[str]:
    """The names in braces that a message is filled with."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:  # braces of another kind, as of YAML in a text that is never filled
        return set()
