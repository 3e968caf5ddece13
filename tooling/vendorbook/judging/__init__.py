"""Judging a register: reading it unit by unit, applying policies, then waivers."""

from vendorbook.judging.rules import Rules
from vendorbook.judging.run import judge, judge_with_cache
from vendorbook.judging.verdict import Judgement, Verdict

__all__ = ["Judgement", "Rules", "Verdict", "judge", "judge_with_cache"]
