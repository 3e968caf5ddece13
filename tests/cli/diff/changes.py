"""Changes of the example register that `diff` is asked about, and how its answer is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cli.running import Ran
from vendorbook.model import Node
from vendorbook.register import scope_digest
from vendorbook.yaml_source import read

Run = Callable[..., Ran]
Edits = dict[str, str | bytes | None]
DAY = ("--as-of", "2026-11-22")
FORMS = ("text", "markdown", "json")
VAULT = "banyan-cloudworks/backup-vault"
FOLDER = f"vendors/{VAULT}"
RECORD = f"{FOLDER}/engagement.yaml"
SUPPLIER = "vendors/banyan-cloudworks/supplier.yaml"
ASSESSMENT = f"{FOLDER}/journal/2026-08-03-risk-assessment.yaml"
AUDIT = f"{FOLDER}/journal/2026-03-05-audit.yaml"
EVIDENCE = f"{FOLDER}/evidence/restore-trial.txt"
WAIVER = "policies/waivers/soc-log-channel-certificates.yaml"


def edits(example: dict[str, bytes], *replaced: tuple[str, str, str]) -> Edits:
    texts: dict[str, str] = {}
    for path, old, new in replaced:
        text = texts.get(path, example[path].decode())
        assert old in text
        texts[path] = text.replace(old, new, 1)
    return dict(texts)


def one(told: Any, record: str = VAULT) -> Any:
    return next(each for each in told["records"] if each["record"] == record)


def ways(lines: Any) -> list[tuple[str, str, Any, Any]]:
    return [(each["kind"], each["at"], each["before"], each["after"]) for each in lines]


NEW = f"{FOLDER}/journal/2026-11-20-risk-assessment.yaml"


def assessed(example: dict[str, bytes], digest: str, approval: str = "approved_on: 2026-11-21") -> str:
    old = example[ASSESSMENT].decode()
    text = old.replace("2026-08-03", "2026-11-20").replace("2025-02-11-risk", "2026-08-03-risk")
    named = next(line for line in old.splitlines() if line.startswith("scope_digest"))
    text = text.replace(named, f"scope_digest: {digest}").replace("residual_risk: low", "residual_risk: medium")
    return text.replace("reported_on: 2026-08-05, approved_on: 2026-08-10", f"reported_on: 2026-11-20, {approval}")


def new_scope(example: dict[str, bytes]) -> tuple[Edits, str]:
    changed = edits(example, (RECORD, "cloud_model: iaas", "cloud_model: saas"))
    scope = top(changed[RECORD]).get("scope")
    assert scope
    return changed, scope_digest(scope)


def top(text: str | bytes | None) -> Node:
    assert isinstance(text, str)
    return read(text.encode(), RECORD).root
