"""The gate: what a change may do, judged by the rules of what it is to be merged into (Article 6)."""

from vendorbook.gate.judging import judge_change
from vendorbook.gate.new_rules import NewRules
from vendorbook.gate.others import Means
from vendorbook.gate.proposal import Proposal, proposed, since_apart
from vendorbook.gate.verdict import GateVerdict

__all__ = ["GateVerdict", "Means", "NewRules", "Proposal", "judge_change", "proposed", "since_apart"]
