"""The trail: what has happened to the register, and what of it can be proved afterwards."""
