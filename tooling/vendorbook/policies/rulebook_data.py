"""A rulebook as plain data (JSON's types) and back: all that judging needs, and so no examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Any

from vendorbook.model import Obligation, Policy, Severity, Source, Text, Words, as_date
from vendorbook.model.places import no_places
from vendorbook.policies.rulebook import Rulebook, bound
from vendorbook.schema_check import Schemas, kind_of

_OF_RULES = ("policy", "obligations")


def to_data(book: Rulebook, sources: Mapping[str, Source]) -> dict[str, Any]:
    """The rulebook that was assembled from some sources."""
    documents = [source for path, source in sources.items() if kind_of(path) not in _OF_RULES]
    return {
        "obligations": list(book.obligations.values()),
        "policies": [_of_policy(policy) for policy in book.policies.values()],
        "documents": [(source.path, source.value, list(source.places)) for source in documents],
    }


def words_of(book: Rulebook) -> dict[str, Words]:
    """What the policies say by their ids: half of the rulebook, and for findings alone."""
    return {policy.id: policy.said() for policy in book.policies.values()}


def from_data(data: Mapping[str, Any], words: Mapping[str, Any], schemas: Schemas, digest: str) -> Rulebook:
    """The rulebook that `to_data` and `words_of` were given.

    Of the words only what is asked for is looked up, and no check is imported before its parameters are asked for.
    """
    obligations = (_obligation(*each) for each in data["obligations"])
    # One cache for all policies: to make one for each takes longer than all else here.
    said = cache(partial(_words, words))
    settings = cache(partial(_params, {each["id"]: each for each in data["policies"]}))
    policies = (_policy(each, partial(said, each["id"]), partial(settings, each["id"])) for each in data["policies"])
    documents = (Source(path, value, places) for path, value, places in data["documents"])
    return bound(
        digest,
        schemas,
        {each.id: each for each in obligations},
        {each.id: each for each in policies},
        {each.path: each for each in documents},
    )


def _obligation(id: str, ref: str, force: str, kind: str, with_contract: bool, *texts: list[str]) -> Obligation:
    return Obligation(id, ref, force, kind, with_contract, *(Text(*text) for text in texts))


def _of_policy(policy: Policy) -> dict[str, Any]:
    params: Any = policy.params
    since = policy.since and policy.since.isoformat()
    return {
        **policy._asdict(),
        "settings": params and params._asdict(),
        "since": since,
        "said": None,
        "examples": None,
    }


def _words(words: Mapping[str, Any], policy: str) -> Words:
    title, message, cases, related, why, fix = words[policy]
    return Words(Text(*title), Text(*message), _texts(cases), _texts(related), Text(*why), Text(*fix))


def _texts(named: Mapping[str, list[str]]) -> dict[str, Text]:
    return {name: Text(*both) for name, both in named.items()}


def _policy(data: Mapping[str, Any], said: Callable[[], Words], settings: Callable[[], object]) -> Policy:
    rest = {
        "said": said,
        "settings": settings,
        "obligations": tuple(data["obligations"]),
        "severity": Severity(data["severity"]),
        "applies_to": {path: tuple(values) for path, values in data["applies_to"].items()},
        "needs_register": None if data["needs_register"] is None else tuple(data["needs_register"]),
        "since": as_date(data["since"]),
        "examples": Source(data["path"], {}, no_places()).root,
    }
    return Policy(**{**data, **rest})


def _params(policies: Mapping[str, Mapping[str, Any]], policy: str) -> object:
    check, values = policies[policy]["check"], policies[policy]["settings"]
    if values is None:
        return None
    settings = import_module(f"vendorbook.checks.{check}").Params
    return settings(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})
