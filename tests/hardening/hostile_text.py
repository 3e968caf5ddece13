"""What may be done to the text of a record. `^^` stands where the finding must be; it is not written."""

from __future__ import annotations

from typing import NamedTuple

HERE = b"^^"


class Edit(NamedTuple):
    """`new` instead of `old`, which the record has once; after its end where `old` is empty; alone where it is None."""

    old: bytes | None
    new: bytes
    said: str


def added(new: bytes | str, said: str) -> Edit:
    return Edit(b"", new if isinstance(new, bytes) else new.encode(), said)


def alone(new: bytes, said: str) -> Edit:
    return Edit(None, new, said)


def first(new: bytes, said: str) -> Edit:
    """Before all that the record says."""
    return Edit(b"# yaml-language-server", new + b"# yaml-language-server", said)


BYTES = {
    "CR alone, which ends a comment and starts a key": added(b"note: x # ^^\rstatus: active\n", "CR"),
    "CRLF": added(b"note: x^^\r\n", "whole file"),
    "BOM at the start": first(b"^^\xef\xbb\xbf", "byte order mark"),
    "BOM on a later line": added(b"^^\xef\xbb\xbfnote: x\n", "U+FEFF"),
    "BOM in a key": added(b"no^^\xef\xbb\xbfte: x\n", "U+FEFF"),
    "UTF-16": alone(b"^^" + "id: website\n".encode("utf-16"), "UTF-16"),
    "UTF-16 without mark": alone(b"^^" + "id: website\n".encode("utf-16-le"), "UTF-16"),
    "Big5": alone("id: website\ntitle:\n  zh-TW: ^^公司網站改版\n".encode("big5"), "Big5"),
    "Big5 in UTF-8": added(b"note: ^^" + "紙船證券".encode("big5") + b"\n", "not UTF-8"),
    "NUL": added(b"note: x^^\0y\n", "NUL"),
    "ESC": added(b"note: ^^\x1b[2Jx\n", "ESC"),
    "ESC by escape": added(b'note: ^^"\\e[2J"\n', "ESC"),
    "ESC in a comment": added(b"# ^^\x1b]0;title\x07\n", "ESC"),
    "lone surrogate": added(b"note: ^^\xed\xa0\x80\n", "surrogate"),
    "lone surrogate by escape": added(b'note: "\\u^^d800"\n', "escape"),
    "U+0085": added("note: x^^\x85y\n", "NEL"),
    "U+2028": added("note: x^^\u2028status: active\n", "LINE SEPARATOR"),
    "U+2029": added("note: x^^\u2029y\n", "PARAGRAPH SEPARATOR"),
    "bidi override": added("note: x^^\u202ey\n", "RIGHT-TO-LEFT OVERRIDE"),
    "bidi override by escape": added(b'note: ^^"\\u202ex"\n', "RIGHT-TO-LEFT OVERRIDE"),
    "bidi isolate in a comment": added("# x^^\u2066y\n", "ISOLATE"),
    "zero-width": added("note: x^^\u200by\n", "ZERO WIDTH SPACE"),
    "zero-width in a key": added("no^^\u200dte: y\n", "ZERO WIDTH JOINER"),
    "tag characters": added("note: x^^\U000e0041\U000e0042\n", "U+E0041"),
    "variation selector": added("note: 葛^^\U000e0100\n", "VARIATION SELECTOR"),
    "Hangul filler": added("note: x^^\u3164\n", "HANGUL FILLER"),
    "NFD twin": added("note: caf^^e\u0301\n", "NFC"),
    "mixed-script key": added("^^st\u0430tus: active\n", "ASCII"),
    "mixed-script id": Edit(b"\nid: website\n", "\nid: ^^w\u0435bsite\n".encode(), "`id` must"),
}  # fmt: skip

MARKS = {
    "%YAML 1.1": first(b"^^%YAML 1.1\n---\n", "directive"),
    "%TAG": first(b"^^%TAG ! tag:example.invalid,2000:\n---\n", "directive"),
    "a tag of Python's": added(b"note: ^^!!python/object/apply:os.system [touch canary]\n", "tag"),
    "a tag of somebody's": added(b"note: ^^!foo x\n", "tag"),
    "an anchor": added(b"note: ^^&a x\n", "anchor"),
    "an alias": added(b"note: ^^*a\n", "alias"),
    "a merge": added(b"^^<<: {status: active}\n", "merge"),
    "reference to itself": added(b"note: ^^&a [*a]\n", "anchor"),
    "two documents": added(b"^^---\nid: other\n", "one document"),
    "text after the end": added(b"^^...\nstatus: active\n", "..."),
    "empty": alone(b"^^", "empty"),
    "comments only": alone(b"^^# nothing\n# at all\n", "comments"),
    "top-level list": alone(b"^^- id: website\n", "mapping"),
    "conflict markers": added(b"^^<<<<<<< ours\nnote: x\n=======\nnote: y\n>>>>>>> theirs\n", "conflict"),
    "conflict markers in a block of text": added(b"note: |\n  ^^<<<<<<< ours\n  y\n  >>>>>>> theirs\n", "conflict"),
    "a tab for indentation": added(b"note:\n^^\tx: y\n", "TAB"),
    "a tab after a colon": added(b"note:^^\tx\n", "TAB"),
    "no newline at the end": added(b"# the end^^", "newline"),
}  # fmt: skip

KEYS = {
    "duplicate": added(b"^^status: active\n", "status is already on line 6"),
    "duplicate by escape": added(b'^^"st\\x61tus": active\n', "status is already on line 6"),
    "a number": added(b"^^1: x\n", "text"),
    "a truth": added(b"^^no: x\n", "text"),
    "a date": added(b"^^2026-01-05: x\n", "text"),
    "a list": added(b"? ^^[a]\n: x\n", "list or a mapping"),
    "empty": added(b'^^"": x\n', "empty"),
    "colliding in NFC": added("^^caf\u00e9: x\ncafe\u0301: y\n", "ASCII"),
    "unknown": added(b"^^satus: active\n", "unknown field `satus`"),
}

WORDS = ("no", "on", "y", "~", "", "010", "0x1F", "1:30", "1_000", "1e5", ".inf", "12e4567", "2026-02-30")
"""Unquoted, and read differently by versions of YAML; each is refused where it stands."""

BOMBS = {
    "aliases": added(
        "bomb-0: ^^&a0 [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"bomb-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
        "anchor",
    ),
    "merges": added(
        "bomb-0: ^^&a0 {x: 1}\n"
        + "".join(f"bomb-{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 30)),
        "anchor",
    ),
    "900 nested lists": added("note: " + "[" * 15 + "^^" + "[" * 885 + "\n", "16 levels"),
    "3,000 nested mappings": added("note: " + "{a: " * 15 + "^^" + "{a: " * 2_985 + "\n", "16 levels"),
    "600 nested mappings over lines": added(
        "note:\n" + "".join(f"{' ' * n}{'^^' if n == 16 else ''}a:\n" for n in range(1, 600)), "16 levels"
    ),
    "50,000 items": alone(b"note:\n" + b"- 1\n" * 19_998 + b"- ^^1\n" + b"- 1\n" * 30_001, "20000 keys and values"),
    "a line of 200 KiB": added("^^note: " + "x" * 200_000 + "\n", "unknown field `note`"),
    "a value of 200 KiB": Edit(b"en: Website relaunch", b"en: ^^" + b"x" * 200_000, "has 200000"),
    "a key of 200 KiB": added("^^" + "x" * 200_000 + ": y\n", "key"),
    "a number of 200,000 digits": added("note: ^^" + "9" * 200_000 + "\n", "digits"),
    "a line of 1 MiB": alone(b"^^note: " + b"x" * (1 << 20) + b"\n", "262,144"),
    "a file of 10 MiB": alone(b"^^" + b"note: x\n" * (10 << 17), "262,144"),
}  # fmt: skip


def _word(word: str) -> Edit:
    """A word as a value; where it stands for nothing, it is the key that lacks a value."""
    return added(f"^^note: {word}\n" if word in ("", "~") else f"note: ^^{word}\n", "error[record-is-readable]")


ALL = {
    **{f"bytes: {name}": edit for name, edit in BYTES.items()},
    **{f"marks: {name}": edit for name, edit in MARKS.items()},
    **{f"key: {name}": edit for name, edit in KEYS.items()},
    **{f"word: {word or 'nothing'}": _word(word) for word in WORDS},
    **{f"bomb: {name}": edit for name, edit in BOMBS.items()},
}


def applied(edit: Edit, record: bytes) -> tuple[bytes, int, int]:
    """The record as it is to be written, and the line and column of the finding."""
    if edit.old is None:
        marked = edit.new
    elif not edit.old:
        marked = record + edit.new
    else:
        assert record.count(edit.old) == 1
        marked = record.replace(edit.old, edit.new)
    before, mark, after = marked.partition(HERE)
    assert mark
    column = len(before.rpartition(b"\n")[2].decode()) + 1
    return before + after, before.count(b"\n") + 1, column
