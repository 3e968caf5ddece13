"""`trail verify`, `show` and `checkpoint` as users run them: forms, languages, and what hostile surroundings change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran, from_scratch, run
from tests.cli.small import small
from tests.hardening.canaries import Canary
from tests.helpers.histories import History, Who
from tests.trail.conftest import Verify
from tests.trail.world import AUTHOR, DAY, RECORD, World
from vendorbook.git import read_tags, tag_refs

Trail = Callable[..., Ran]
ENGAGEMENT = "paper-crane/website"


@pytest.fixture
def trail(world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Trail:
    """`vendorbook trail …` on a world, in English."""
    from_scratch(monkeypatch)

    def called(command: str, *arguments: str) -> Ran:
        return run(capsys, "trail", command, "--root", str(world.path), "--lang", "en", *arguments)

    return called


def test_merges_stand_in_a_table_with_their_levels(world: World, trail: Trail) -> None:
    merge = world.merge()
    world.merge(reviews=None)
    world.done()

    ran = trail("verify")

    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines() if line.startswith("#")] == ["#1", "#2"]
    assert f"s-0108   {ENGAGEMENT}  {merge.id[:12]}  T3" in ran.out
    assert "proved: T2 1, T3 1; nothing: 0; findings: 0; not judged: 0" in ran.out


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_every_form_tells_of_a_finding_and_what_to_do(
    world: World, capsys: pytest.CaptureFixture[str], form: str, lang: str
) -> None:
    head = world.history.change(world.history.main, world.noted(), AUTHOR)
    world.history.moved(head)
    world.done()

    ran = run(capsys, "trail", "verify", "--root", str(world.path), "--format", form, "--lang", lang)

    assert ran.status == 1
    assert "changes-come-by-merge" in ran.out
    assert ("直接推送" in ran.out) == (form == "json" or lang == "zh-TW")


def test_names_and_messages_of_commits_do_nothing_where_they_are_shown(world: World, trail: Trail) -> None:
    evil = Who("\x1b[2Jx", "::error::\x1b]0;x@y\u202e|**b**")
    message = "Merge pull request #3 from x/y\n\n::stop-commands::x\n##[group]\n"
    head = world.history.change(world.history.main, world.noted(), evil, "\x1b[31m @everyone\n")
    world.history.moved(world.history.commit((world.history.main.id, head.id), head.folder, message, evil))
    world.done()

    for form in ("text", "json", "markdown"):
        ran = trail("verify", "--format", form)
        assert ran.status == 1
        assert not [line for line in ran.out.splitlines() if line.lstrip().startswith(("::", "##["))]
        assert "**b**" not in ran.out or form != "markdown"


def test_changes_of_the_rules_are_listed_with_their_digests(world: World, verify: Verify) -> None:
    """Weakened and restored: nothing forbids it, and so it has to be seen."""
    path = "policies/history/supplier-is-kept.yaml"
    rule = world.text(path)
    weakened = world.merge(world.proposed({path: None}))
    world.merge()
    restored = world.merge(world.proposed({path: rule}))
    world.done()

    merges = verify(world).data["merges"]

    changed = [each for each in merges if each["rules_after"]]
    assert [each["commit"] for each in changed] == [weakened.id, restored.id]
    assert changed[0]["policy_digest"] == changed[1]["rules_after"]
    assert changed[0]["rules_after"] == changed[1]["policy_digest"] == merges[1]["policy_digest"]


def test_the_life_of_an_engagement(world: World, trail: Trail) -> None:
    record = world.text(RECORD).replace("internet_exposed: true", "internet_exposed: false")
    assert record != world.text(RECORD)
    world.merge(world.proposed(world.noted("vendors/night-owl/supplier.yaml")))
    merge = world.merge(world.proposed({RECORD: record}))
    world.done()

    shown = json.loads(trail("show", ENGAGEMENT, "--format", "json").out)

    assert shown["format"] == "vendorbook/trail-of-engagement/v1"
    assert [each["commit"] for each in shown["merges"]] == [merge.id]
    [touched] = shown["merges"][0]["engagements"]
    assert touched["engagement"] == ENGAGEMENT
    assert touched["scope_before"] != touched["scope_after"]
    text = trail("show", ENGAGEMENT)
    assert text.status == 0
    assert f"{touched['scope_before'][7:19]} → {touched['scope_after'][7:19]}" in text.out
    assert "s-0103, s-0104" in text.out


def test_no_such_engagement(world: World, trail: Trail) -> None:
    world.merge()
    world.done()

    ran = trail("show", "paper-crane/moon")

    assert ran.status == 2
    assert "paper-crane/moon" in ran.err


def test_a_checkpoint_is_made_verified_and_kept_to(world: World, trail: Trail, verify: Verify, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(_private(2))
    start = world.history.main
    world.merge()
    world.done()

    made = trail("checkpoint", "--key", str(key))
    again = trail("checkpoint")

    assert made.status == 0
    assert again.status == 2
    [ref] = tag_refs(world.path, "checkpoint/")
    [tag] = read_tags(world.path, [ref.id])
    assert made.out == f"{ref.name}\n"
    assert json.loads(tag.message)["merges"] == 1
    assert json.loads(tag.message)["evidence"] == world.history.repo.git("rev-parse", "evidence")
    [checkpoint] = verify(world).data["checkpoints"]
    # The tag is of today; the key counts from 2026-01-01 on.
    assert checkpoint == {"name": ref.name, "tip": world.history.main.id, "merges": 1, "signed_by": "s-0104"}
    world.history.main = start
    world.merge(world.proposed(world.noted(note="another")), reviews=None)
    world.done()
    assert "history-is-never-rewritten" in verify(world).policies


def test_no_checkpoint_of_what_is_not_fine(world: World, trail: Trail) -> None:
    world.history.moved(world.history.change(world.history.main, world.noted(), AUTHOR))
    world.done()

    ran = trail("checkpoint")

    assert ran.status == 1
    assert tag_refs(world.path, "checkpoint/") == []


def _private(number: int) -> bytes:
    """The private key whose public half the world knows as that of s-0104."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


@pytest.mark.parametrize(
    "arguments", [("--require", "T5"), ("--known-tip", "abc"), ("--since", "--all"), ("--tip", "x")]
)
def test_asked_wrongly(world: World, trail: Trail, arguments: tuple[str, str]) -> None:
    world.merge()
    world.done()

    assert trail("verify", *arguments).status == 2


def test_since_a_commit_that_is_not_on_the_line(world: World, trail: Trail) -> None:
    head = world.proposed()
    world.merge(head)
    world.done()

    assert trail("verify", "--since", head.id).status == 2
    assert trail("verify", "--since", world.history.line[0].id).status == 0


def test_hostile_surroundings_run_nothing_and_change_nothing(
    world: World, verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = world.history.main
    world.merge()
    other = {"vendors/night-owl/supplier.yaml": world.text("vendors/night-owl/supplier.yaml") + "# n\n"}
    world.merge(world.proposed(other, base=base), world.history.on_main(other))  # git has to merge it anew
    world.done()
    before = verify(world, "--no-cache")
    canary = Canary(tmp_path / "canary")
    canary.configure(world.history.repo)
    config = world.path / ".git/config"
    promises = ("partialClone", "promisor", "partialclonefilter")
    lines = config.read_text().splitlines()
    config.write_text("\n".join(each for each in lines if not any(word in each for word in promises)) + "\n")
    for name, value in canary.environment().items():
        monkeypatch.setenv(name, value)

    after = verify(world, "--no-cache")

    assert after == before
    assert after.status == 0
    assert not canary.note.exists()


def test_a_register_below_the_top_of_its_repository(
    tmp_path: Path, example_files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"book/{path}": data for path, data in small(example_files).items()} | {"README.md": b"# The firm\n"}
    history = History(tmp_path / "firm", files, DAY, AUTHOR)
    (history.path / "book/vendors").mkdir(parents=True)
    history.merged(1, {f"book/{RECORD}": files[f"book/{RECORD}"] + b"# a note\n"}, AUTHOR)
    history.merged(2, {"README.md": b"# Our firm\n"}, AUTHOR)
    history.done()

    ran = run(capsys, "trail", "verify", "--root", str(history.path / "book"), "--format", "json")

    merges = json.loads(ran.out)["merges"]
    assert [each["level"] for each in merges] == ["T1", "T1"], ran.out
    assert [[each["engagement"] for each in merge["engagements"]] for merge in merges] == [[ENGAGEMENT], []]
