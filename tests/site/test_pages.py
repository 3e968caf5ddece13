"""The pages of the example, as they are generated: nothing is left out, and nothing in a record is more than text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.helpers.repos import write
from tests.site.conftest import site_of
from tests.site.hostile import HOSTILE
from tests.site.reading import tags, texts
from vendorbook.model import LANGUAGES
from vendorbook.site import paths
from vendorbook.site.gathering import Site
from vendorbook.site.pages import pages as pages_of
from vendorbook.site.rendering import Page, Rendering

Pages = Callable[[str], dict[str, Page]]


def test_both_languages_have_the_same_pages(pages: Pages) -> None:
    assert pages("zh-TW").keys() == pages("en").keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_record_obligation_and_section_has_a_page(lang: str, pages: Pages, site: Site) -> None:
    wanted = {path for _, path in paths.SECTIONS} | {paths.obligation(id) for id in site.book.obligations}
    wanted |= {paths.record(id) for id in site.verdict.records}
    wanted |= {paths.past(point.day) for point in site.points} | {"policies.html"}

    assert wanted <= pages(lang).keys()
    assert site.points


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_says_where_it_is_from(lang: str, pages: Pages, site: Site) -> None:
    assert site.origin.commit
    for page in pages(lang).values():
        told = " ".join(texts(page.body))
        assert site.day.isoformat() in told
        assert site.origin.commit[:12] in told
        assert "116" in told, "the year of the Republic"
        assert paths.twin(page.path, lang) in {attributes.get("href") for _, attributes in tags(page.body)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_one_heading_and_no_blank_line_style_or_handler(lang: str, pages: Pages) -> None:
    for page in pages(lang).values():
        found = tags(page.body)
        assert [tag for tag, _ in found].count("h1") == 1, page.path
        assert "\n\n" not in page.body
        assert not [name for _, attributes in found for name in attributes if name == "style" or name.startswith("on")]
        assert "{{" not in page.body


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_has_as_many_cells_in_each_row_as_it_has_heads(lang: str, pages: Pages) -> None:
    for page in pages(lang).values():
        for table in re.findall(r'<table class="vb-table.*?</table>', page.body, re.DOTALL):
            heads = len(re.findall(r"<th data-key", table))
            for row in re.findall(r"<tr.*?</tr>", table.partition("</thead>")[2], re.DOTALL):
                assert len(re.findall(r"<t[dh][ >]", row)) == heads, (page.path, row[:200])


def test_no_text_of_the_other_language_is_left_in_english(pages: Pages) -> None:
    """Texts from records are Chinese in both: whatever stands in `bdi` may be."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for name in ("export.html", "verify.html", "fields.html"):
        body = re.sub(r"<bdi>.*?</bdi>", "", pages("en")[name].body)
        assert [each for each in texts(body) if chinese.search(each) and each != "中文"] == [], name


def quoted(text: str) -> str:
    """As YAML has it."""
    return "'" + text.replace("'", "''") + "'"


def with_hostile_texts(example_files: Mapping[str, bytes]) -> dict[str, bytes | str | None]:
    """The example with a hostile text in places that hold free text."""
    files: dict[str, bytes | str | None] = dict(example_files)
    lines = [line.strip() for each in HOSTILE.values() for line in each.split("\n") if line.strip()]
    record, supplier = "vendors/kite-systems/order-routing/engagement.yaml", "vendors/kite-systems/supplier.yaml"
    title = quoted(" ".join(lines)[:280])
    files[record] = re.sub(
        r"(?m)^title: .*$", lambda _: f"title: {{zh-TW: {title}, en: x}}", example_files[record].decode()
    )
    names = [quoted(HOSTILE[name]) for name in ("script", "ends a title")]
    text = re.sub(
        r"(?m)^name: .*$", lambda _: f"name: {{zh-TW: {names[0]}, en: {names[1]}}}", example_files[supplier].decode()
    )
    text = re.sub(r"(?m)^note: (?:.*\n)(?:  .*\n)*", "", text)
    files[supplier] = text + "note: |-\n" + "".join(f"  {line}\n" for line in lines)
    return files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, example_files: dict[str, bytes]) -> Site:
    root = tmp_path_factory.mktemp("hostile")
    write(root, with_hostile_texts(example_files))
    return site_of(root)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_texts_are_shown_exactly_and_are_no_markup(lang: str, hostile: Site) -> None:
    assert hostile.verdict.unjudged == ()
    made = {page.path: page for page in pages_of(Rendering(hostile, lang))}
    supplier = made["suppliers/kite-systems.html"]
    told = "".join(texts(supplier.body))
    shown = [line.strip() for each in HOSTILE.values() for line in each.split("\n") if line.strip()]

    assert [line for line in shown if line not in told] == []
    for page in made.values():
        allowed = {"script"} if page.path == "concentration.html" else set()
        found = {tag for tag, _ in tags(page.body)}
        assert not (found & {"script", "img", "svg/onload", "iframe", "b", "style"}) - allowed - _own(page), page.path
        assert not [name for _, given in tags(page.body) for name in given if name.startswith("on")]
        links = [given.get("href") or "" for _, given in tags(page.body)]
        assert not [link for link in links if link.lower().startswith(("javascript:", "data:", "http"))]


def _own(page: Page) -> set[str]:
    """Our templates have counts in bold."""
    return {"b"} if '<ul class="legend' in page.body else set()


def test_a_title_of_the_page_is_harmless(hostile: Site, tmp_path: Path) -> None:
    from vendorbook.site.theme import source_of

    [page] = [each for each in pages_of(Rendering(hostile, "zh-TW")) if each.path == "suppliers/kite-systems.html"]
    head = source_of(page).split("---")[1]

    assert "<" not in head
    assert "pwned" in head
