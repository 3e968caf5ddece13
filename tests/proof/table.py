"""All breakages, in the order of the articles."""

from __future__ import annotations

from tests.proof import (
    article_3_assessment,
    article_3_selection,
    article_4_contract,
    article_4_security,
    article_5,
    article_8,
    articles_6_and_7,
)

BREAKAGES = (
    *article_3_assessment.BREAKAGES,
    *article_3_selection.BREAKAGES,
    *article_4_contract.BREAKAGES,
    *article_4_security.BREAKAGES,
    *article_5.BREAKAGES,
    *articles_6_and_7.BREAKAGES,
    *article_8.BREAKAGES,
)
