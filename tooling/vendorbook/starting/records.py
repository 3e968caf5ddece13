"""What the first files say, as values: of the firm, its people and systems, a first supplier and engagement."""

from __future__ import annotations

from vendorbook.model import Plain
from vendorbook.starting.answers import Answers

Values = dict[str, Plain]

SUPPLIER, ENGAGEMENT, SYSTEM = "example-supplier", "example-engagement", "example-system"
"""Ids of what is there to be replaced."""


def firm(answers: Answers) -> Values:
    """`policies/firm.yaml`: what was answered, and measures that are usual, for the firm to decide on."""
    since: Values = {"value": answers.class_, "effective_on": answers.class_since, "basis": answers.class_basis}
    foreign: Values = {
        "value": answers.foreign,
        "effective_on": answers.bound_from,
        "basis": answers.foreign_basis,
    }
    return {
        "name": {"zh-TW": answers.name, "en": answers.name_en},
        "registration_number": answers.registration_number,
        "class": [since],
        "foreign": [foreign],
        "bound_from": answers.bound_from,
        **_measures(),
    }


def _measures() -> Values:
    every_level: list[Plain] = ["unit-head", "general-manager", "board"]
    levels = {"low": every_level, "medium": every_level, "high": every_level[1:], "material": every_level[2:]}
    approval: list[Plain] = [{"residual_risk": risk, "levels": list(who)} for risk, who in levels.items()]
    return {
        "risk": {"appetite": "low", "approval": approval},
        "concentration": {
            "tolerance_percent": 3,
            "thresholds": {"engagements": 30, "core_systems": 50, "annual_spend": 40},
        },
        "access": {"withdraw_days_before_end": 0, "review": {"every": "P6M", "basis": "rolling"}},
        "certificates": {"notice_days": 60},
        "audit": {"after_incident_within_days": 60},
        "recovery_plan": {"every": "P1Y"},
        "incident": {"notify_within_hours": 24},
        "retention_years": 5,
        "currency": "TWD",
        "review_notice_days": 30,
    }


def people(answers: Answers) -> Values:
    person: Values = {
        "id": answers.staff_id,
        "name": answers.staff_name,
        "unit": answers.unit,
        "unit_kind": answers.unit_kind,
        "roles": list(answers.roles),
        "from": answers.today,
    }
    return {"people": [person | ({"emails": [answers.email]} if answers.email else {})]}


def systems(answers: Answers) -> Values:
    system: Values = {
        "id": SYSTEM,
        "name": {"zh-TW": "範例系統", "en": "Example system"},
        "tier": "non-core",
        "business": "範例，請改為貴公司之系統",
        "owner": answers.staff_id,
    }
    return {"systems": [system]}


def trail(answers: Answers) -> Values:
    """`policies/trail.yaml`; a forge's required check is named where it is known who runs it."""
    values: Values = {"review": {"approvals": 2, "roles": ["unit-head", "security", "general-manager", "board"]}}
    if answers.forge == "none":
        return values
    check: Values = {"name": "gate"}
    if answers.forge == "github":
        check["app"] = "15368"  # GitHub Actions
    return {"forge": {"kind": answers.forge}, **values, "required_check": check}


def supplier() -> Values:
    return {
        "id": SUPPLIER,
        "name": {"zh-TW": "範例供應商", "en": "Example supplier"},
        "country": "TW",
        "certificates": {"none": "範例，請改為實際情形"},
    }


def engagement(answers: Answers) -> Values:
    """A draft in which every fact of the scope that a draft must state is there to be changed."""
    none: Values = {"none": "範例，請改為實際情形"}
    return {
        "id": ENGAGEMENT,
        "title": {"zh-TW": "範例委外案", "en": "Example engagement"},
        "status": "draft",
        "project_owner": answers.staff_id,
        "scope": {
            "services": [{"id": "example-service", "type": "operations"}],
            "activities": ["maintenance"],
            "systems": [SYSTEM],
            "data_classes": {**none},
            "cross_institution": False,
            "cloud_model": "none",
            "delivers": dict(none),
            "trading_host": False,
            "real_time_quotes": False,
            "internet_exposed": False,
            "handles_firm_data": False,
        },
    }
