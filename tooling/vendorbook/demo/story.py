"""The story: what happened, by whom and when, read from the files beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from vendorbook import yaml_source
from vendorbook.demo.passages import Passage
from vendorbook.model import TAIPEI


class Edit(NamedTuple):
    """A place in a file that is made to say something else. `now` is empty where the text goes to the end.

    `like` is the file that a new one is made from.
    """

    file: str
    now: str
    then: str
    like: str = ""


class Mark(NamedTuple):
    """A checkpoint: when it was made, and by whom."""

    at: datetime
    by: str


class Step(NamedTuple):
    """One pull request, or what went past one.

    `kind` is merge, squash or direct. `touches` are the parts that are brought up to the day of the commits; `edits`
    are made in the branch besides, `slipped` in the merge commit alone. `approved` is what the reviewers approved:
    head, first (the branch's first commit), or nothing. `trailers` end the merge's message.
    """

    at: datetime
    by: str
    branch: str
    title: str
    reviewed_by: tuple[str, ...]
    touches: tuple[str, ...] = ()
    kind: str = "merge"
    edits: tuple[Edit, ...] = ()
    slipped: tuple[Edit, ...] = ()
    approved: str = "head"
    trailers: str = ""


class Beginning(NamedTuple):
    """The root commit: when, by whom, and which parts of the register it holds."""

    at: datetime
    by: str
    title: str
    touches: tuple[str, ...]


def beginning() -> Beginning:
    said = _read("beginning.yaml")
    return Beginning(_time(said["at"]), said["by"], said["title"], tuple(said["touches"]))


def steps() -> list[Step]:
    """All of them, in the order of time."""
    return in_order(step_of(each) for name in _names("steps") for each in _read(f"steps/{name}")["steps"])


def in_order(some: Iterable[Step]) -> list[Step]:
    return sorted(some, key=lambda step: step.at)


def step_of(said: Mapping[str, Any]) -> Step:
    """A step as its file says it."""
    return Step(**{**fields(said), "at": _time(said["at"])})


def fields(said: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a step as their file says them, as what they are in a Step."""
    return {name: _FIELDS[name](value) if name in _FIELDS else value for name, value in said.items()}


def checkpoints() -> list[Mark]:
    return [Mark(_time(each["at"]), each["by"]) for each in _read("checkpoints.yaml")["checkpoints"]]


def variant_names() -> list[str]:
    return [name.removesuffix(".yaml") for name in _names("variants")]


def variant(name: str) -> Any:
    """What the file of a variant says."""
    return _read(f"variants/{name}.yaml")


def passages() -> Iterator[Passage]:
    """What files said before a day."""
    for name in _names("earlier"):
        for each in _read(f"earlier/{name}")["passages"]:
            texts = (each[text].removesuffix("\n") for text in ("now", "then"))
            yield Passage(each["file"], date.fromisoformat(each["before"]), *texts)


def documents() -> dict[str, bytes]:
    """Documents that the example does not have, by path."""
    return {each["path"]: each["text"].encode() for each in _read("documents.yaml")["documents"]}


def _edits(said: Iterable[Any]) -> tuple[Edit, ...]:
    return tuple(Edit(**each) for each in said)


_FIELDS: dict[str, Callable[[Any], Any]] = {
    "reviewed_by": tuple,
    "touches": tuple,
    "edits": _edits,
    "slipped": _edits,
}


def _time(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=TAIPEI)


def _names(folder: str) -> list[str]:
    return sorted(each.name for each in files(__package__).joinpath("story", folder).iterdir())


@cache
def _read(name: str) -> Any:
    data = files(__package__).joinpath("story", *name.split("/")).read_bytes()
    return yaml_source.read(data, f"story/{name}").value
