"""Small records that use each form of YAML that people write."""

from __future__ import annotations

BLOCK = """\
# yaml-language-server: $schema=../../schemas/engagement.schema.json
id: order-routing
title: {zh-TW: 下單系統維運, en: "Order routing: operations"}
status: active
scope:
  services:
    - id: service-1
      type: operations
      description: 下單主機的監控，含夜間批次 # 註解
  activities: [monitoring, maintenance]
  cross_institution: false
  locations: {none: 全部在公司機房}
contract:
  signed_on: 2024-01-15
  annual_cost: {amount: 4200000.5, currency: TWD}
  clauses:
    term:
      clause: "5.1"
    warranty: {not_applicable: 'it''s hardware'}
released_at: 2024-02-01T09:30:00+08:00
"""

TEXTS = """\
---
why:
  zh-TW: |
    權限久未檢視，
      離職者仍能登入。

  en: >-
    Access that nobody reviews
    outlives its need.
plain: a text that goes on
  over two lines
quoted: "folded
  here, \\"and\\" caf\\u00e9"
single: 'one ''quote'' 🐦'
numbers: [0, -1, 12.50, true]
"empty": ""
'spaced key': x
list:
- a
- - b
  - c: 1
    d: [e, {f: g}]
"""

FLOW = """\
{"id": "x", "list": [1, 2.5, true, "文字", [], {}], "deep": {"a": {"b": [{"c": "d"}, "e"]}}, "text": "a\\nb"}
"""

SAMPLES = (BLOCK, TEXTS, FLOW)
