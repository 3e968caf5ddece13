"""All that is tried, by what it is done to."""

from tests.trail.attempts.attempt import Attempt
from tests.trail.attempts.clones import CLONES
from tests.trail.attempts.evidence import EVIDENCED
from tests.trail.attempts.forms import FORMS
from tests.trail.attempts.known import KNOWN
from tests.trail.attempts.reviews import REVIEWED
from tests.trail.attempts.rules import REPLAYED
from tests.trail.attempts.tags import TAGGED

__all__ = ["ATTEMPTS", "Attempt"]

ATTEMPTS = (*FORMS, *REPLAYED, *CLONES, *KNOWN, *REVIEWED, *TAGGED, *EVIDENCED)
