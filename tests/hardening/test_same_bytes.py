"""The same register gives the same bytes, whatever the machine's locale, time zone and hash seed."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from tests.cli.running import run, run_installed
from tests.cli.small import SUPPLIER, OnDisk
from vendorbook.cli import unsaid

FORMS = ("text", "sarif", "junit", "github", "gitlab", "markdown", "one_line")
SURROUNDINGS = {
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "Turkish, Latin-5": {"LC_ALL": "tr_TR.ISO8859-9", "PYTHONIOENCODING": "iso8859-9", "PYTHONUTF8": "0"},
    "Traditional Chinese, Big5": {"LC_ALL": "zh_TW.BIG5", "PYTHONIOENCODING": "cp950", "PYTHONUTF8": "0"},
    "no locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "another hash seed": {"PYTHONHASHSEED": "12345"},
    "a narrow and dumb terminal": {"COLUMNS": "20", "TERM": "dumb", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
}


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    """What the first run wrote, to compare the others with."""
    return {}


def _written(register: OnDisk, into: Path, env: dict[str, str]) -> dict[str, bytes]:
    outputs = [part for form in FORMS for part in ("--output", f"{form}={into / form}")]
    ran = run_installed(
        register.root, "check", "--as-of", "2026-11-22", "--format", "json", "--no-cache", *outputs, env=env
    )
    assert ran.status == 1, ran.err
    return {"stdout": ran.out.encode(), "stderr": ran.err.encode()} | {
        form: (into / form).read_bytes() for form in FORMS
    }


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_same_bytes(name: str, register: OnDisk, outputs: dict[str, bytes], tmp_path: Path) -> None:
    broken = register.original[SUPPLIER].replace(b"country: TW\n", "country: İı ✓\nnotes: I\nmore: i\n".encode())
    register.write({SUPPLIER: broken})
    if not outputs:
        outputs.update(_written(register, tmp_path, {"PYTHONHASHSEED": "0", "TZ": "UTC"}))

    assert "country: İı ✓" in outputs["text"].decode()
    assert _written(register, tmp_path, SURROUNDINGS[name]) == outputs


# -- the day -------------------------------------------------------------------------------------------

MIDNIGHT = {
    # a moment on a machine in UTC: the day in Taipei
    "23:59:59 in Taipei": (datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC), "2026-11-22"),
    "00:00:01 in Taipei": (datetime(2026, 11, 22, 16, 0, 1, tzinfo=UTC), "2026-11-23"),
    "midnight in UTC": (datetime(2026, 11, 23, 0, 0, 0, tzinfo=UTC), "2026-11-23"),
    "the last second of a leap day": (datetime(2028, 2, 29, 15, 59, 59, tzinfo=UTC), "2028-02-29"),
    "the new year": (datetime(2026, 12, 31, 16, 0, 0, tzinfo=UTC), "2027-01-01"),
}


@pytest.mark.parametrize("name", MIDNIGHT)
def test_today_is_the_day_in_taipei(
    name: str, register: OnDisk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moment, day = MIDNIGHT[name]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    monkeypatch.setattr(unsaid, "datetime", Clock)
    for command in (
        ("check", "--lang", "en"),
        ("due", "--format", "json"),
        ("policies", "coverage", "--format", "json"),
    ):
        ran = run(capsys, *command)
        assert ran.status == 0
        assert day in ran.out


def test_the_machine_s_time_zone_does_not_count(register: OnDisk) -> None:
    """Kiritimati is fourteen hours ahead of UTC: there it is tomorrow already."""
    taipei = run_installed(register.root, "doctor", "--lang", "en", env={"TZ": "UTC"})
    kiritimati = run_installed(register.root, "doctor", "--lang", "en", env={"TZ": "Pacific/Kiritimati"})
    day = [line for line in taipei.out.splitlines() if "Taipei" in line]

    assert day
    assert day == [line for line in kiritimati.out.splitlines() if "Taipei" in line]
