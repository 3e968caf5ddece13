"""The rules as they were kept: what they judge by is what reading them afresh gives, and no change goes unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import AS_OF

from vendorbook.judging import Kept, Rules, judge
from vendorbook.model import CannotJudge, Node, Policy, Words
from vendorbook.policies.rulebook import Rulebook
from vendorbook.repository import Memory, WorkTree, disk, rules_of

POLICY = "policies/article-5/access-reviewed-every-half-year.yaml"
FIRM = "policies/firm.yaml"


class Counting(Memory):
    """A snapshot that remembers what was read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.was_read: list[str] = []

    def read(self, path: str) -> bytes:
        self.was_read.append(path)
        return super().read(path)


pytestmark = pytest.mark.rules_afresh


def rules(snapshot: Memory | WorkTree, folder: Path) -> Rules:
    """Rules that are kept in a folder."""
    return Rules(rules_of(snapshot), Kept(str(folder)))


def everything(root: Node) -> tuple[object, list[int]]:
    return root.source.value, list(root.source.places)


def no_words() -> Words:
    raise NotImplementedError


def test_the_rulebook_is_the_same_but_for_examples(example: dict[str, bytes], tmp_path: Path) -> None:
    fresh, kept = (rules(Memory(example), tmp_path).book for _ in range(2))
    no_examples = kept.policies[next(iter(kept.policies))].examples

    def judged_by(book: Rulebook) -> list[Policy]:
        return [
            each._replace(said=no_words, settings=no_words, examples=no_examples) for each in book.policies.values()
        ]

    assert judged_by(kept) == judged_by(fresh)
    assert [each.said() for each in kept.policies.values()] == [each.said() for each in fresh.policies.values()]
    assert [each.params for each in kept.policies.values()] == [each.params for each in fresh.policies.values()]
    assert list(fresh.policies) == list(kept.policies)
    assert (kept.digest, kept.obligations) == (fresh.digest, fresh.obligations)
    assert [*kept.systems, *kept.people] == [*fresh.systems, *fresh.people]
    for name in ("firm", "checklist"):
        assert everything(getattr(kept, name)) == everything(getattr(fresh, name))


def test_it_judges_the_same(example: dict[str, bytes], tmp_path: Path) -> None:
    fresh, kept = (judge(Memory(example), rules(Memory(example), tmp_path), AS_OF) for _ in range(2))

    assert kept == fresh
    assert kept.findings


def test_files_with_the_same_ids_are_not_read_again(example: dict[str, bytes], tmp_path: Path) -> None:
    first, second = Counting(example), Counting(example)
    digests = []
    for snapshot in (first, second):
        known = rules(snapshot, tmp_path)
        assert known.book.policies
        digests.append(known.digest)

    assert POLICY in first.was_read
    assert second.was_read == []
    assert digests[0] == digests[1] == Rules(rules_of(Memory(example))).digest


@pytest.mark.parametrize("path", [POLICY, FIRM, "schemas/engagement.schema.json"])
def test_a_file_that_changes_changes_the_rules(path: str, on_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SETTLED", 0)
    before = rules(WorkTree(on_disk), on_disk).digest
    (on_disk / path).write_bytes((on_disk / path).read_bytes() + b"\n")

    assert rules(WorkTree(on_disk), on_disk).digest != before


def test_faulty_rules_are_faulty_every_time(example: dict[str, bytes], tmp_path: Path) -> None:
    example[POLICY] = example[POLICY].replace(b"\ncheck: recurs\n", b"\ncheck: recur\n")
    for _ in range(2):
        with pytest.raises(CannotJudge, match="no check called recur"):
            assert rules(Memory(example), tmp_path).book


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"3", b'[{"policies": [{}]}, {}]', b"\xff"])
def test_what_is_damaged_is_made_afresh(
    content: bytes, example: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    expected = rules(Memory(example), tmp_path)
    assert expected.book
    for file in tmp_path.rglob("*.json"):
        file.write_bytes(content)
    again = rules(Memory(example), tmp_path)

    assert (again.digest, set(again.book.policies)) == (expected.digest, set(expected.book.policies))
