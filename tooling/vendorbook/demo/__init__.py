"""The demonstration: the example register with three years of history, and variants in which somebody cheats.

build(folder, variant=None)     writes it as a git repository, the same every time
names()                         the variants
of_name(name)                   one of them: what somebody did, and what the trail says of it
"""

from vendorbook.demo.building import build
from vendorbook.demo.variants import Variant, names, of_name

__all__ = ["Variant", "build", "names", "of_name"]
