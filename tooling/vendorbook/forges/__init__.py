"""What forges say of a merge: one module a forge, `<kind>.py`, with the class `Adapter` and where it is by default.

The only part of vendorbook that uses the network, and only `trail record` uses it.
"""
