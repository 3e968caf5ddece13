"""The facts that Articles 3, 4 and 5 ask for, for `test_required_facts`: where they stand, and whose they are."""

from __future__ import annotations

RATED = ("rating", "finding")
GRANT = "access.grants[]."


def clause(name: str, *facts: str) -> tuple[str, ...]:
    """A clause of the contract, its number, and what else it states."""
    return tuple(f"contract.clauses.{name}{fact}" for fact in ("", ".clause", *(f".{each}" for each in facts)))


CLAUSE = "contract.clauses."
DATA = CLAUSE + "data_segregation"
TAKEN_FROM = {
    # where: obligation: the facts that it asks for (a path ending in `[]` takes out each item of a list)
    "engagement": {
        "A3.1.5": ("scope.locations", "scope.locations[].country", "scope.locations[].site", "scope.locations[].of"),
        "A3.3": ("oversight.security_staff", "oversight.security_staff.firm", "oversight.security_staff.supplier"),
        "A3.4": ("selection", "selection.candidates", "selection.criteria", "selection.result", "selection.evidence",
                 "selection.result.decided_on", "selection.result.selected"),
        "A3.4.1": tuple(f"selection.capability.{of}{fact}" for of in ("financial", "professional", "track_record")
                        for fact in ("", ".rating", ".finding", ".evidence")),
        "A3.4.2": ("selection.cloud_security",),
        "A3.4.3": ("selection.security_management",),
        "A3.5": ("selection.candidates[].nda", "selection.candidates[].nda.signed_on",
                 "selection.candidates[].nda.evidence", "selection.candidates[].first_exchange_on"),
        "A3.6.1": ("selection.proposal", "selection.proposal.requirement", "selection.proposal.requirement.reference"),
        "A3.6.2": ("selection.proposal.security_policy", "selection.proposal.protection_baseline",
                   "selection.proposal.service_levels"),
        "A3.6.3": ("selection.proposal.project_management",),
        "A4.1.1.1": ("contract", "contract.starts_on", "contract.ends_on", "contract.clauses", *clause("term")),
        "A4.1.1.2": clause("scope_of_service"),
        "A4.1.1.3": clause("delivery_date", "not_applicable"),
        "A4.1.1.4": clause("service_levels", "levels", "levels[].name", "levels[].target", "report_every"),
        "A4.1.1.5": clause("change_of_service"),
        "A4.1.1.6": clause("acceptance"),
        "A4.1.1.7": clause("incident_notification", "notify_within_hours"),
        "A4.1.1.8": clause("right_to_audit", "reaches", "reaches[]"),
        "A4.1.1.9": clause("assignment_and_subcontracting"),
        "A4.1.1.10": clause("confidentiality"),
        "A4.1.1.11": clause("penalties_and_damages"),
        "A4.1.1.12": clause("dispute_resolution"),
        "A4.1.1.13": clause("breach"),
        "A4.1.1.14": clause("termination", "on_authority_notice"),
        "A4.1.1.15": clause("post_termination"),
        "A4.1.1.16": clause("warranty", "not_applicable"),
        "A4.1.1.17": clause("rights_and_responsibilities"),
        "A4.1.2.1": clause("intellectual_property"),
        "A4.1.2.2": (*clause("subcontractor_disclosure"), "scope.subcontractors", "scope.subcontractors.none",
                     *(f"scope.subcontractors[].{fact}" for fact in ("name", "service", "country", "site",
                                                                     "disclosed_on", "starts_on"))),
        "A4.1.2.3": clause("stress_test", "triggers", "triggers[]"),
        "A4.1.2.4": ("contract.clauses.security_by_design", *(fact for of in ("sensitive_data", "authorisation",
                     "security_updates") for fact in clause(f"security_by_design.{of}"))),
        "A4.1.2.5": clause("privacy_by_design"),
        "A4.1.3": clause("protection_baseline", "edition"),
        "A4.1.4": clause("emerging_technology", "edition"),
        # Article 4, what the contract asks of the supplier's security, signing and incidents
        "A4.1.5.1": tuple(f"contract{fact}" for fact in ("", ".clauses", ".clauses.security_duties",
                          ".clauses.security_duties.clause", ".clauses.security_duties.names")),
        "A4.1.5.2": (CLAUSE + "security_testing_proof",),
        "A4.1.5.3": (CLAUSE + "third_party_components",),
        "A4.1.5.4": tuple(f"{CLAUSE}information_on_request{fact}" for fact in ("", ".clause", ".within_days")),
        "A4.1.5.5": tuple(DATA + fact for fact in ("", ".clause", ".protections", ".protections[].segregation",
                                                   ".protections[].at_rest", ".protections[].in_transit")),
        "A4.1.5.6": tuple(f"{CLAUSE}harm_notice{fact}" for fact in ("", ".clause", ".covers_other_customers")),
        "A4.1.5.7": tuple(f"{CLAUSE}go_live{fact}" for fact in ("", ".clause", ".full_test", ".standby",
                          ".standby.clause", ".no_updates_in_trading_hours", ".no_updates_in_trading_hours.clause")),
        "A4.1.5.8": tuple(f"{CLAUSE}quote_backup{fact}" for fact in ("", ".clause", ".proof")),
        "A4.1.5.9": (CLAUSE + "certificates",),
        "A4.2": tuple(f"contract.confidentiality_at_signing{fact}"
                      for fact in ("", ".confirmed_on", ".confirmed_by", ".evidence")),
        "A4.3": tuple(f"{CLAUSE}incident_procedure{fact}" for fact in ("", ".clause", ".procedure", ".liability")),
        "A5.1b": tuple(GRANT + fact for fact in ("requested_on", "requested_by", "approvals", "effective_on", "assets",
                                                 "approvals[].approved_on", "approvals[].approved_by")),
        "A5.2a": tuple(GRANT + fact for fact in ("holder", "kind", "purpose", "privileges", "expires_on")),
        "A5.3.1": tuple(f"access.undertakings.protection{fact}"
                        for fact in ("", ".agreement", ".statute", ".given_on", ".evidence")),
        "A5.3.2": tuple(f"access.undertakings.use_within_application{fact}" for fact in ("", ".given_on", ".evidence")),
    },
    "risk-assessment": {
        "A3.1": ("assessors", "approval", "approval.approved_on", "approval.approved_by", "approval.reported_on",
                 "residual_risk"),
        "A3.1.1": ("impact", "impact.information_assets", "impact.processes", "impact.operating_environment"),
        "A3.1.2": ("security_costs", "security_costs[].work", "security_costs[].cost", "security_costs[].cost.amount",
                   "security_costs[].cost.currency"),
        "A3.1.3": tuple(f"supplier_controls.{of}{fact}" for of in ("data_management", "access_control",
                        "equipment_management") for fact in ("", ".rating", ".finding")),
        "A3.1.4": ("concentration", "concentration.firm", "concentration.firm.percent", "concentration.firm.basis",
                   "concentration.firm.as_of", "concentration.market", "concentration.market.basis",
                   "concentration.market.as_of", "concentration.market.statement"),
        "A3.1.5": ("locations", "locations[].country", "locations[].site", "locations[].of"),
        "A3.1.6": ("continuity", "continuity.rto", "continuity.rpo", "continuity.notify_within_hours",
                   "continuity.requirements"),
        "A3.2a": ("risks[].controls", "risks[].controls[].owner", "risks[].controls[].due_on",
                  "risks[].controls[].status"),
        "A3.2c": ("checklist", "checklist.completed_on", "checklist.items", "checklist.items[]",
                  "checklist.edition", "checklist.items[].answer"),
    },
    "stress-test": {"A4.1.2.3": ("result", "trigger.what", "trigger.occurred_on")},
    "supplier": {
        "A4.1.5.9": ("certificates", *(f"certificates[].{fact}" for fact in ("issuer", "scope", "issued_on",
                                                                             "expires_on", "evidence"))),
    },
    "delivery": {
        "A4.1.5.2": ("tests", *(f"tests[].{fact}" for fact in ("kind", "tested_on", "result", "evidence")),
                     "assurance", *(f"assurance.{fact}" for fact in ("no_malware", "no_backdoor", "evidence")),
                     "go_live_on"),
        "A4.1.5.3": ("components", "components.format", "components.evidence"),
    },
    "release": {"A4.1.5.7": ("deployed_at", "host")},
    "switchover-drill": {"A4.1.5.8": ("result", "participants", "evidence")},
    "incident": {"A4.3": ("affected", "happened_at", "notified_at", "handling", "closed_on", "lessons")},
    "briefing": {"A5.1a": ("rules", "received_by")},
    "access-review": {
        "A5.4": ("reviewer", "outcomes", "outcomes[]", "outcomes[].outcome", "covers",
                 *(f"covers.{of}{fact}" for of in ("place_of_work", "network_and_hosts", "computers",
                                                   "machine_room", "temporary_passes")
                   for fact in ("", ".result", ".finding"))),
    },
}  # fmt: skip
