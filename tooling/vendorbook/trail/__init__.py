"""Proof afterwards: what was merged, by which rules, who approved it, and whose signature says so."""
