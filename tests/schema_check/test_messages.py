"""Each fault is told at its line and column, in words that say what to do."""

from __future__ import annotations

import pytest

from tests.schema_check.reading import source
from vendorbook.schema_check import Schemas

SOUND = """\
id: order-routing
title: {zh-TW: 委託下單, en: Order routing}
status: active
project_owner: s-0107
scope:
  services:
    - {id: upkeep, type: operations, description: 維運}
  activities: [maintenance]
  systems: [order-routing]
  data_classes: [customer-orders]
  cross_institution: false
  cloud_model: none
  delivers: {none: 僅提供維運}
  trading_host: false
  real_time_quotes: false
  internet_exposed: false
  handles_firm_data: true
contract:
  signed_on: 2024-01-15
  annual_cost: {amount: 4200000, currency: TWD}
  clauses:
    term: {clause: "5.1"}
access:
  grants:
    - {id: upkeep, holder: 甲先生, kind: logical, assets: [order-routing]}
"""

CASES = {
    "a field that nobody knows": (
        "  cloud_model: none", "  clod_model: none", (12, 3),
        "未知欄位 `clod_model`，是否為「雲端服務模式」（`cloud_model`）？",
        "unknown field `clod_model`; did you mean `cloud_model`?",
    ),
    "a field like no other": (
        "status: active", "status: active\nwhatever: 1", (4, 1),
        "未知欄位 `whatever`；此處可用：`id`、`title`、`status`、`project_owner`、`scope`、`selection`、`contract`、`access`、`oversight`、`exit`",
        "unknown field `whatever`; known here: `id`, `title`, `status`, `project_owner`, `scope`, `selection`, `contract`, `access`, `oversight`, `exit`",
    ),
    "a required field is missing": (
        "  trading_host: false\n", "", (5, 1), "缺少必填欄位「交易主機」（`trading_host`）", "required field missing: `trading_host`",
    ),
    "a required field of the file is missing": (
        "status: active\n", "", (1, 1), "缺少必填欄位「狀態」（`status`）", "required field missing: `status`",
    ),
    "a value that is not among those allowed": (
        "status: active", "status: actve", (3, 9),
        "「狀態」（`status`）不可為 `actve`，是否為 `active`？可填：`draft`（草稿）、`selecting`（遴選中）、`active`（履約中）、`ending`（終止程序中）、`ended`（已結束）",
        "`status` cannot be `actve`; did you mean `active`? Allowed: `draft`, `selecting`, `active`, `ending`, `ended`",
    ),
    "an item that is not among those allowed": (
        "[maintenance]", "[maintenance, 5]", (8, 29),
        "「作業」（`activities`）第 2 項不可為 `5`；可填：`development`（開發）、`maintenance`（維護）、`monitoring`（監控）、`hosting`（機房或主機代管）、`market-data`（行情資訊）、`security-monitoring`（資安監控）、`consulting`（顧問）",
        "item 2 of `activities` cannot be `5`; allowed: `development`, `maintenance`, `monitoring`, `hosting`, `market-data` (market data), `security-monitoring` (security monitoring), `consulting`",
    ),
    "an item that is there twice": (
        "[maintenance]", "[maintenance, maintenance]", (8, 3), "「作業」（`activities`）有重複的項目", "`activities` has an item twice",
    ),
    "an id with capitals": (
        "id: order-routing", "id: Order_Routing", (1, 5),
        "「代號」（`id`）應為小寫英數字與連字號，不超過 64 字，例如 `order-routing`；此處是 `Order_Routing`",
        "`id` must be lower-case letters, digits and hyphens, at most 64, such as `order-routing`; this is `Order_Routing`",
    ),
    "a day that is not in the calendar": (
        "2024-01-15", '"2024-02-30"', (19, 14),
        "「簽約日」（`signed_on`）應為實際存在的日期，寫成 `YYYY-MM-DD`；此處是 `2024-02-30`",
        "`signed_on` must be a real date, written `YYYY-MM-DD`; this is `2024-02-30`",
    ),
    "a day written as a number": (
        "2024-01-15", "20240115", (19, 14),
        "「簽約日」（`signed_on`）應為實際存在的日期，寫成 `YYYY-MM-DD`，此處是數字",
        "`signed_on` must be a real date, written `YYYY-MM-DD`, not a number",
    ),
    "a clause number without quotes": (
        '"5.1"', "5.1", (22, 20), "「條次」（`clause`）應為文字，此處是數字：請加引號", "`clause` must be text, not a number: put it in quotes",
    ),
    "an amount in quotes": (
        "4200000", '"4,200,000"', (20, 25),
        "「金額」（`amount`）應為數字，此處是文字：請去掉引號與千分號",
        "`amount` must be a number, not text: write it without quotes and separators",
    ),
    "an amount below nothing": (
        "4200000", "-1", (20, 25), "「金額」（`amount`）不可小於 0", "`amount` must be 0 or more",
    ),
    "a truth in quotes": (
        "cross_institution: false", 'cross_institution: "no"', (11, 22),
        "「跨機構資訊服務」（`cross_institution`）應為真假值（`true` 或 `false`），此處是文字：請寫 `true` 或 `false`，不加引號",
        "cross-institution (`cross_institution`) must be a truth value (`true` or `false`), not text: write `true` or `false` without quotes",
    ),
    "a word where a list belongs": (
        "systems: [order-routing]", "systems: order-routing", (9, 12),
        "「涉及系統」（`systems`）應為清單，此處是文字：每一項以 `- ` 開頭，或寫在 `[ ]` 內",
        "`systems` must be a list, not text: begin each item with `- `, or write them within `[ ]`",
    ),
    "a word where a list or none belongs": (
        "data_classes: [customer-orders]", "data_classes: customer-orders", (10, 17),
        "「資料類別」（`data_classes`）應為清單或 {none: 原因}，此處是文字：每一項以 `- ` 開頭，或寫在 `[ ]` 內",
        "`data_classes` must be a list or {none: reason}, not text: begin each item with `- `, or write them within `[ ]`",
    ),
    "an empty list where none is to be explicit": (
        "{none: 僅提供維運}", "[]", (13, 3),
        "「交付標的」（`delivers`）是空的清單；若確實沒有，請寫 {none: 原因}",
        "`delivers` is an empty list; when there is none, write {none: reason}",
    ),
    "an empty block where none is to be explicit": (
        "{none: 僅提供維運}", "{}", (13, 3),
        "「交付標的」（`delivers`）應為清單；若確實沒有，請寫 {none: 原因}",
        "`delivers` must be a list or, when there is none, {none: reason}",
    ),
    "a list of nothing": (
        "systems: [order-routing]", "systems: []", (9, 3), "「涉及系統」（`systems`）至少要有 1 項", "`systems` needs 1 or more",
    ),
    "a list without end": (
        "systems: [order-routing]", f"systems: [{', '.join(f's{n}' for n in range(51))}]", (9, 3),
        "「涉及系統」（`systems`）最多 50 項，此處有 51 項", "`systems` may have 50 items at most; this has 51",
    ),
    "an empty reason": (
        "僅提供維運", '""', (13, 20), "「無」（`none`）是空的：請填寫，或刪去此欄", "`none` is empty: fill it in, or leave the field out",
    ),
    "a blank reason": (
        "僅提供維運", '"  "', (13, 20),
        "「無」（`none`）應為文字，不以空白或換行開頭", "`none` must be text that does not begin with a space or a line break",
    ),
    "a name without end": (
        "en: Order routing", f"en: {'a' * 301}", (2, 26), "「英文文字」（`en`）最多 300 字，此處有 301 字", "text in English (`en`) may have 300 characters at most; this has 301",
    ),
    "a clause that applies and does not": (
        '{clause: "5.1"}', '{clause: "5.1", not_applicable: 無期限}', (22, 5),
        "「合約期限」（`term`）：寫了 `not_applicable` 就不寫其他欄位", "`term`: nothing beside `not_applicable`",
    ),
    "evidence that is nowhere": (
        "  clauses:", "  evidence: [{sha256: " + "a" * 64 + "}]\n  clauses:", (21, 14), "缺少必填欄位「檔案」（`file`）", "required field missing: `file`",
    ),
    "evidence that is here and elsewhere": (
        "  clauses:", '  evidence: [{file: evidence/a.pdf, uri: "https://a.example/a", sha256: ' + "a" * 64 + "}]\n  clauses:", (21, 15),
        "鍵 `file` 應為 `uri`、`sha256` 或 `title`：寫了 `uri` 就不寫 `file`", "the key `file` must be `uri`, `sha256` or `title`: no `file` beside a `uri`",
    ),
    "evidence outside of its folder": (
        "  clauses:", "  evidence: [{file: evidence/../../a.pdf, sha256: " + "a" * 64 + "}]\n  clauses:", (21, 21),
        "「檔案」（`file`）應為 `evidence/` 後接檔名（小寫英數字、`.`、`_`、`-`），例如 `evidence/contract.pdf`；此處是 `evidence/../../a.pdf`",
        "`file` must be `evidence/` and a file name (lower-case letters, digits, `.`, `_`, `-`), such as `evidence/contract.pdf`; this is `evidence/../../a.pdf`",
    ),
    "a block where a confidential text belongs": (
        "holder: 甲先生", "holder: {name: 甲先生}", (25, 20), "「持有人」（`holder`）應為文字，此處是一組欄位", "`holder` must be text, not a block of fields",
    ),
    "a confidential text of a wrong form": (
        "holder: 甲先生", 'holder: " 甲先生"', (25, 28), "「持有人」（`holder`）應為一行文字，不以空白開頭", "`holder` must be one line of text that does not begin with a space",
    ),
}  # fmt: skip
"""What stands in the sound record, what stands there instead, where it is found, and what is told."""


def test_the_sound_record_is_sound(schemas: Schemas) -> None:
    assert schemas.problems(source(SOUND), "engagement") == []


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_at_its_place(name: str, schemas: Schemas) -> None:
    old, new, place, zh_tw, en = CASES[name]
    assert old in SOUND

    problems = schemas.problems(source(SOUND.replace(old, new, 1)), "engagement")

    found = {problem.location[1:]: problem.message for problem in problems}
    assert place in found
    assert (found[place].zh_tw, found[place].en) == (zh_tw, en)
    assert len(problems) == (2 if name == "a field that nobody knows" else 1), found


OTHER_KINDS = {
    "a key of a mapping with free keys": (
        "policy", "applies_to: {Scope: true}", "鍵 `Scope` 應為欄位路徑，例如 `scope.cloud_model`", "the key `Scope` must be a field's path, such as `scope.cloud_model`",
    ),
    "a value of many types": (
        "policy", "with: {every: {days: 1}}",
        "`every` 應為文字、整數、數字、真假值（`true` 或 `false`）或清單，此處是一組欄位",
        "`every` must be text, a whole number, a number, a truth value (`true` or `false`) or a list, not a block of fields",
    ),
    "the kind of an entry": ("journal/audit", "kind: adit", "「種類」（`kind`）應為 `audit`", "`kind` must be `audit`"),
    "a correction of another kind": (
        "journal/correction", "entry: {kind: audit, date: 2026-01-05, auditr: 甲}", "未知欄位 `auditr`，是否為「稽核者」（`auditor`）？", "unknown field `auditr`; did you mean `auditor`?",
    ),
    "a correction of a correction": (
        "journal/correction", "entry: {kind: correction, date: 2026-01-05}", "「種類」（`kind`）不可為 `correction`", "`kind` cannot be `correction`",
    ),
    "a number of a Taiwan company": (
        "supplier", "country: TW\nregistration_number: '123'",
        "「統一編號」（`registration_number`）應為八碼數字之統一編號，加引號；此處是 `123`", "`registration_number` must be the eight digits of a Taiwan company, in quotes; this is `123`",
    ),
    "a core system without its targets": (
        "systems", "systems: [{id: a, name: {zh-TW: 甲, en: a}, tier: core, business: 甲, owner: s-0101}]", "缺少必填欄位「復原時間目標」（`rto`）", "required field missing: `rto`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_other_kinds_are_told_of_as_well(name: str, schemas: Schemas) -> None:
    kind, text, zh_tw, en = OTHER_KINDS[name]

    told = [problem.message for problem in schemas.problems(source(f"{text}\n", kind), kind)]

    assert any(message.zh_tw.startswith(zh_tw) and message.en.startswith(en) for message in told), told
