"""A register of one's own: its files, a repository around them, and the hook that judges what is committed."""

from vendorbook.starting.answers import Answers
from vendorbook.starting.beginning import begin, files_of

__all__ = ["Answers", "begin", "files_of"]
