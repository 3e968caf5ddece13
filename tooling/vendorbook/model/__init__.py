"""The nouns that every layer shares. Imports nothing of the package."""

from vendorbook.model.days import TAIPEI, as_date
from vendorbook.model.finding import Due, Finding, Item, Place, Severity, Violation, fingerprint
from vendorbook.model.node import Location, Node, Source
from vendorbook.model.places import Plain
from vendorbook.model.policy import Example, Obligation, Policy, Words
from vendorbook.model.text import LANGUAGES, Text
from vendorbook.model.trouble import CannotJudge, Unreadable

__all__ = [
    "LANGUAGES",
    "TAIPEI",
    "CannotJudge",
    "Due",
    "Example",
    "Finding",
    "Item",
    "Location",
    "Node",
    "Obligation",
    "Place",
    "Plain",
    "Policy",
    "Severity",
    "Source",
    "Text",
    "Unreadable",
    "Violation",
    "Words",
    "as_date",
    "fingerprint",
]
