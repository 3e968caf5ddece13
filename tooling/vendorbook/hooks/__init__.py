"""Hooks for a git server of one's own: what a forge's rulesets and required check do elsewhere."""
