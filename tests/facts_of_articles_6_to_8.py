"""The facts that Articles 6, 7 and 8 ask for, for `test_required_facts`: where they stand, whose they are, and when."""

from __future__ import annotations

from vendorbook.model import Node
from vendorbook.register import Engagement

TAKEN_FROM = {
    "engagement": {
        "A7.4a": tuple(f"oversight.procedure{fact}" for fact in ("", ".name", ".version", ".evidence")),
        "A7.4b": ("oversight.audit", "oversight.audit.method", "oversight.audit.every"),
        "A8.0a": ("exit.ended_on", "access.grants[].revoked_on", "exit.access_stopped",
                  "exit.access_stopped.confirmed_by", "exit.access_stopped.confirmed_on"),
        "A8.0b": tuple(f"exit.dispositions[]{fact}" for fact in ("", ".held", ".kind", ".disposed_on",
                                                                 ".confirmed_by")),
        "A8.0c": ("exit.dispositions[].certificate",),
        "A8.1": tuple(f"exit.transition{fact}" for fact in ("", ".to", ".receiver", ".requirements", ".agreed_on",
                                                            ".evidence")),
        "A8.2": ("exit.held", "exit.held[].asset", "exit.dispositions", "exit.dispositions[]",
                 "exit.dispositions[].disposed_on"),
        "A8.3": tuple(f"exit.continuing_confidentiality{fact}" for fact in ("", ".duration", ".given_on", ".evidence")),
        "A8.4": ("exit.complete_by", "exit.steps", "exit.steps[].done_on"),
    },
    "risk-assessment": {"A6": ("scope_digest", "supersedes", "led_by")},
    "audit": {
        "A7.1": ("auditor", "by", "scope", "findings", "report"),
        "A7.4b": ("findings[].owner", "findings[].due_on", "findings[].status"),
    },
    "service-report": {"A7.2": ("levels", "levels[].achieved", "levels[].met", "levels[].follow_up", "reviewer",
                                "reviewed_on", "conclusion")},
    "recovery-plan": {"A7.3": ("version", "form", "rto", "rpo", "evidence")},
}  # fmt: skip

_WHILE_ENDING = ("ended_on", "complete_by", "steps")


def asked_for(engagement: Engagement, fact: Node) -> dict[str, bool]:
    """By obligation: whether the engagement owes the fact; those that are not here it owes always."""
    facts = engagement.facts
    exit_ = facts.ended or fact.key in _WHILE_ENDING
    return {
        "A6": fact.key != "led_by" or fact.source.root.text("trigger") == "change-of-service",
        "A7.2": facts.term_of_a_year and (fact.key != "follow_up" or _is_of_a_missed_level(fact)),
        "A7.3": facts.core,
        "A7.4b": facts.core,
        **dict.fromkeys(("A8.0a", "A8.0b", "A8.0c", "A8.1", "A8.2", "A8.3", "A8.4"), exit_),
    }


def _is_of_a_missed_level(fact: Node) -> bool:
    return fact.parent is not None and fact.parent.plain("met") is False


def found_at(fact: Node) -> Node | None:
    """Where a fact that was taken out is missed: where it was, but for an asset that nothing is said of any more."""
    if fact.way[:2] == ("exit", "dispositions") and fact.key not in (
        "kind",
        "disposed_on",
        "confirmed_by",
        "certificate",
    ):
        about = [node.value for node in (fact.source.root.find("exit.dispositions[].held")) if _is_within(node, fact)]
        held = fact.source.root.find("exit.held[]")
        return next(each for each in held if each.text("id") in about)
    return fact.parent


def _is_within(node: Node, fact: Node) -> bool:
    return node.way[: len(fact.way)] == fact.way
