"""A term that is longer or shorter than the law's: why, on the decisions that fix it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.services.elections import planning
from desktop.services.papers.making import make_paper
from tests.offices import commune
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace

_DAY = date(2026, 7, 5)
_LAW = "(khoản 3 Điều 4 Nghị định số 185/2026/NĐ-CP)."


@pytest.mark.parametrize(
    ("ends", "reason", "said"),
    [
        (date(2031, 10, 5), "reorganised", "Nhiệm kỳ này dài hơn 03 tháng so với nhiệm kỳ 05 năm, tính đến"),
        (date(2031, 1, 5), "force_majeure", "Nhiệm kỳ này ngắn hơn 06 tháng so với nhiệm kỳ 05 năm"),
    ],
)
@pytest.mark.parametrize("form", ["call-decision", "recognition-decision"])
def test_decisions_say_why_a_term_differs_and_by_which_article(
    office: Workplace, form: str, ends: date, reason: str, said: str
) -> None:
    plan = commune.plan(held_on=_DAY, term_from=_DAY, term_to=ends, term_reason=reason)
    code = planning.plan_election(office, plan).code
    paper = one_line(make_paper(office, code, form, "half").content)
    assert said in paper
    why = {"reorganised": "lý do: tổ chức lại thôn", "force_majeure": "lý do: thiên tai, dịch bệnh"}[reason]
    assert f"{why} {_LAW}" in paper


def test_a_term_as_the_law_has_it_needs_no_reason(office: Workplace) -> None:
    plan = commune.plan(held_on=_DAY, term_from=_DAY, term_to=date(2031, 7, 5))
    code = planning.plan_election(office, plan).code
    assert "Nhiệm kỳ này" not in one_line(make_paper(office, code, "call-decision", "half").content)
