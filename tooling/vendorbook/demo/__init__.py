"""The demonstration: the example register with three years of history, and variants in which somebody cheated.

build(folder, variant=None)     writes it as a git repository, the same every time
"""

from vendorbook.demo.building import build

__all__ = ["build"]
