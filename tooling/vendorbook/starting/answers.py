"""What a firm says of itself when its register begins; all else has a value that the firm may change later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """Texts as they were given; days are ISO dates, `today` is the first day of the person's roles."""

    name: str
    name_en: str
    registration_number: str
    class_: int
    class_since: str
    class_basis: str
    foreign: bool
    foreign_basis: str
    bound_from: str
    staff_id: str
    staff_name: str
    unit: str
    unit_kind: str
    roles: tuple[str, ...]
    email: str
    forge: str
    today: str
