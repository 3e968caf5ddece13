"""What an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import CodeAction, CodeActionKind, Command, Diagnostic, TextEdit, WorkspaceEdit

from vendorbook.lsp.diagnostics import NAME
from vendorbook.lsp.session import Session
from vendorbook.model import Text

ASSESS = "vendorbook.assess"

_ASKS_FOR_ASSESSMENT = ("scope-is-the-one-assessed", "initial-assessment-exists")
_ASSESS = Text("以目前範圍新增風險評估（vendorbook assess）", "assess the scope as it is now (vendorbook assess)")


def actions(session: Session, uri: str, found: Sequence[Diagnostic]) -> Iterator[CodeAction]:
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
