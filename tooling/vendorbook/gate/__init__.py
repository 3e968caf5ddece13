"""The gate: what a change may do, judged by the rules of what it is to be merged into (Article 6)."""

from vendorbook.gate.judging import judge_change
<<<<<<< HEAD
from vendorbook.gate.others import Means
from vendorbook.gate.proposal import Proposal, proposed
from vendorbook.gate.verdict import GateVerdict

__all__ = ["GateVerdict", "Means", "Proposal", "judge_change", "proposed"]
=======
from vendorbook.gate.new_rules import NewRules
from vendorbook.gate.proposal import Proposal, proposed
from vendorbook.gate.verdict import GateVerdict

__all__ = ["GateVerdict", "NewRules", "Proposal", "judge_change", "proposed"]
>>>>>>> main
