"""The trail: what has happened to the register, who approved it, and what of it can be proved afterwards."""
