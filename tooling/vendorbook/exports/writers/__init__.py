"""The formats: a module each, found by its name."""
