"""An auditor's twelve questions, each answered within three clicks of the overview."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.browser import Browser, rows, wait
from vendorbook.site.strings import say

QUESTIONS = {
    "who supplies what, and who answers for it": (["who"], "register.html", "委託下單系統"),
    "is each engagement compliant, article by article": (["compliant"], "matrix.html", "第7條"),
    "which obligations fail, and why": (["failing", "td a.vb-id"], "obligations/", "逾"),
    "which scope changes had no reviewed re-assessment": (["scope"], "changes.html", "服務範圍之變更"),
    "which core systems hang on one supplier group": (["core"], "concentration.html", "榕樹集團"),
    "which access reviews are overdue": (["reviews"], "due.html", "上次檢視為"),
    "what did the register say on an earlier day": (["past"], "past/2026-12-31.html", "2026-12-31 之登錄冊"),
    "who approved the newest assessment, and how is that proved": (["approved"], "engagements/", "證明"),
    "what falls due in the next ninety days": (["due"], "due.html", "90 天內"),
    "which waivers stand, who approved them, until when": (["waivers"], "waivers.html", "核准"),
    "which services or data are abroad": (["abroad"], "register.html", "heron-cloud"),
    "can I prove all this": (["prove"], "verify.html", "vendorbook trail verify"),
}
"""Question, clicks (the first on the overview's list), the page that answers, and a part of the answer."""


@pytest.mark.parametrize(("clicks", "page", "answer"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_within_three_clicks(
    clicks: list[str], page: str, answer: str, site_dir: Path, browser: Browser
) -> None:
    assert len(clicks) <= 3
    browser.open(site_dir / "index.html")
    question = say(f"question.{clicks[0]}", "zh-TW")
    browser.run(
        "[...document.querySelectorAll('.vb-questions a')].find((a) => a.textContent === arguments[0]).click()",
        question,
    )
    for selector in clicks[1:]:
        wait(
            browser,
            f"return document.querySelector({selector!r}) !== null && !location.pathname.endsWith('index.html')",
        )
        browser.run(
            f"[...document.querySelectorAll({selector!r})].find((a) => a.closest('tr').hidden === false).click()"
        )
    wait(browser, f"return location.pathname.includes({page!r})")
    wait(browser, "return document.readyState === 'complete'")

    assert answer in browser.run("return document.querySelector('.vb').innerText")
    assert browser.complaints() == []


def test_the_first_answers_are_only_the_rows_asked_for(site_dir: Path, browser: Browser) -> None:
    browser.open(site_dir / "concentration.html", "#single=是")
    assert rows(browser, "core-systems")
    assert all("是" in each for each in rows(browser, "core-systems"))
    browser.open(site_dir / "changes.html", "#reviewed=否")
    assert len(rows(browser, "scope-changes")) == 1, "the scope that was widened, which nobody reviewed"
