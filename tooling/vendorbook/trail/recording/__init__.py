"""Recording: what the forge says of a merge becomes an entry of the evidence branch."""

from vendorbook.trail.recording.recording import Recorder
from vendorbook.trail.recording.told import Forge, Told
from vendorbook.trail.recording.wanted import branch_tip, missing, start_of_trail

__all__ = ["Forge", "Recorder", "Told", "branch_tip", "missing", "start_of_trail"]
