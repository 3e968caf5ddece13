"""What to tell people about a value that is not what its schema says: one sentence a keyword."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from vendorbook.model import Text
from vendorbook.schema_check.fault import Fault, called
from vendorbook.schema_check.wording import (
    actual_type,
    after_chinese,
    did_you_mean,
    expected_types,
    listed,
    shown,
    type_hint,
)

UNEXPLAINED = Text("不符合綱要，但說不出原因", "does not match its schema, for a reason that could not be told")

_NOTHING = Text("", "")


def message(fault: Fault) -> Text:
    """What is wrong with a value. One that is marked confidential is not quoted."""
    if fault.of_key:
        return _key(fault)
    return _SENTENCES.get(fault.keyword, _unforeseen)(fault)


def missing_key(fault: Fault, key: str) -> Text:
    """A required field is not there."""
    if list(cast("Sequence[str]", fault.wanted)) == ["none"]:
        return Text(
            f"{fault.name.zh_tw}應為清單；若確實沒有，請寫 {{none: 原因}}",
            f"{fault.name.en} must be a list or, when there is none, {{none: reason}}",
        )
    name = called(fault.whole, (*fault.way, key))
    return Text(f"缺少必填欄位{after_chinese(name.zh_tw)}", f"required field missing: {name.en}")


def unknown_key(fault: Fault, key: str) -> Text:
    """A field that the schema does not know, and the one that may have been meant."""
    known = fault.part.get("properties", {})
    if meant := did_you_mean(key, known):
        name = called(fault.whole, (*fault.way, meant))
        return Text(
            f"未知欄位 `{shown(key)}`，是否為{after_chinese(name.zh_tw)}？",
            f"unknown field `{shown(key)}`; did you mean {name.en}?",
        )
    fields = listed(dict.fromkeys(known, _NOTHING))
    return Text(
        f"未知欄位 `{shown(key)}`；此處可用：{fields.zh_tw}",
        f"unknown field `{shown(key)}`; known here: {fields.en}",
    )


def _key(fault: Fault) -> Text:
    form = fault.form or Text("另一種寫法", "of another form")
    return Text(
        f"鍵 `{shown(fault.value)}` 應為{after_chinese(form.zh_tw)}",
        f"the key `{shown(fault.value)}` must be {form.en}",
    )


def _type(fault: Fault) -> Text:
    found = actual_type(fault.value)
    has_own_form = "format" in fault.part and fault.form is not None
    wanted = fault.form if has_own_form and fault.form else expected_types(fault.part)
    hint = _NOTHING if has_own_form else type_hint(fault.value, fault.wanted)
    return Text(
        f"{fault.name.zh_tw}應為{after_chinese(wanted.zh_tw)}，此處是{after_chinese(found.zh_tw)}{hint.zh_tw}",
        f"{fault.name.en} must be {wanted.en}, not {found.en}{hint.en}",
    )


def _enum(fault: Fault) -> Text:
    values = fault.allowed
    allowed = listed(values)
    meant = did_you_mean(fault.value, values) if fault.quoted else ""
    guess = Text(f"，是否為 `{meant}`？", f"; did you mean `{meant}`? A") if meant else Text("；", "; a")
    return Text(
        f"{fault.name.zh_tw}不可為 {fault.quoted or '此值'}{guess.zh_tw}可填：{allowed.zh_tw}",
        f"{fault.name.en} cannot be {fault.quoted or 'this value'}{guess.en}llowed: {allowed.en}",
    )


def _const(fault: Fault) -> Text:
    wanted = shown(fault.wanted)
    return Text(f"{fault.name.zh_tw}應為 `{wanted}`", f"{fault.name.en} must be `{wanted}`")


def _form(fault: Fault) -> Text:
    form = fault.form or Text("另一種寫法", "of another form")
    here = Text(f"；此處是 {fault.quoted}", f"; this is {fault.quoted}") if fault.quoted else _NOTHING
    return Text(
        f"{fault.name.zh_tw}應為{after_chinese(form.zh_tw)}{here.zh_tw}",
        f"{fault.name.en} must be {form.en}{here.en}",
    )


def _min_length(fault: Fault) -> Text:
    return Text(
        f"{fault.name.zh_tw}是空的：請填寫，或刪去此欄",
        f"{fault.name.en} is empty: fill it in, or leave the field out",
    )


def _max_length(fault: Fault) -> Text:
    found = len(cast("str", fault.value))
    return Text(
        f"{fault.name.zh_tw}最多 {fault.wanted} 字，此處有 {found} 字",
        f"{fault.name.en} may have {fault.wanted} characters at most; this has {found}",
    )


def _min_items(fault: Fault) -> Text:
    if "object" in fault.part.get("type", ()):
        return Text(
            f"{fault.name.zh_tw}是空的清單；若確實沒有，請寫 {{none: 原因}}",
            f"{fault.name.en} is an empty list; when there is none, write {{none: reason}}",
        )
    return Text(f"{fault.name.zh_tw}至少要有 {fault.wanted} 項", f"{fault.name.en} needs {fault.wanted} or more")


def _max_items(fault: Fault) -> Text:
    found = len(cast("Sequence[object]", fault.value))
    return Text(
        f"{fault.name.zh_tw}最多 {fault.wanted} 項，此處有 {found} 項",
        f"{fault.name.en} may have {fault.wanted} items at most; this has {found}",
    )


def _unique_items(fault: Fault) -> Text:
    return Text(f"{fault.name.zh_tw}有重複的項目", f"{fault.name.en} has an item twice")


def _minimum(fault: Fault) -> Text:
    return Text(f"{fault.name.zh_tw}不可小於 {fault.wanted}", f"{fault.name.en} must be {fault.wanted} or more")


def _maximum(fault: Fault) -> Text:
    return Text(f"{fault.name.zh_tw}不可大於 {fault.wanted}", f"{fault.name.en} must be {fault.wanted} or less")


def _max_properties(fault: Fault) -> Text:
    form = fault.form or Text(f"最多 {fault.wanted} 個欄位", f"{fault.wanted} fields at most")
    return Text(f"{fault.name.zh_tw}：{form.zh_tw}", f"{fault.name.en}: {form.en}")


def _unforeseen(fault: Fault) -> Text:
    return Text(f"{fault.name.zh_tw}不符合 `{fault.keyword}`", f"{fault.name.en} does not satisfy `{fault.keyword}`")


_SENTENCES: Mapping[str, Callable[[Fault], Text]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _form,
    "format": _form,
    "minLength": _min_length,
    "maxLength": _max_length,
    "minItems": _min_items,
    "maxItems": _max_items,
    "uniqueItems": _unique_items,
    "minimum": _minimum,
    "maximum": _maximum,
    "maxProperties": _max_properties,
}
