"""An editor with yaml-language-server shows our texts. Without the server: skipped, with a warning."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.language_server import NAME, LanguageServer, command

ROOT = Path(__file__).parents[2]
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
ENTRY = "vendors/sample-supplier/sample/journal/2026-01-05-audit.yaml"
MODELINE = "# yaml-language-server: $schema=../../../schemas/engagement.schema.json\n"

SCOPE = """\
scope:
  cloud_model: on-prem
  locations:
    - {of: data, country: TW}
contract:
  clauses:
    right_to_audit: {clause: "5.1", reaches: [firm]}
"""


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    program = command()
    if program is None:
        reason = f"{NAME} is not installed: nobody looked whether editors show the schemas' texts"
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    with LanguageServer(program, ROOT, SETTINGS) as running:
        yield running


HOVERS = {
    "a field": (2, 5, "雲端服務模式", "雲端服務之模式（第二條第八款）"),
    "a block in a file of its own": (1, 2, "服務範圍", "委外服務之範圍（第六條）"),
    "a field of an item that is shared": (4, 19, "國家", "ISO 3166"),
    "a clause": (7, 8, "稽核權", "第四條第一項第一款第八目"),
    "a field that every clause has": (7, 23, "條次", "合約中之條次"),
}


@pytest.mark.parametrize("name", HOVERS)
def test_a_field_is_explained_in_chinese(server: LanguageServer, name: str) -> None:
    line, column, title, description = HOVERS[name]
    record = f"vendors/sample-supplier/line-{line}-{column}/engagement.yaml"
    server.open(record, MODELINE + SCOPE)

    shown = server.hover(record, line + 1, column)

    assert title in shown
    assert description in shown


def test_the_editor_complains_of_what_the_checks_complain_of(server: LanguageServer) -> None:
    complaints = server.open("vendors/sample-supplier/wrong-value/engagement.yaml", MODELINE + SCOPE)

    assert any(each.startswith("3:") and '"saas"' in each for each in complaints)


def test_the_editor_says_in_chinese_what_form_is_expected(server: LanguageServer) -> None:
    complaints = server.open("vendors/sample-supplier/wrong-form/engagement.yaml", MODELINE + "id: Order_Routing\n")

    assert "2: 小寫英數字與連字號，不超過 64 字，例如 `order-routing`" in complaints


def test_the_editor_says_what_an_allowed_value_means(server: LanguageServer) -> None:
    record = "vendors/sample-supplier/values/engagement.yaml"
    server.open(record, MODELINE + SCOPE)

    assert "基礎架構即服務" in server.hover(record, 3, 5)


def test_without_a_first_line_the_settings_find_the_schema(server: LanguageServer) -> None:
    complaints = server.open(ENTRY, "kind: audit\ndate: 2026-01-05\nauditr: x\n")

    assert "事件發生之日期" in server.hover(ENTRY, 2, 2)
    assert any("auditr" in each for each in complaints)
