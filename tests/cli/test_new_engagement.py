"""An engagement and the supplier that it brings with it."""

from __future__ import annotations

from tests.cli.small import OnDisk
from tests.cli.test_writing import ENGAGEMENT, HERON, SCOPE, Run
from vendorbook.yaml_source import read


def test_an_engagement_with_its_new_supplier_or_neither(register: OnDisk, vendorbook: Run) -> None:
    both = ("--supplier", "name={zh-TW: 藍鷺資訊, en: Blue Heron}", "--supplier", "registration_number=00000099")
    owned = (*ENGAGEMENT, *both, "--owner", "s-0107", "--lang", "en")
    assert vendorbook(*owned).status == 2  # the scope is missing
    assert not (register.root / HERON).exists()

    assert vendorbook(*owned, *SCOPE).status == 0
    assert read((register.root / HERON).read_bytes(), HERON).root.text("registration_number") == "00000099"
    assert (register.root / "vendors/blue-heron/patching/engagement.yaml").is_file()

    ran = vendorbook(*owned[:2], "blue-heron/hosting", *owned[3:], *SCOPE)
    assert (ran.status, f"{HERON} is there already" in ran.err) == (2, True)
    assert not (register.root / "vendors/blue-heron/hosting").exists()
