"""What the workflows install: exact versions with their hashes, all that is needed, and no place to get it from."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {
    "requirements.txt": (),
    "requirements-test.txt": ("test", "dev"),
    "requirements-site.txt": ("site",),
}
"""What each covers beside what the tool itself needs and is built with: the extras."""

_LOCKED = re.compile(
    r"([a-z0-9-]+)==([^ ;\\]+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)((?:    #.*\n)*)"
)


_REMARK = "# The following packages are considered to be unsafe in a requirements file:"
"""What pip-compile says before pip and setuptools."""


def locked(text: str) -> dict[str, str]:
    """Name to version; the text is such entries and nothing else."""
    assert _LOCKED.sub("", text).strip() in ("", _REMARK)
    return {name: number for name, number, *_ in _LOCKED.findall(text)}


def read(name: str) -> dict[str, str]:
    return locked((ROOT / ".github" / name).read_text("utf-8"))


def wanted(extras: tuple[str, ...]) -> list[Requirement]:
    project = PROJECT["project"]
    listed = [*project["dependencies"], *PROJECT["build-system"]["requires"]]
    listed += [each for extra in extras for each in project["optional-dependencies"][extra]]
    return [each for each in map(Requirement, listed) if each.name != project["name"]]


def unmet(needs: list[Requirement], has: dict[str, str]) -> list[str]:
    """What is needed here and is not there, or in another version."""
    here = [each for each in needs if each.marker is None or each.marker.evaluate({"extra": ""})]
    names = {each: canonicalize_name(each.name) for each in here}
    return [str(each) for each in here if not each.specifier.contains(Version(has.get(names[each], "0.dev0")))]


def of_package(name: str, number: str) -> list[Requirement]:
    """What a package says it needs, where this very version is installed."""
    try:
        return [*map(Requirement, requires(name) or ())] if version(name) == number else []
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / ".github").glob("requirements*.txt")))
def test_a_lock_has_hashes_alone_and_no_address(name: str) -> None:
    text = (ROOT / ".github" / name).read_text("utf-8")
    assert len(locked(text)) > 10
    assert re.findall(r"://|^ *-[^-]|--(?!hash=)|@", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_all_that_the_project_asks_for(name: str) -> None:
    assert unmet(wanted(LOCKS[name]), read(name)) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_all_that_its_packages_ask_for(name: str) -> None:
    has = read(name)
    needs = {package: of_package(package, number) for package, number in has.items()}
    assert {package: missing for package, each in needs.items() if (missing := unmet(each, has))} == {}


def test_both_locks_have_the_same_tool() -> None:
    """So what is tested is what judges."""
    assert read("requirements.txt").items() <= read("requirements-test.txt").items()


BROKEN = {
    "an address": ("click==", "click @ https://example.invalid/click.whl#"),
    "an index": ("attrs==", "-i https://example.invalid/simple\nattrs=="),
    "no hash": (r"(click==\S+) \\\n(    --hash=\S+(?: \\)?\n)+", r"\1\n"),
    "a version that may move": ("click==", "click>="),
}


@pytest.mark.parametrize(("before", "after"), BROKEN.values(), ids=BROKEN)
def test_another_kind_of_line_is_noticed(before: str, after: str) -> None:
    text = (ROOT / ".github/requirements.txt").read_text("utf-8")
    broken = re.sub(before, after, text, count=1)
    assert broken != text
    with pytest.raises(AssertionError):
        locked(broken)


def test_what_is_missing_is_noticed() -> None:
    has = read("requirements.txt")
    assert unmet(wanted(()), {**has, "click": "7.0"}) == ["click>=8.4"]
    assert unmet(wanted(()), {name: number for name, number in has.items() if name != "hatchling"}) == [
        "hatchling>=1.27"
    ]
