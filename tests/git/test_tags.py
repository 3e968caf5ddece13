"""Annotated tags: what they say, where their signature begins, and what is no tag at all."""

from __future__ import annotations

import pytest

from tests.helpers.repos import Repo
from vendorbook.git import read_tags, tag_refs
from vendorbook.model import CannotJudge

TAGGER = "tagger Kite <kite@paper-boat.example> 1763773200 +0800"
SIGNATURE = "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"


def tag(repo: Repo, text: str) -> str:
    """A tag object as it is written, whatever git would say to it."""
    return repo.git("hash-object", "-t", "tag", "-w", "--literally", "--stdin", input=text.encode())


def text(target: str, *more: str, body: str = "approved\n", name: str = "review/12/s-0104") -> str:
    return "\n".join([f"object {target}", "type commit", f"tag {name}", TAGGER, *more, "", body])


def test_a_tag_that_git_made(repo: Repo) -> None:
    head = repo.git("rev-parse", "HEAD")
    repo.git("tag", "-a", "-m", "approved\n\nas it is", "review/12/s-0104")
    [ref] = tag_refs(repo.path, "review/")
    [found] = read_tags(repo.path, [ref.id])

    assert (ref.name, ref.kind) == ("review/12/s-0104", "tag")
    assert (found.id, found.name, found.target, found.target_kind) == (ref.id, ref.name, head, "commit")
    assert (found.tagger.email, found.tagger.when.isoformat()) == ("test@example.invalid", "2026-11-22T09:00:00+08:00")
    assert (found.message, found.signature) == ("approved\n\nas it is\n", "")
    assert found.payload == repo.git("cat-file", "tag", ref.id).encode() + b"\n"


def test_tags_are_listed_below_a_prefix_alone(repo: Repo) -> None:
    for name in ("review/2/s-0104", "review/12/s-0104", "reviews", "review-x", "other/review/1"):
        repo.git("tag", "-a", "-m", "x", name)
    repo.git("tag", "review/plain")
    repo.git("update-ref", "refs/heads/review/3", "HEAD")

    found = {(ref.name, ref.kind) for ref in tag_refs(repo.path, "review/")}
    assert found == {("review/2/s-0104", "tag"), ("review/12/s-0104", "tag"), ("review/plain", "commit")}
    assert tag_refs(repo.path, "checkpoint/") == []


def test_a_tag_tells_its_own_name_and_not_that_of_the_ref(repo: Repo) -> None:
    id = tag(repo, text(repo.git("rev-parse", "HEAD")))
    repo.git("update-ref", "refs/tags/review/13/s-0104", id)
    [ref] = tag_refs(repo.path, "review/")

    assert (ref.name, read_tags(repo.path, [ref.id])[0].name) == ("review/13/s-0104", "review/12/s-0104")


def test_a_tag_of_a_tag_says_so(repo: Repo) -> None:
    inner = tag(repo, text(repo.git("rev-parse", "HEAD")))
    outer = tag(repo, text(inner).replace("type commit", "type tag"))

    assert read_tags(repo.path, [outer])[0].target_kind == "tag"


def test_the_signature_begins_at_the_last_line_that_begins_one(repo: Repo) -> None:
    head = repo.git("rev-parse", "HEAD")
    whole = text(head, body="quoted:\n" + SIGNATURE + "and then\n" + SIGNATURE)
    [found] = read_tags(repo.path, [tag(repo, whole)])

    assert found.signature == SIGNATURE
    assert found.payload == whole.removesuffix(SIGNATURE).encode()
    assert found.message == "quoted:\n" + SIGNATURE + "and then\n"


def test_a_mark_within_a_line_begins_nothing(repo: Repo) -> None:
    whole = text(repo.git("rev-parse", "HEAD"), body="> " + SIGNATURE.replace("\n", "\n> "))
    [found] = read_tags(repo.path, [tag(repo, whole)])

    assert (found.signature, found.payload) == ("", whole.encode())


MALFORMED = {
    "no tagger": lambda whole: whole.replace(TAGGER + "\n", ""),
    "two targets": lambda whole: f"object {'0' * 40}\n" + whole,
    "two names": lambda whole: whole.replace("tag review", "tag other\ntag review"),
    "no name": lambda whole: whole.replace("tag review/12/s-0104\n", ""),
    "a tagger of no form": lambda whole: whole.replace("+0800", "tomorrow"),
    "a day there never was": lambda whole: whole.replace("1763773200", "999999999999"),
    "nothing": lambda whole: "",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_tag_without_the_form_of_one(name: str, repo: Repo) -> None:
    id = tag(repo, MALFORMED[name](text(repo.git("rev-parse", "HEAD"))))
    with pytest.raises(CannotJudge, match=f"the tag {id} is malformed"):
        read_tags(repo.path, [id])


def test_a_tag_that_is_too_large(repo: Repo) -> None:
    id = tag(repo, text(repo.git("rev-parse", "HEAD"), body="x" * 2_000_000))
    with pytest.raises(CannotJudge, match="too large"):
        read_tags(repo.path, [id])


def test_a_commit_is_no_tag(repo: Repo) -> None:
    with pytest.raises(CannotJudge):
        read_tags(repo.path, [repo.git("rev-parse", "HEAD")])
