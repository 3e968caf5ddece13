"""Annotated tags as they are written: what they point at, who made them, and what a signature was made over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from vendorbook.git.command import run
from vendorbook.git.commits import Identity, header_fields, identity, unsigned
from vendorbook.git.objects import Objects, TooLarge
from vendorbook.model import CannotJudge, Text

_LIMIT = 1024 * 1024
_SIGNATURE = re.compile(rb"^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----", re.MULTILINE)


class TagRef(NamedTuple):
    """A tag by its name (`review/12/s-0104`). Only a `kind` of `tag` is annotated, and can be signed."""

    name: str
    id: str
    kind: str


class TagObject(NamedTuple):
    """One annotated tag. `name` is what the tag itself says, whatever the ref is called that leads to it.

    `signature` is armoured text, or empty; `payload` is what it was made over.
    """

    id: str
    name: str
    target: str
    target_kind: str
    tagger: Identity
    message: str
    signature: str
    payload: bytes


def tag_refs(root: Path, prefix: str) -> list[TagRef]:
    """The tags whose names begin with a prefix that ends in a slash (`review/`), by name."""
    wanted = f"refs/tags/{prefix}"
    output = run(root, "for-each-ref", "--format=%(objectname) %(objecttype) %(refname)", wanted)
    lines = (line.split(" ", 2) for line in output.decode("utf-8", "surrogateescape").split("\n") if line)
    return [TagRef(ref.removeprefix("refs/tags/"), id, kind) for id, kind, ref in lines if ref.startswith(wanted)]


def ref_names(root: Path) -> list[str]:
    """Branches (those of remotes too) and tags by their short names, for somebody to choose from."""
    output = run(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
    return [name for name in output.decode("utf-8", "replace").split("\n") if name]


def read_tags(root: Path, ids: Iterable[str]) -> list[TagObject]:
    """The annotated tags of these ids, in their order. Raises CannotJudge where one is missing or damaged."""
    objects = Objects(root)
    return [parsed_tag(id, _content(objects, id)) for id in ids]


def _content(objects: Objects, id: str) -> bytes:
    try:
        return objects.read("tag", id, _LIMIT)
    except TooLarge:
        raise CannotJudge(Text(f"標籤 {id} 過大", f"the tag {id} is too large to be read")) from None


def parsed_tag(id: str, data: bytes) -> TagObject:
    """A tag from its object's content. Raises CannotJudge where it has not the form of one."""
    head, apart, body = data.partition(b"\n\n")
    fields = header_fields(head.decode("utf-8", "replace").split("\n"))
    signed_at = _signed_at(body)
    try:
        return TagObject(
            id=id,
            name=_only(fields, "tag"),
            target=_only(fields, "object"),
            target_kind=_only(fields, "type"),
            tagger=identity(_only(fields, "tagger")),
            message=body[:signed_at].decode("utf-8", "replace"),
            signature=body[signed_at:].decode("utf-8", "replace"),
            payload=unsigned(head + apart + body[:signed_at]),
        )
    except (LookupError, ValueError, OverflowError):
        raise CannotJudge(Text(f"標籤 {id} 的格式有誤", f"the tag {id} is malformed; run git fsck")) from None


def _only(fields: dict[str, list[str]], name: str) -> str:
    """What a field says that stands there once: of two, other readers may take the other."""
    [said] = fields[name]
    return said


def _signed_at(body: bytes) -> int:
    """Where the signature begins, which is at the last line that begins one; the end where there is none."""
    begins = [match.start() for match in _SIGNATURE.finditer(body)]
    return begins[-1] if begins else len(body)
