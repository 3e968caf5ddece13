"""A register of IT outsourcing kept as code, and the tooling that keeps it true."""

__version__ = "0.1.0"
