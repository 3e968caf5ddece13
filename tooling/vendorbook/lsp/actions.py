"""What an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    CodeActionTriggerKind,
    Command,
    Diagnostic,
    TextEdit,
    WorkspaceEdit,
)

from vendorbook.lsp.diagnostics import NAME
from vendorbook.lsp.session import Session
from vendorbook.model import Text

ASSESS = "vendorbook.assess"
KINDS = [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll]

_ASKS_FOR_ASSESSMENT = ("scope-is-the-one-assessed", "initial-assessment-exists")
_MEND = Text("修補可修補之處（vendorbook fix）", "mend what can be mended (vendorbook fix)")
_ASSESS = Text("以目前範圍新增風險評估（vendorbook assess）", "assess the scope as it is now (vendorbook assess)")


def actions(session: Session, uri: str, asked: CodeActionContext) -> Iterator[CodeAction]:
    """What there is of the kinds that the editor asks for.

    What mends the whole file takes its time, so it is not looked for where the editor asks unbidden, as whenever the
    cursor moves. It is a fix like others, unless asked for as what is done to a whole file, as on saving.
    """
    quick, whole = (_is_wanted(kind, asked.only) for kind in KINDS)
    if quick:
        yield from _quick(session, uri, asked.diagnostics)
    is_bidden = asked.trigger_kind != CodeActionTriggerKind.Automatic
    if (quick or whole) and is_bidden and (edits := session.mending(uri)):
        kind = CodeActionKind.QuickFix if quick else CodeActionKind.SourceFixAll
        yield CodeAction(_MEND.in_(session.lang), kind, edit=WorkspaceEdit(changes={uri: edits}))


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Kinds are asked for by their names or the beginnings of these; all of them where none is."""
    return not only or any(each in ("", kind) or kind.startswith(f"{each}.") for each in only)


def _quick(session: Session, uri: str, found: Sequence[Diagnostic]) -> Iterator[CodeAction]:
    """For each finding that can be mended without deciding, the edit; for a scope not assessed, `assess`."""
    ours = [each for each in found if each.source == NAME]
    for each in ours:
        for fix in session.fixes(uri, each):
            edit = WorkspaceEdit(changes={uri: [TextEdit(fix.over, fix.text)]})
            title = fix.title.in_(session.lang)
            yield CodeAction(title, CodeActionKind.QuickFix, [each], is_preferred=True, edit=edit)
    asking = [each for each in ours if each.code in _ASKS_FOR_ASSESSMENT]
    if asking and session.options.may_assess and session.engagement(uri):
        title = _ASSESS.in_(session.lang)
        yield CodeAction(title, CodeActionKind.QuickFix, asking, command=Command(title, ASSESS, arguments=[uri]))
