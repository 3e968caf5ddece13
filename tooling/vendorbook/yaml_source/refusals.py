"""What is wrong with one file, gathered while it is read."""

from __future__ import annotations

from typing import NoReturn

from vendorbook.model import Location, Place, Text, Unreadable
from vendorbook.yaml_source import limits


class Refusals:
    """The refusals of one file: reading goes on after `add`, and ends with `stop`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.places: list[Place] = []
        self.uncounted = 0

    def add(self, line: int, column: int, message: Text) -> None:
        if len(self.places) < limits.REFUSALS:
            self.places.append(Place(Location(self.path, line, column), message))
        else:
            self.uncounted += 1

    def stop(self, line: int, column: int, message: Text) -> NoReturn:
        """Nothing after this place can be read with any confidence."""
        self.add(line, column, message)
        raise self.unreadable()

    def unreadable(self) -> Unreadable:
        places = sorted(self.places, key=lambda place: place.location)
        if self.uncounted:
            places.append(Place(places[-1].location, _more(self.uncounted)))
        return Unreadable(places)


def _more(count: int) -> Text:
    return Text(f"另有 {count} 處未列出；請先修正以上各處", f"{count} more are not listed: mend these first")
