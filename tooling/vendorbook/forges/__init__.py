"""What forges say of a merge."""
