"""Repairs that decide nothing: what is meant is plain, and only how it is written is wrong."""
