"""The tables: a module each, found by its name. `_` is in no table's name."""
