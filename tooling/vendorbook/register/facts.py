"""Facts that follow from a record and the firm's inventory: the conditions under which obligations apply."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from vendorbook.model import Node

_ONE_DAY, _ONE_YEAR = relativedelta(days=1), relativedelta(years=1)

_UNDER_THE_BASELINE = ("development", "maintenance", "monitoring")
"""The activities for which the association's protection baseline binds the supplier (Article 4 item 1(3))."""


class Facts(NamedTuple):
    """What `applies_to` may ask for as `derived.<name>`, and two days.

    `contract_end` is the last day as it stands (None: open), `ended_on` the one that is known to be the last.
    """

    core: bool
    cross_institution: bool
    core_or_cross_institution: bool
    cloud: bool
    has_grants: bool
    contract_ended: bool
    subcontracts: bool
    may_subcontract: bool
    delivers: bool
    develops_maintains_or_monitors: bool
    term_of_a_year: bool
    exchanged_assets: bool
    handles_firm_data: bool
    application_or_trading_host: bool
    quotes_without_mutual_backup: bool
    ended: bool
    moves: bool
    destroyed: bool
    contract_end: date | None
    ended_on: date | None

    @classmethod
    def of(cls, root: Node, systems: Mapping[str, Node], as_of: date) -> "Facts":
        core = bool(core_systems(root, systems))
        cross = root.plain("scope.cross_institution") is True
        end = contract_end(root)
        return cls(
            core=core,
            cross_institution=cross,
            core_or_cross_institution=core or cross,
            cloud=_is_cloud(root),
            has_grants=_lists(root, "access.grants"),
            contract_ended=end is not None and end < as_of,
            subcontracts=_lists(root, "scope.subcontractors"),
            may_subcontract=root.at("scope.subcontractors.none") is None,
            delivers=_lists(root, "scope.delivers"),
            develops_maintains_or_monitors=any(
                activity in _UNDER_THE_BASELINE for activity in root.values("scope.activities[]")
            ),
            term_of_a_year=_runs_a_year(root),
            exchanged_assets=True in root.values("selection.candidates[].received_assets"),
            handles_firm_data=root.plain("scope.handles_firm_data") is True,
            application_or_trading_host=_delivers_an_application(root) or root.plain("scope.trading_host") is True,
            quotes_without_mutual_backup=_is_the_only_feed(root),
            ended=_has_ended(root, as_of),
            moves=_moves(root),
            destroyed="destroyed" in root.values("exit.dispositions[].kind"),
            contract_end=end,
            ended_on=_ended_on(root),
        )


def core_systems(root: Node, systems: Mapping[str, Node]) -> tuple[str, ...]:
    """The systems in scope that the firm's inventory (and nothing else) calls core, in the order of the scope."""
    named = map(str, root.values("scope.systems[]"))
    return tuple(name for name in named if name in systems and systems[name].plain("tier") == "core")


def contract_end(root: Node) -> date | None:
    """The day the relationship ended or, while it has not, the contract's last day; None when it is open-ended."""
    return root.date("exit.ended_on") or root.date("contract.ends_on")


def _ended_on(root: Node) -> date | None:
    """The last day, past or announced; the term alone does not end it: a running contract past it has been renewed."""
    over = root.text("status") == "ended"
    return root.date("exit.ended_on") or (root.date("contract.ends_on") if over else None)


def _has_ended(root: Node, as_of: date) -> bool:
    """On the last day itself an engagement has not ended; without one, its status tells."""
    last = _ended_on(root)
    return root.text("status") == "ended" if last is None else last < as_of


def _moves(root: Node) -> bool:
    """Whether the service goes on elsewhere after the end, as `exit.transition` has it."""
    transition = root.plain("exit.transition")
    return isinstance(transition, dict) and "not_applicable" not in transition


def _is_cloud(root: Node) -> bool:
    by_service = "cloud" in root.values("scope.services[].type")
    return by_service or root.plain("scope.cloud_model") in ("iaas", "paas", "saas")


def _lists(root: Node, path: str) -> bool:
    return bool(root.plain(path)) and isinstance(root.plain(path), list)


def _delivers_an_application(root: Node) -> bool:
    return "application" in root.values("scope.delivers[]")


def _is_the_only_feed(root: Node) -> bool:
    """Real-time quotes, with no other supplier's feed named that stands in for them, as they do for it."""
    return root.plain("scope.real_time_quotes") is True and not root.text("scope.quotes_backed_up_by")


def _runs_a_year(root: Node) -> bool:
    start, end = root.date("contract.starts_on"), root.date("contract.ends_on")
    if start is None:
        return False
    # 2024-02-01 to 2025-01-31 is a year: the last day counts.
    return end is None or end + _ONE_DAY >= start + _ONE_YEAR
