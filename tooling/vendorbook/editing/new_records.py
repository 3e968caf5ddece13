"""A new supplier, engagement or waiver: what is known from the start."""

from __future__ import annotations

from vendorbook.editing.desk import Desk, in_place, no_record
from vendorbook.editing.given import merged, with_digests
from vendorbook.editing.keeping import keep
from vendorbook.model import CannotJudge, Finding, Plain, Text
from vendorbook.policies.waivers import LONGEST

Values = dict[str, Plain]


def supplier_known(id: str) -> Values:
    return {"id": id, "country": "TW"}


def engagement_known(desk: Desk, id: str, *, with_supplier: bool = False) -> Values:
    """Raises CannotJudge where its supplier is not there yet, unless it is to be written with it."""
    supplier, _, name = id.partition("/")
    in_place(f"vendors/{supplier}/{name}/engagement.yaml")
    if not with_supplier and not (desk.root / f"vendors/{supplier}/supplier.yaml").is_file():
        raise CannotJudge(no_record(supplier))
    owner: Values = {"project_owner": desk.writer} if desk.writer else {}
    return {"id": name, "status": "draft"} | owner


def waiver_known(desk: Desk, id: str, findings: list[Finding], policy: str, record: str) -> Values:
    """What a waiver of one finding says; `findings` are those that it could be about.

    Raises CannotJudge where there is none, or several: a pointer then has to be stated.
    """
    in_place(f"policies/waivers/{id}.yaml")
    known: Values = {"id": id, "policy": policy, "record": record}
    if (file := _file(findings, record)) is not None:
        known["file"] = file
    known["pointer"] = _one(findings, policy, record).pointer
    known |= {"requested_by": desk.writer} if desk.writer else {}
    return known | {"approved_on": desk.today, "expires_on": (desk.day + LONGEST).isoformat()}


def write_record(desk: Desk, path: str, known: Values, stated: Values) -> str:
    """Writes the file of what is known and stated, documents with their digests; gives its path."""
    folder = desk.root / path.rsplit("/", 1)[0]
    values = with_digests(merged(known, stated), folder)
    assert isinstance(values, dict)  # noqa: S101  # as it went in
    return keep(desk, path, values)


def _one(findings: list[Finding], policy: str, record: str) -> Finding:
    places = sorted({(each.location.path, each.pointer) for each in findings})
    if len(places) == 1:
        return findings[0]
    if not findings:
        raise CannotJudge(
            Text(f"{record} 沒有 {policy} 的缺失，不必豁免", f"{record} has no finding of {policy} to waive")
        )
    pointers = ", ".join(pointer for _, pointer in places)
    raise CannotJudge(
        Text(
            f"缺失不只一處，請以 --pointer 指定：{pointers}",
            f"findings at several places; state one by --pointer: {pointers}",
        )
    )


def _file(findings: list[Finding], record: str) -> str | None:
    """Within the record's folder, where it is not the record's own file."""
    path = findings[0].location.path.removeprefix(f"vendors/{record}/") if findings else ""
    return path if path.startswith("journal/") else None
