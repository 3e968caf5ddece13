"""Others may be writing while one looks."""

from __future__ import annotations

import pytest

from vendorbook.editing import patience
from vendorbook.model import CannotJudge, Text
from vendorbook.repository.disk import changed_meanwhile


def test_a_file_that_changes_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PAUSE", 0)
    troubles = [changed_meanwhile("a"), changed_meanwhile("b")]

    def look() -> str:
        if troubles:
            raise troubles.pop()
        return "seen"

    assert patience.patiently(look) == "seen"


def test_not_for_ever_and_not_for_other_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PAUSE", 0)
    looks: list[str] = []

    def look(trouble: CannotJudge) -> None:
        looks.append("")
        raise trouble

    with pytest.raises(CannotJudge):
        patience.patiently(lambda: look(CannotJudge(Text("x", "x"))))
    assert len(looks) == 1
    with pytest.raises(CannotJudge):
        patience.patiently(lambda: look(changed_meanwhile("a")))
    assert len(looks) < 30
