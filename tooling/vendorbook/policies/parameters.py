"""A policy's `with:` block, checked against the Params of the check that it names."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import ForwardRef

from vendorbook.model import CannotJudge, Node, Text

_TYPES: dict[str, type | tuple[type, ...]] = {"str": str, "int": int, "bool": bool, "tuple[str, ...]": list}


def check_module(name: str, at: Node) -> ModuleType:
    """The module of a check: one of `vendorbook.checks` that holds a function of its name.

    Raises CannotJudge at the policy file's `check:` line when there is no such check.
    """
    full_name = f"vendorbook.checks.{name}"
    try:
        module = import_module(full_name)
    except ModuleNotFoundError as error:
        if error.name != full_name:
            raise
        raise _no_check(name, at) from None
    if not hasattr(module, name):
        raise _no_check(name, at)
    return module


def _no_check(name: str, at: Node) -> CannotJudge:
    message = Text(f"沒有名為 {name} 的檢查；檢查是 vendorbook/checks/ 內的檔案", f"there is no check called {name}")
    return CannotJudge(message, at.location)


def parameters(module: ModuleType, policy: Node) -> object:
    """The check's Params, filled from `with:`; None where the check has no settings and defines none.

    Raises CannotJudge at the line that is wrong or missing.
    """
    block = policy.get("with")
    settings = getattr(module, "Params", None)
    wanted = settings.__annotations__ if settings else {}
    given = {str(node.key): node for node in block.fields()} if block else {}
    for name, node in given.items():
        if name not in wanted:
            raise _wrong(node, name, sorted(wanted), "沒有這個參數", "is not a parameter of this check")
    for name in wanted:
        if name not in given and settings and name not in settings._field_defaults:
            raise _wrong(block or policy, name, sorted(wanted), "缺少參數", "is missing")
    values = {name: _value(node, name, wanted) for name, node in given.items()}
    return settings(**values) if settings else None


def _value(node: Node, name: str, wanted: Mapping[str, ForwardRef]) -> object:
    annotation = wanted[name].__forward_arg__
    expected = _TYPES.get(annotation, object)
    if not isinstance(node.value, expected) or (isinstance(node.value, bool) and expected is int):
        raise _wrong(node, name, sorted(wanted), f"應為 {annotation}", f"must be {annotation}")
    return tuple(node.value) if isinstance(node.value, list) else node.value


def _wrong(at: Node, name: str, known: list[str], zh: str, en: str) -> CannotJudge:
    listed = ", ".join(known) or "–"
    message = Text(f"{name}：{zh}（此檢查的參數：{listed}）", f"{name} {en} (this check takes: {listed})")
    return CannotJudge(message, at.key_location)
