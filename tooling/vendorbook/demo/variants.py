"""Variants of the story, in which somebody cheats: what they do, and what the trail says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vendorbook.demo import story
from vendorbook.demo.material import Material
from vendorbook.demo.passages import replaced
from vendorbook.demo.story import Edit, Step
from vendorbook.model import CannotJudge, Text


class Variant(NamedTuple):
    """One of them. `done` is what somebody did, `says` what `vendorbook trail verify` says of it.

    `changes` are fields of steps, by branch; `adds` are steps besides; `rewrites` are edits of the example, by which
    the whole history was made anew after all of it had been recorded; `claims` are fields of steps, by branch, as the
    evidence has them that was made anew after the checkpoints.
    """

    done: Text
    says: Text
    changes: Mapping[str, Mapping[str, Any]]
    adds: tuple[Step, ...]
    rewrites: tuple[Edit, ...]
    claims: Mapping[str, Mapping[str, Any]]


def names() -> list[str]:
    """All variants, by name."""
    return story.variant_names()


def of_name(name: str) -> Variant:
    """Raises CannotJudge where there is none of this name."""
    if name not in names():
        known = ", ".join(names())
        raise CannotJudge(
            Text(f"沒有名為 {name} 的變體；可用：{known}", f"there is no variant {name}; there are: {known}")
        )
    said = story.variant(name)
    return Variant(
        done=Text(said["done"]["zh-TW"], said["done"]["en"]),
        says=Text(said["says"]["zh-TW"], said["says"]["en"]),
        changes=said.get("changes", {}),
        adds=tuple(story.step_of(each) for each in said.get("adds", ())),
        rewrites=tuple(Edit(**each) for each in said.get("rewrites", ())),
        claims=said.get("claims", {}),
    )


def told_by(variant: Variant | None, steps: Iterable[Step]) -> list[Step]:
    """The story as a variant tells it."""
    if variant is None:
        return list(steps)
    return story.in_order([*with_fields(steps, variant.changes), *variant.adds])


def with_fields(steps: Iterable[Step], fields: Mapping[str, Mapping[str, Any]]) -> list[Step]:
    """The steps with other fields, by branch."""
    return [step._replace(**story.fields(fields.get(step.branch, {}))) for step in steps]


def altered(material: Material, variant: Variant) -> Material:
    """The material as a history that was made anew has it."""
    example = dict(material.example)
    for edit in variant.rewrites:
        text = replaced(example[edit.file].decode(), edit.now, edit.then, edit.file)
        example[edit.file] = text.encode()
    return material._replace(example=example)
