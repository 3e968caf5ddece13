"""What differs between two values, a line a field: items of lists go by their id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorbook.editing.house import dumped, node_of
from vendorbook.model import Plain

_LONGEST = 160


def differences(before: Plain, after: Plain, name: str = "") -> Iterator[str]:
    """`- name: …` for what is no longer so, `+ name: …` for what is."""
    if before == after:
        return
    old, new = _named(before), _named(after)
    if old is not None and new is not None:
        for key in dict.fromkeys([*old, *new]):
            yield from _one(old.get(key), new.get(key), f"{name}.{key}" if name else key)
        if list(old) != list(new) and sorted(old) == sorted(new) and isinstance(before, list):
            yield f"+ {name}: [{', '.join(new)}]"
        return
    yield _line("-", name, before)
    yield _line("+", name, after)


def _one(before: Plain | None, after: Plain | None, name: str) -> Iterator[str]:
    if before is None and after is not None:
        yield _line("+", name, after)
    elif after is None and before is not None:
        yield _line("-", name, before)
    elif before is not None and after is not None:
        yield from differences(before, after, name)


def _named(value: Plain) -> Mapping[str, Plain] | None:
    """A block by its keys, a list by its items' ids; None for what has neither."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(isinstance(each, dict) and "id" in each for each in value):
        return {str(each["id"]): each for each in value if isinstance(each, dict)}
    return None


def _line(sign: str, name: str, value: Plain) -> str:
    text = dumped(node_of([value], flow=True)).strip()[1:-1]
    line = f"{sign} {name}: {text}"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
