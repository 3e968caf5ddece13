"""How to check all of it oneself, from a clone, offline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vendorbook import __version__
from vendorbook.site.rendering import Page, Rendering


def pages(of: Rendering) -> Iterator[Page]:
    yield of.page(
        "verify.html", "verify", of.say("nav.verify"), tool=__version__, steps=_steps(of), keys=list(_keys(of))
    )


def _steps(of: Rendering) -> list[dict[str, Any]]:
    commit, day = of.site.origin.commit or "HEAD", of.site.day
    return [
        {"key": "files", "commands": ["sha256sum --check --quiet SHA256SUMS"]},
        {
            "key": "clone",
            "commands": [
                "git clone REPOSITORY register",
                "cd register",
                "git fsck --full",
                f"git rev-parse --verify {commit}^{{commit}}",
            ],
        },
        {
            "key": "judge",
            "commands": [
                f"vendorbook check --at {commit} --as-of {day}",
                f"vendorbook policies coverage --at {commit} --as-of {day}",
            ],
        },
        {
            "key": "trail",
            "commands": [
                "git fetch origin evidence:evidence 'refs/tags/*:refs/tags/*'",
                f"vendorbook trail verify --tip {commit} --require T3",
            ],
        },
        {
            "key": "again",
            "commands": [
                f"vendorbook site build --at {commit} --as-of {day}{_options(of)} --site-dir again",
                "diff --recursive again PUBLISHED",
            ],
        },
        {"key": "attested", "commands": ["gh attestation verify site.zip --repo OWNER/NAME"]},
    ]


def _options(of: Rendering) -> str:
    """Those with which the site was built."""
    asked = of.site.asked
    options = "" if of.site.audience.sees_all else " --audience shareable"
    options += f" --lang {asked.languages[0]}" if len(asked.languages) == 1 else ""
    options += {None: "", True: " --workbooks", False: " --no-workbooks"}[asked.workbooks]
    return options + (f" --repository {asked.repository}" if asked.repository else "")


def _keys(of: Rendering) -> Iterator[dict[str, Any]]:
    for node in of.site.book.trail.find("forge.keys[]"):
        yield _key(of.say("verify.forge"), node.text("key"), node.text("from"), node.text("until"))
    for id, person in of.site.book.people.items():
        for node in person.find("keys[]"):
            yield _key(of.site.audience.person(id), node.text("key"), node.text("from"), node.text("until"))


def _key(whose: str, key: str, first: str, last: str) -> dict[str, Any]:
    return {"whose": whose, "key": key, "first": first, "last": last}
