"""What is wrong with one file, gathered while it is read."""

from __future__ import annotations

from typing import NoReturn

from vendorbook.model import Location, Place, Text, Unreadable
from vendorbook.yaml_source import limits
from vendorbook.yaml_source.events import Event


class Refusals:
    """The refusals of one file: reading goes on after `add`, and ends with `stop`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.places: list[Place] = []
        self.unlisted = 0
        self.last_line = limits.BYTES

    def add(self, line: int, column: int, message: Text) -> None:
        if line > self.last_line:  # libyaml ends a file on a line of its own
            line, column = self.last_line, 1
        if len(self.places) < limits.REFUSALS:
            self.places.append(Place(Location(self.path, line, column), message))
        else:
            self.unlisted += 1

    def add_at(self, event: Event, message: Text) -> None:
        self.add(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def stop(self, line: int, column: int, message: Text) -> NoReturn:
        """Nothing after this place can be read with any confidence."""
        self.add(line, column, message)
        raise self.unreadable()

    def stop_at(self, event: Event, message: Text) -> NoReturn:
        self.stop(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def unreadable(self) -> Unreadable:
        places = sorted(self.places, key=lambda place: place.location)
        if self.unlisted:
            places.append(Place(places[-1].location, _more(self.unlisted)))
        return Unreadable(places)


def _more(count: int) -> Text:
    return Text(f"另有 {count} 處未列出；請先修正以上各處", f"{count} more are not listed: mend these first")
