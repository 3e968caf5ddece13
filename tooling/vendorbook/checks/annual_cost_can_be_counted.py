"""What counts among the firm's outsourcing has a cost, in a currency that can be counted with the firm's own."""

from __future__ import annotations

from collections.abc import Iterator

from vendorbook.model import Violation
from vendorbook.register import Context, Engagement, exchange_rates

_COST = "contract.annual_cost"


def annual_cost_can_be_counted(record: Engagement, _params: None, context: Context) -> Iterator[Violation]:
    if record.root.date("contract.starts_on") is None:  # in force on no day, so in no share
        return
    currency = record.root.at(f"{_COST}.currency")
    if currency is None or record.root.at(f"{_COST}.amount") is None:
        yield Violation(record.root.nearest(_COST), {"field": _COST}, "missing")
    elif currency.value != context.firm.plain("currency") and not exchange_rates(context.firm, str(currency.value)):
        rates = context.firm.nearest("exchange_rates")
        yield Violation(currency, {"currency": currency.value}, "no-rate", related=((rates, "rates"),))
