"""The files of a rule set: which they are, what identifies them, and their reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from types import MappingProxyType

from vendorbook.model import CannotJudge, Place, Source, Text, Unreadable
from vendorbook.schema_check import Schema, Schemas, kind_of


def raw_rules(files: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
    """The bytes of a rule set, by path in the register: schemas/ and policies/ but for the waivers."""
    return {path: read() for path, read in sorted(files.items()) if not path.startswith("policies/waivers/")}


def digest(raw: Mapping[str, bytes]) -> str:
    """Identifies a rule set by its content: `sha256:` over a listing in the form of `sha256sum`."""
    listing = "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in raw.items())
    return "sha256:" + sha256(listing.encode()).hexdigest()


def schemas_of(raw: Mapping[str, bytes], bare: Mapping[str, Schema] = MappingProxyType({})) -> Schemas:
    """The schemas among the files of a rule set; see `Schemas` for `bare`."""
    return Schemas({path: data for path, data in raw.items() if path.startswith("schemas/")}, bare)


def read_sources(raw: Mapping[str, bytes], schemas: Schemas) -> dict[str, Source]:
    """The YAML files of a rule set, read and valid.

    Raises CannotJudge with every place found at fault: one run shows all that is wrong.
    """
    from vendorbook import yaml_source

    sources: dict[str, Source] = {}
    wrong: list[Place] = []
    for path, data in raw.items():
        if not path.endswith(".yaml"):
            continue
        try:
            sources[path] = yaml_source.read(data, path)
        except Unreadable as unreadable:
            wrong.extend(unreadable.refusals)
            continue
        problems = schemas.problems(sources[path], kind_of(path) or "policy")
        wrong.extend(Place(problem.location, problem.message) for problem in problems)
    if wrong:
        raise CannotJudge(
            Text("規則檔有誤，無法據以檢查", "the rules have faults and cannot judge"), wrong[0].location, wrong
        )
    return sources
