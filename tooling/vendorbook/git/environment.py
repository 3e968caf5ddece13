"""The surroundings in which git runs: nothing of the caller's, the user's or the machine's has a say."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

FIXED = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PYTHON_REFRESH": "quiet",
    "LC_ALL": "C",
}
"""Set for every call. `GIT_ALLOW_PROTOCOL` names no protocol there is: unlike the setting `protocol.allow`,
it cannot be overruled by the repository's own configuration, so that a missing object is never fetched."""

SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.commitGraph=false",
    "core.quotePath=false",
    "core.useReplaceRefs=false",
    "diff.external=",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "safe.directory=*",
)
"""Over the repository's own configuration, which may be hostile: what could start a program is off, and
so is the commit graph, a cache that could tell another history. With that it does not matter who owns the
folder; without `safe.directory`, a container that checks out as another user could judge nothing."""

_swapping = threading.Lock()


@contextmanager
def clean_environment(index: str | None = None) -> Iterator[None]:
    """The process's environment without any `GIT_…` but the fixed ones, and the index if one is given.

    GitPython adds to the process's environment and can take nothing away, so the environment is changed for
    as long as a call lasts. In a hook git sets `GIT_DIR`; without it the repository is found from the folder,
    which comes to the same for the main and for linked work trees.
    """
    with _swapping:
        before = {name: value for name, value in os.environ.items() if name.startswith("GIT_") or name in FIXED}
        for name in before:
            del os.environ[name]
        os.environ.update(FIXED)
        if index:
            os.environ["GIT_INDEX_FILE"] = index
        try:
            yield
        finally:
            for name in (*FIXED, "GIT_INDEX_FILE"):
                os.environ.pop(name, None)
            os.environ.update(before)
