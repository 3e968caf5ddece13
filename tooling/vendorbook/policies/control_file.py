"""A control file read into a Policy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import PurePosixPath

from vendorbook.model import CannotJudge, Node, Plain, Policy, Severity, Source, Text, Words
from vendorbook.policies.parameters import check_module, parameters

DRAFT = "draft"
_JUDGED = ("selecting", "active", "ending", "ended")


def policy(source: Source) -> Policy:
    """The policy that a control file (already valid by its schema) states.

    Raises CannotJudge, with the place, when its name is not its file's or its check or parameters are wrong.
    """
    root = source.root
    _name_agrees(root, PurePosixPath(source.path).stem)
    check = root.text("check")
    module = check_module(check, root.nearest("check")) if check else None
    subject = root.text("subject") or "engagement"
    return Policy(
        id=root.text("id"),
        path=source.path,
        said=cache(partial(_words, root)),
        obligations=tuple(str(node.value) for node in root.find("obligations[]")),
        severity=Severity(root.text("severity") or "error"),
        subject=subject,
        applies_to=_conditions(root, subject),
        check=check,
        settings=_given(parameters(module, root) if module else None),
        can_be_waived=root.plain("can_be_waived") is not False,
        needs_register=_kinds(root),
        source=root.text("source") or "rules",
        since=root.date("since"),
        examples=root.nearest("examples"),
        notice=root.text("notice") or "review_notice_days",
    )


def _given(params: object) -> Callable[[], object]:
    return lambda: params


def _words(root: Node) -> Words:
    return Words(
        title=_said(root, "title"),
        message=_said(root, "message"),
        cases=_named(root, "cases"),
        related=_named(root, "related"),
        why=_said(root, "why"),
        fix=_said(root, "fix"),
    )


def _kinds(root: Node) -> tuple[str, ...] | None:
    return tuple(str(kind.value) for kind in root.find("needs_register[]")) if root.get("needs_register") else None


def _name_agrees(root: Node, stem: str) -> None:
    if root.text("id") != stem:
        raise CannotJudge(
            Text(f"政策的 id 必須與檔名相同：{stem}", f"a policy's id is its file's name: {stem}"),
            root.nearest("id").location,
        )


def _conditions(root: Node, subject: str) -> dict[str, tuple[Plain, ...]]:
    """Path to allowed values. Without a `status` of its own, a policy is for every engagement but drafts."""
    stated = root.get("applies_to")
    conditions = {str(node.key): _values(node) for node in stated.fields()} if stated else {}
    if subject == "engagement":
        conditions.setdefault("status", _JUDGED)
    return conditions


def _values(node: Node) -> tuple[Plain, ...]:
    return tuple(node.value) if isinstance(node.value, list) else (node.value,)


def _said(root: Node, key: str) -> Text:
    node = root.get(key)
    return Text(node.text("zh-TW"), node.text("en")) if node else Text("", "")


def _named(root: Node, key: str) -> dict[str, Text]:
    block = root.get(key)
    return {str(node.key): Text(node.text("zh-TW"), node.text("en")) for node in block.fields()} if block else {}
