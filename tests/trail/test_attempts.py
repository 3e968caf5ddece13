"""Every attempt on a history is found, with the right policy and exit status, and its honest counterpart is not."""

from __future__ import annotations

import pytest

from tests.trail.attempts import ATTEMPTS, Attempt
from tests.trail.conftest import Verify
from tests.trail.world import World


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
def test_what_is_said_of_it(attempt: Attempt, world: World, verify: Verify) -> None:
    attempt.act(world)
    world.done()

    said = verify(world)

    assert said.status == attempt.status, said.words
    assert (attempt.policy in said.policies) if attempt.policy else not said.policies, said.words
    assert attempt.says in said.words, said.words


def test_names_are_each_their_own() -> None:
    assert len({each.name for each in ATTEMPTS}) == len(ATTEMPTS) > 90
