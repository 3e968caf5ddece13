"""Honest changes of every kind, one after the other, to the example register: none of them is at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from tests.helpers.histories import TAIPEI, Files, History, Who

from vendorbook.register import scope_digest
from vendorbook.yaml_source import read

FIRST_DAY = datetime(2026, 11, 22, 9, tzinfo=TAIPEI)
OWNER = Who("纜繫舟", "lan.xizhou@paper-boat.example")
OTHER = Who("桅參天", "wei.cantian@paper-boat.example")
Register = dict[str, bytes]
Kind = Callable[[Register, int, datetime], Files | None]


def honest_history(path: Path, register: Register, merges: int) -> History:
    """So many merges: each a kind of change in turn, a third of them of branches that the base has moved away from."""
    history = History(path, register, FIRST_DAY, OWNER)
    now = dict(register)
    numbers = count(1)
    for made, files in zip(range(merges), _changes(now, history), strict=False):
        number = next(numbers)
        base = history.line[-2] if made % 3 == 2 else history.main
        who = OTHER if made % 2 else OWNER
        head = history.change(base, files, who)
        if made % 5 == 4:  # the branch is brought up to date, and gets a second commit
            up_to_date = history.on_main(files)
            head = history.commit((head.id, history.main.id), up_to_date, "Merge branch 'main'", who)
        history.merge(number, head, history.on_main(files))
        now.update({path: data for path, data in files.items() if isinstance(data, bytes)})
        history.later(hours=11)
    return history


def _changes(now: Register, history: History) -> Iterator[Files]:
    kinds: list[Kind] = [review, note, report, retitled, briefed, widened, note, drafted, hired]
    for number, kind in enumerate(cycle(kinds)):
        files = kind(now, number, history.when)
        if files:
            yield files


def _folders(now: Register, kind: str) -> list[str]:
    """Engagements that have an entry of a kind, by their folders."""
    return sorted(
        {path.split("/journal/")[0] for path in now if path.count("/") == 4 and path[-len(kind) - 5 : -5] == kind}
    )


def _newest(now: Register, folder: str, kind: str) -> str:
    return max(path for path in now if path.startswith(f"{folder}/journal/") and path[-len(kind) - 5 : -5] == kind)


def _copied(now: Register, folder: str, kind: str, day: str) -> tuple[str, str] | None:
    """Where the next entry of a kind goes, and the newest of that kind as its text; None where the day has one."""
    path = f"{folder}/journal/{day}-{kind}.yaml"
    return None if path in now else (path, now[_newest(now, folder, kind)].decode())


def _entry(kind: str) -> Kind:
    def made(now: Register, number: int, when: datetime) -> Files | None:
        folders = [each for each in _folders(now, kind) if _is_active(now, each)]
        folder, day = folders[number % len(folders)], when.date().isoformat()
        copied = _copied(now, folder, kind, day)
        if copied is None:
            return None
        path, text = copied
        return {path: re.sub(r"(?m)^(date|reviewed_on|  done_on): .*$", rf"\1: {day}", text).encode()}

    return made


def _is_active(now: Register, folder: str) -> bool:
    return b"\nstatus: active\n" in now[f"{folder}/engagement.yaml"]


review, report, briefed = _entry("access-review"), _entry("service-report"), _entry("briefing")


def note(now: Register, number: int, when: datetime) -> Files:
    """Only a comment."""
    records = sorted(path for path in now if path.endswith(("/engagement.yaml", "/supplier.yaml")))
    path = records[number * 7 % len(records)]
    return {path: now[path] + f"# seen on {when.date()}\n".encode()}


def retitled(now: Register, number: int, when: datetime) -> Files:
    records = sorted(path for path in now if path.endswith("/engagement.yaml"))
    path = records[number * 5 % len(records)]
    title = f"title: {{zh-TW: 更名之委外案 {number}, en: An engagement by another name {number}}}"
    return {path: re.sub(r"(?m)^title: .*$", title, now[path].decode()).encode()}


def widened(now: Register, number: int, when: datetime) -> Files | None:
    """Another scope, with the owner's assessment of it."""
    folders = [each for each in _folders(now, "risk-assessment") if _is_active(now, each)]
    folder, day = folders[number % len(folders)], when.date().isoformat()
    record = now[f"{folder}/engagement.yaml"].decode()
    changed = re.sub(
        r"(?m)^(    - \{id: [^}]*description: [^}（]*)(?:（[^}）]*）)?\}", rf"\1（{number}）}}", record, count=1
    )
    copied = _copied(now, folder, "risk-assessment", day)
    if copied is None or changed == record:
        return None
    path, text = copied
    last = _newest(now, folder, "risk-assessment").removeprefix(f"{folder}/").removesuffix(".yaml")
    root = read(changed.encode(), "engagement.yaml").root
    for field, value in {
        "date": day,
        "trigger": "change-of-service",
        "supersedes": last,
        "scope_digest": scope_digest(root.nearest("scope")),
        "led_by": root.text("project_owner"),
        "  completed_on": day,
    }.items():
        text = re.sub(rf"(?m)^{field}: .*$", f"{field}: {value}", text)
    if "\nsupersedes: " not in text:
        text = text.replace("\nscope_digest:", f"\nsupersedes: {last}\nscope_digest:", 1)
    text = re.sub(r"due_on: [\d-]+, status: open", f"due_on: {when.date() + timedelta(days=300)}, status: open", text)
    text = re.sub(r"reported_on: [\d-]+, approved_on: [\d-]+", f"reported_on: {day}, approved_on: {day}", text)
    return {f"{folder}/engagement.yaml": changed.encode(), path: text.encode()}


def drafted(now: Register, number: int, when: datetime) -> Files | None:
    """Another supplier, with a draft of what it might do."""
    name = f"paper-lark-{number}"
    supplier = now["vendors/paper-crane/supplier.yaml"].decode().replace("paper-crane", name)
    draft = now["vendors/paper-crane/website/engagement.yaml"].decode().replace("paper-crane", name)
    return {
        f"vendors/{name}/supplier.yaml": supplier.encode(),
        f"vendors/{name}/website/engagement.yaml": draft.encode(),
    }


def hired(now: Register, number: int, when: datetime) -> Files:
    """A change of the rules: somebody joins the firm."""
    people = now["policies/people.yaml"].decode()
    person = f"\n  - id: s-{9000 + number}\n    name: 新進{number}\n    unit: 資訊部\n    unit_kind: it\n"
    return {"policies/people.yaml": (people + person + f"    roles: [assessor]\n    from: {when.date()}\n").encode()}
