"""Whatever a supplier sends as a bill of materials, its components are known or it is said why not."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from vendorbook.checks.lib.sbom import Component, NotRead, Sbom, read

EVIDENCE = ROOT / "vendors/paper-crane/mobile-app/evidence"
CYCLONEDX = json.loads((EVIDENCE / "mobile-app-5.0.0.cdx.json").read_bytes())
SPDX = json.loads((EVIDENCE / "mobile-app-4.3.0.spdx.json").read_bytes())


def bill(document: object) -> Sbom:
    return read(json.dumps(document).encode())


def lacking(document: object) -> dict[str, tuple[str, ...]]:
    return {component.name: component.lacks for component in bill(document).components if component.lacks}


@pytest.mark.parametrize(("document", "format", "count"), [(CYCLONEDX, "cyclonedx", 7), (SPDX, "spdx", 6)])
def test_a_whole_bill_lacks_nothing(document: object, format: str, count: int) -> None:
    assert (bill(document).format, len(bill(document).components)) == (format, count)
    assert lacking(document) == {}


def test_a_bill_may_begin_with_a_byte_order_mark() -> None:
    assert len(read(b"\xef\xbb\xbf" + json.dumps(SPDX).encode()).components) == 6


def test_components_within_components_count() -> None:
    within: dict[str, Any] = {"type": "library", "name": "innermost", "version": "2"}
    for level in range(400):
        within = {"type": "library", "name": f"level-{level}", "purl": "pkg:generic/a@1", "components": [within]}
    within["licenses"] = [{"license": {"id": "MIT"}}]

    found = lacking({**CYCLONEDX, "components": [within]})
    assert found["innermost 2"] == ("licence", "source")
    assert len(found) == 400


@pytest.mark.parametrize("licence", [" ", "NOASSERTION", "noassertion", "NONE", "Unknown"])
def test_a_word_for_not_knowing_is_no_licence(licence: str) -> None:
    component = {
        "type": "library",
        "name": "a",
        "purl": "pkg:generic/a@1",
        "licenses": [{"license": {"name": licence}}],
    }
    package = {"name": "a", "supplier": "Organization: a", "licenseConcluded": licence, "licenseDeclared": licence}

    assert lacking({"bomFormat": "CycloneDX", "components": [component]}) == {"a": ("licence",)}
    assert lacking({"spdxVersion": "SPDX-2.2", "packages": [package]}) == {"a": ("licence",)}


@pytest.mark.parametrize(
    "source",
    [
        {"purl": "pkg:generic/a@1"},
        {"supplier": {"name": "makers"}},
        {"manufacturer": {"name": "makers"}},
        {"authors": [{"name": "somebody"}]},
        {"author": "somebody"},  # deprecated, which is nobody's concern here
        {"publisher": "somebody"},
        {"externalReferences": [{"type": "distribution", "url": "https://code.example/a"}]},
    ],
    ids=str,
)
def test_any_origin_is_a_source_in_cyclonedx(source: dict[str, object]) -> None:
    component = {"type": "library", "name": "a", "licenses": [{"expression": "MIT"}]}
    assert lacking({"bomFormat": "CycloneDX", "components": [component]}) == {"a": ("source",)}
    assert lacking({"bomFormat": "CycloneDX", "components": [component | source]}) == {}


@pytest.mark.parametrize("field", ["supplier", "originator", "downloadLocation", "homepage"])
def test_any_origin_is_a_source_in_spdx(field: str) -> None:
    package = {"name": "a", "licenseDeclared": "MIT", "supplier": "NOASSERTION"}
    assert lacking({"spdxVersion": "SPDX-2.3", "packages": [package]}) == {"a": ("source",)}
    assert lacking({"spdxVersion": "SPDX-2.3", "packages": [package | {field: "https://code.example/a"}]}) == {}


@pytest.mark.parametrize(
    ("reference", "lacks"),
    [
        ({"referenceCategory": "PACKAGE-MANAGER", "referenceLocator": "pkg:generic/a@1"}, ()),
        ({"referenceCategory": "PACKAGE-MANAGER", "referenceLocator": "NOASSERTION"}, ("source",)),
        ({"referenceCategory": "SECURITY", "referenceLocator": "cpe:2.3:a:a:a:1"}, ("source",)),
        ("pkg:generic/a@1", ("source",)),
    ],
)
def test_a_package_url_is_a_source_in_spdx_and_a_cpe_is_none(reference: object, lacks: tuple[str, ...]) -> None:
    package = {"name": "a", "licenseDeclared": "MIT", "externalRefs": [reference]}
    assert bill({"spdxVersion": "SPDX-2.3", "packages": [package]}).components == (Component("a", lacks),)


@pytest.mark.parametrize("field", ["licenseConcluded", "licenseDeclared"])
def test_either_licence_will_do_in_spdx(field: str) -> None:
    package = {"name": "a", "homepage": "https://code.example/a", "licenseConcluded": "NONE", field: "MIT"}
    assert lacking({"spdxVersion": "SPDX-2.3", "packages": [package]}) == {}


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "a", "version": "1"}]}, "a 1"),
        ({"bomFormat": "CycloneDX", "components": [{"bom-ref": "ref-1", "version": 1}]}, "ref-1"),
        ({"bomFormat": "CycloneDX", "components": ["a"]}, "?"),
        ({"bomFormat": "CycloneDX", "components": {"bom-ref": " "}}, "?"),
        ({"spdxVersion": "SPDX-2.3", "packages": [{"name": "a", "versionInfo": "1"}]}, "a 1"),
        ({"spdxVersion": "SPDX-2.3", "packages": [{"name": "NOASSERTION", "SPDXID": "SPDXRef-1"}]}, "SPDXRef-1"),
        ({"spdxVersion": "SPDX-2.3", "packages": "a"}, "?"),
    ],
)
def test_a_component_goes_by_what_name_there_is(document: object, name: str) -> None:
    assert list(lacking(document)) == [name]


def test_what_the_bill_is_about_is_no_third_party_s() -> None:
    packages = [{"SPDXID": "SPDXRef-own", "name": "own"}, {"SPDXID": "SPDXRef-a", "name": "a"}]
    one = {"relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-own"}
    other = {"relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-a"}
    document = {"spdxVersion": "SPDX-2.3", "packages": packages}

    assert list(lacking({**document, "relationships": [one]})) == ["a"]
    assert list(lacking({**document, "documentDescribes": ["SPDXRef-own"]})) == ["a"]
    # A bill that is about each of its packages would otherwise be about nothing.
    assert list(lacking({**document, "relationships": [one, other]})) == ["own", "a"]
    assert list(lacking(document)) == ["own", "a"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"<bom/>", "broken"),
        (b"\xff\xfe", "broken"),
        (b"[" * 100_000, "broken"),
        (b'{"version": ' + b"9" * 5000 + b"}", "broken"),
        (b"null", "unknown"),
        (b"[]", "unknown"),
        (b'{"spdxVersion": 2.3}', "unknown"),
        (b'{"@context": "https://www.w3.org/ns/anno.jsonld"}', "unknown"),
        (b'{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": []}', "too-new"),
        (b'{"bomFormat": "CycloneDX"}', "empty"),
        (b'{"spdxVersion": "SPDX-2.3", "packages": []}', "empty"),
    ],
)
def test_what_tells_nothing_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(NotRead) as trouble:
        read(data)
    assert trouble.value.reason == reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def ways(value: object) -> list[tuple[Any, ...]]:
    """The way to each part of a document."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(key, *way) for key, below in parts for way in ((), *ways(below))]


@pytest.mark.parametrize("document", [CYCLONEDX, SPDX], ids=["cyclonedx", "spdx"])
@given(data=st.data(), put=JSON)
def test_no_value_anywhere_is_too_odd(document: dict[str, Any], data: st.DataObject, put: object) -> None:
    odd = deepcopy(document)
    way = data.draw(st.sampled_from(ways(odd)))
    at: Any = odd
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = put

    try:
        reason = "" if bill(odd).components else "none"
    except NotRead as trouble:
        reason = trouble.reason
    assert reason in ("", "unknown", "empty")


def test_the_library_is_not_loaded_where_there_is_nothing_for_it() -> None:
    code = (
        "import sys; from vendorbook.checks.lib.sbom import read; "
        "read(sys.stdin.buffer.read()); print('cyclonedx' in sys.modules)"
    )
    for document, loaded in ((SPDX, b"False"), (CYCLONEDX, b"True")):
        done = subprocess.run([sys.executable, "-c", code], input=json.dumps(document).encode(), stdout=subprocess.PIPE)
        assert done.stdout.strip() == loaded


def test_a_bill_in_spdx_may_hold_its_one_package_without_a_list() -> None:
    package = {"name": "a", "supplier": "Organization: a", "licenseConcluded": "MIT"}

    assert bill({**SPDX, "packages": package}).components == bill({**SPDX, "packages": [package]}).components


def test_a_deprecated_field_of_a_bill_is_no_matter_of_whoever_reads_it(recwarn: pytest.WarningsRecorder) -> None:
    bill({**CYCLONEDX, "components": [{"type": "library", "name": "a", "author": "b"}]})

    assert [str(each.message) for each in recwarn] == []


def test_a_bill_in_spdx_without_packages_is_empty() -> None:
    with pytest.raises(NotRead, match="empty"):
        bill({name: value for name, value in SPDX.items() if name != "packages"})
