"""One way in which a file is not what its schema says."""

from typing import NamedTuple

from vendorbook.model import Location, Node, Text


class Problem(NamedTuple):
    """What is wrong, and with which value. `at_key`: the key itself is what is wrong, not its value."""

    node: Node
    message: Text
    at_key: bool = False

    @property
    def location(self) -> Location:
        return self.node.key_location if self.at_key else self.node.location
