"""How much one file may hold. A record of the longest kind needs a tenth of this."""

BYTES = 256 * 1024
DEPTH = 16
PARTS = 20_000
"""Keys and values; a list or a mapping counts as two, its beginning and its end."""

REFUSALS = 50
"""How many refusals of one file are listed before the rest is only counted."""
