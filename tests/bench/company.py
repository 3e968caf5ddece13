"""How much else the machine did meanwhile: figures from a busy machine are worth less."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic
from typing import NamedTuple


class Company(NamedTuple):
    """Seconds: by the clock, of computing by the whole machine, and of ours."""

    clock: float
    machine: float
    ours: float

    def share_since(self, before: Company) -> float | None:
        """The part of the machine's cores that others took; None where the system does not tell."""
        others = (self.machine - before.machine) - (self.ours - before.ours)
        cores = (self.clock - before.clock) * (os.cpu_count() or 1)
        return max(0.0, others / cores) if self.machine else None


def company() -> Company:
    own = os.times()
    return Company(monotonic(), _machine(), own.user + own.system + own.children_user + own.children_system)


def _machine() -> float:
    """The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal, in ticks."""
    try:
        ticks = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    except (OSError, ValueError):
        return 0.0
    return (sum(ticks[:3]) + sum(ticks[5:])) / os.sysconf("SC_CLK_TCK")
