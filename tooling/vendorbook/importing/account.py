"""What an import came to, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vendorbook.importing.told import Account, Draft, Told
from vendorbook.model import Text
from vendorbook.reports import inert

FORMAT = "vendorbook/import/v1"
_EXAMPLES = 3


def as_json(account: Account, lang: str, *, written: bool) -> str:  # noqa: ARG001  # always in both languages
    """All of it; every text in both languages."""
    return inert.as_json(
        {
            "format": FORMAT,
            "written": written,
            "counts": {
                "rows": account.rows,
                "drafts": len(account.drafts),
                "unchanged": account.unchanged,
                "unused": len(account.unused),
                "not_written": account.not_written,
            },
            "drafts": [
                {"record": each.id, "path": each.path, "rows": each.rows, "missing": dict(each.missing)}
                for each in account.drafts
            ],
            **{name: [_told(each) for each in getattr(account, name)] for name in ("unused", "read", "notes")},
        }
    )


def _told(told: Told) -> dict[str, object]:
    at = told.at
    place = {
        "sheet": at.sheet,
        "row": at.row or None,
        "column": at.column or None,
        "cell": at.cell,
        "heading": at.heading,
    }
    return {**place, "value": inert.shortened(told.shown), "message": inert.both(told.message)}


def as_text(account: Account, lang: str, *, written: bool) -> str:
    """Cells that could not be used, what was read otherwise, what else is to be known, and the drafts."""
    parts = [
        *_section(_UNUSED, account.unused, lang),
        *_read(account.read, lang),
        *_section(_NOTES, account.notes, lang),
        *_drafts(account.drafts, lang, written=written),
        _sum(account, lang),
    ]
    if not written and account.drafts:
        parts.append(_HOW.in_(lang))
    return "".join(f"{part}\n" for part in parts)


def _section(title: Text, told: list[Told], lang: str) -> Iterator[str]:
    if told:
        yield f"{title.in_(lang)} ({len(told)})"
    for each in told:
        yield f"  {_line(each, lang)}"


def _line(told: Told, lang: str) -> str:
    at = told.at
    where = f"{at.sheet}!{at.cell}" if at.row else at.sheet
    heading = f" {at.heading}" if at.heading and at.row else ""
    shown = f" [{inert.shortened(told.shown, 60)}]" if told.shown else ""
    return inert.line(f"{where}{heading}{shown}: {told.message.in_(lang)}")


def _read(told: list[Told], lang: str) -> Iterator[str]:
    """By column, with the first few: there may be hundreds."""
    if not told:
        return
    yield f"{_READ.in_(lang)} ({len(told)})"
    by_column: dict[str, list[Told]] = {}
    for each in told:
        by_column.setdefault(each.at.heading, []).append(each)
    for heading, listed in by_column.items():
        some = ", ".join(
            f"{each.at.cell} [{inert.shortened(each.shown, 40)}] {each.message.in_(lang)}"
            for each in listed[:_EXAMPLES]
        )
        rest = "…" if len(listed) > _EXAMPLES else ""
        yield "  " + inert.line(f"{heading} ({len(listed)}): {some}{rest}")


def _drafts(drafts: list[Draft], lang: str, *, written: bool) -> Iterator[str]:
    """What all of them lack is said once."""
    engagements = [each for each in drafts if each.kind == "engagement"]
    common = _common(engagements)
    if drafts:
        yield f"{(_WRITTEN if written else _WOULD).in_(lang)} ({len(drafts)})"
    if common:
        yield f"  {_ALL_LACK.in_(lang)} {' '.join(common)}"
    for draft in drafts:
        own = [id for id in draft.missing if id not in common or draft.kind == "supplier"]
        lacks = f"  {_LACKS.in_(lang)} {' '.join(own)}" if own else ""
        yield f"  {draft.path}{lacks}"


def _common(drafts: Iterable[Draft]) -> list[str]:
    listed = list(drafts)
    if len(listed) < 2:
        return []
    counts = Counter(id for each in listed for id in each.missing)
    return [id for id in listed[0].missing if counts[id] == len(listed)]


def _sum(account: Account, lang: str) -> str:
    counts = (account.rows, len(account.drafts), account.unchanged, len(account.unused), account.not_written)
    return Text(
        "{} 列，{} 件草稿，{} 列與登錄冊相同，{} 處無法採用，{} 件未寫入".format(*counts),
        "rows: {}, drafts: {}, unchanged: {}, places not used: {}, records not written: {}".format(*counts),
    ).in_(lang)


_UNUSED = Text("無法採用", "could not be used")
_READ = Text("讀作他值", "read otherwise than written")
_NOTES = Text("說明", "to be known")
_WOULD = Text("將寫入的草稿", "drafts that would be written")
_WRITTEN = Text("已寫入的草稿", "drafts that were written")
_ALL_LACK = Text("每一件啟用前都還缺：", "each still lacks, before it is in force:")
_LACKS = Text("還缺：", "lacks:")
_HOW = Text("以上尚未寫入；加上 --write 寫入", "nothing was written; add --write to write it")
