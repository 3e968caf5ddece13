"""A register that cannot be judged in part: the site says so, and shows the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.repos import write
from tests.site.conftest import site_of
from tests.site.reading import texts
from vendorbook.model import CannotJudge
from vendorbook.site.pages import pages
from vendorbook.site.rendering import Page, Rendering

RECORD = "vendors/kite-systems/order-routing/engagement.yaml"
SUPPLIER = "vendors/banyan-networks/supplier.yaml"


@pytest.fixture(scope="module", params=[RECORD, SUPPLIER], ids=["engagement", "supplier"])
def broken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]
) -> tuple[str, dict[str, Page]]:
    root = tmp_path_factory.mktemp("broken")
    write(root, {**example_files, request.param: b"id: [\n"})
    made = {page.path: page for page in pages(Rendering(site_of(root), "en"))}
    return request.param.removeprefix("vendors/").rpartition("/")[0], made


def told(page: Page) -> str:
    return " ".join(texts(page.body))


def test_what_could_not_be_judged_is_named_first(broken: tuple[str, dict[str, Page]]) -> None:
    record, made = broken

    assert "could not be judged" in told(made["index.html"])
    assert record in told(made["index.html"])
    assert "Cannot judge" in told(made["matrix.html"])


def test_figures_of_the_whole_are_not_given(broken: tuple[str, dict[str, Page]]) -> None:
    page = told(broken[1]["concentration.html"])

    assert "cannot be judged" in page
    assert "HHI" not in page


def test_outside_of_git_the_pages_say_so(broken: tuple[str, dict[str, Page]]) -> None:
    assert "not in git" in told(broken[1]["index.html"])
    assert "has no trail" in told(broken[1]["trail.html"])


def test_nothing_at_all_is_no_site(tmp_path: Path, example_files: dict[str, bytes]) -> None:
    write(tmp_path, {path: data for path, data in example_files.items() if not path.startswith("vendors/")})
    (tmp_path / "vendors").mkdir()
    with pytest.raises(CannotJudge):
        site_of(tmp_path)
