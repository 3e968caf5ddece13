"""The trail as data: `vendorbook/trail/v1`, whose shape is a contract.

    {"format": "vendorbook/trail/v1", "tool": "1.0.0", "tip": "<commit>", "start": "<commit>", "since": "<commit>",
     "length": 61, "required": "T3", "policy_digest": "sha256:…", "evidence": {"tip": "<commit>", "entries": 61},
     "levels": {"none": 0, "T1": 0, "T2": 2, "T3": 55, "T4": 4},
     "merges": [{"commit": "…", "number": 12, "form": "merge", "day": "2026-03-04", "authors": ["s-0108"],
       "engagements": [{"engagement": "kite-systems/order-routing", "status": "active", "scope_before": "sha256:…",
                        "scope_after": "sha256:…", "added": ["journal/2026-03-02-risk-assessment"]}],
       "policy_digest": "sha256:…", "rules_after": null, "level": "T3", "lacks": [{"zh-TW": "…", "en": "…"}],
       "approved_by": ["s-0103", "s-0104"], "unjudged": null}],
     "checkpoints": [{"name": "checkpoint/2026-03-31", "tip": "…", "merges": 40, "signed_by": "s-0106"}],
     "findings": [{"policy": "changes-come-by-merge", "severity": "error", "commit": "…", "number": null,
       "record": null, "path": null, "line": null, "column": null, "message": {…}, "fix": {…}}]}

Merges come oldest first, from the one after `since` to the tip; `length` counts them from `start`. `form` is merge,
unnumbered-merge, octopus, squash (or rebase), forged-merge or direct. `level` is null where nothing is proved, and
`unjudged` says why the rules of a merge's own base could not judge it; `policy_digest` (null then) names those rules,
`rules_after` those it leaves, where it changed them ("?" where they cannot be read). `authors` are staff ids, or the
addresses of commits in `<…>`. `required` is null where no level was. A finding without a commit is about the whole.

`trail show` gives `vendorbook/trail-of-engagement/v1`: `engagement`, `tip`, `start`, and `merges` as above.
"""

from __future__ import annotations

from vendorbook import __version__
from vendorbook.reports.inert import as_json, both
from vendorbook.trail.checkpoints import Seen
from vendorbook.trail.judged import Judged
from vendorbook.trail.life import Life
from vendorbook.trail.verdict import TrailFinding, TrailVerdict


def render(verdict: TrailVerdict, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Both languages, whichever is asked for."""
    return as_json(
        {
            "format": "vendorbook/trail/v1",
            "tool": __version__,
            "tip": verdict.tip,
            "start": verdict.start,
            "since": verdict.since,
            "length": verdict.length,
            "required": _level(verdict.required),
            "policy_digest": verdict.policy_digest,
            "evidence": {"tip": verdict.evidence_tip, "entries": verdict.evidence_entries},
            "levels": verdict.levels,
            "merges": [_merge(each) for each in verdict.steps],
            "checkpoints": [_checkpoint(each) for each in verdict.checkpoints],
            "findings": [_finding(each) for each in verdict.findings],
        }
    )


def render_life(life: Life, lang: str, *, color: bool = False) -> str:  # noqa: ARG001
    """Both languages, whichever is asked for."""
    return as_json(
        {
            "format": "vendorbook/trail-of-engagement/v1",
            "tool": __version__,
            "engagement": life.engagement,
            "tip": life.tip,
            "start": life.start,
            "merges": [_merge(each) for each in life.steps],
        }
    )


def _merge(step: Judged) -> dict[str, object]:
    return {
        "commit": step.commit,
        "number": step.number,
        "form": step.form,
        "day": step.day,
        "authors": list(step.authors),
        "engagements": [
            {
                "engagement": each.engagement,
                "status": each.status or None,
                "scope_before": each.scope_before or None,
                "scope_after": each.scope_after or None,
                "added": list(each.added),
            }
            for each in step.engagements
        ],
        "policy_digest": step.policy_digest or None,
        "rules_after": step.rules_after or None,
        "level": _level(step.level),
        "lacks": [both(each) for each in step.lacks],
        "approved_by": list(step.approved_by),
        "unjudged": both(step.unjudged) if step.unjudged else None,
    }


def _level(level: int) -> str | None:
    return f"T{level}" if level else None


def _checkpoint(found: Seen) -> dict[str, object]:
    said = found.checkpoint
    return {
        "name": found.name,
        "tip": said.tip if said else None,
        "merges": said.merges if said else None,
        "signed_by": found.signed_by,
    }


def _finding(found: TrailFinding) -> dict[str, object]:
    at = found.location
    return {
        "policy": found.policy,
        "severity": str(found.severity),
        "commit": found.commit or None,
        "number": found.number,
        "record": found.record or None,
        "path": at.path if at else None,
        "line": at.line if at else None,
        "column": at.column if at else None,
        "message": both(found.message),
        "fix": both(found.fix),
    }
