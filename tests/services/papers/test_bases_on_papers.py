"""Documents of the register on papers: of the State on its own, of the Party on its own, in force, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.congress import TextKind
from desktop.rules.bases import BasisScope, DocumentKind, PaperSubject
from desktop.services.bases.register import add_basis, end_basis
from desktop.services.congress.preparing import write_text
from desktop.services.elections import meeting_plans, planning
from desktop.services.elections.election_list import elections
from desktop.services.office.workplace import Workplace
from desktop.services.papers.congress.making import congress_papers, make_congress_paper
from desktop.services.papers.decisions import draw_decision
from desktop.services.papers.dismissals import draw_dismissal_paper
from desktop.services.papers.making import make_paper
from desktop.services.results import decisions
from tests.offices import commune
from tests.offices.bases import ALL, DIRECTIVE, GUIDANCE, LAW, PLAN
from tests.offices.congress_example import Branch, make_branch, planned
from tests.printing.pages import one_line
from tests.services.dismissals.conftest import headed
from tests.services.dismissals.told import agreed

__all__ = ["headed"]

_PLAN_LINE = (
    "Căn cứ Kế hoạch số 87/KH-UBND ngày 18 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Quảng Ninh "
    "về bầu Trưởng thôn, bản, khu phố;"
)
_LAW_LINE = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;"
_DIRECTIVE_LINE = (
    "Căn cứ Chỉ thị số 24-CT/TU, ngày 18/02/2022 của Ban Thường vụ Tỉnh ủy "
    "về lãnh đạo đại hội chi bộ thôn, bản, khu phố"
)


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    made = make_branch(tmp_path / "branch", 31)
    yield made
    made.place.database.close()


def _all(place: Workplace) -> dict[str, int]:
    return {one.number: add_basis(place, one) for one in ALL}


def _call(office: Workplace) -> str:
    code = planning.plan_election(office, commune.plan()).code
    return one_line(make_paper(office, code, "call-decision", "half").content)


def test_a_decision_names_the_states_documents_after_the_statutes_own_and_none_of_the_partys(
    office: Workplace,
) -> None:
    before = _call(office)
    _all(office)
    after = one_line(make_paper(office, elections(office)[0].code, "call-decision", "half").content)
    assert _PLAN_LINE not in before
    assert after.index("Nghị định số 59/2023/NĐ-CP") < after.index(_LAW_LINE) < after.index(_PLAN_LINE)
    assert after.index(_PLAN_LINE) < after.index("Theo đề nghị của")
    assert "24-CT/TU" not in after
    assert "07-HD/ĐU" not in after


def test_what_the_statute_or_the_paper_names_already_stands_once(office: Workplace) -> None:
    decree = replace(LAW, kind=DocumentKind.DECREE, number="59/2023/NĐ-CP", dated=date(2023, 8, 14))
    add_basis(office, replace(decree, scope=BasisScope.STATE))
    called = replace(PLAN, kind=DocumentKind.DECISION, number="96/QĐ-UBND", dated=date(2024, 11, 15))
    add_basis(office, called)
    code = commune.listed(office)
    meeting_plans.change_plan(office, code, plan_number="96/QĐ-UBND", plan_on=date(2024, 11, 15))
    meeting_plans.change_plan(office, code, team_number="103/QĐ-UBND", team_on=date(2024, 11, 18))
    said = one_line(make_paper(office, code, "team-decision", "full").content)
    assert said.count("Căn cứ Nghị định số 59/2023/NĐ-CP") == 1
    assert said.count("Căn cứ Quyết định số 96/QĐ-UBND") == 1


def test_a_recorded_decision_names_what_was_in_force_on_its_day(office: Workplace) -> None:
    key = add_basis(office, PLAN)
    code = commune.finalised(office)
    decided = date(2024, 12, 10)
    decisions.recognise(office, code, "102/QĐ-UBND", decided)
    end_basis(office, key, decided)
    assert _PLAN_LINE in one_line(draw_decision(office, code))
    end_basis(office, key, decided - timedelta(days=1))
    assert _PLAN_LINE not in one_line(draw_decision(office, code))


@pytest.mark.usefixtures("headed")
def test_a_dismissal_names_what_is_written_for_mid_term_alone(office: Workplace) -> None:
    add_basis(office, PLAN)
    add_basis(office, replace(PLAN, number="91/KH-UBND", subjects=frozenset({PaperSubject.MID_TERM})))
    said = one_line(draw_dismissal_paper(office, agreed(office), "dismissal-decision"))
    assert "Kế hoạch số 91/KH-UBND" in said
    assert "87/KH-UBND" not in said


def test_a_notice_of_a_congress_names_the_partys_documents_after_the_charter(branch: Branch) -> None:
    code = planned(branch)
    lacks = {line.form: line.lacks for line in congress_papers(branch.place, code)}
    assert "lacking.congress.bases" in lacks["congress-notice"]
    _all(branch.place)
    lacks = {line.form: line.lacks for line in congress_papers(branch.place, code)}
    assert "lacking.congress.bases" not in lacks["congress-notice"]
    own = "Căn cứ Kế hoạch số 12-KH/ĐU của Đảng ủy xã"
    twice = "Căn cứ Hướng dẫn số 07 - HD/ĐU của Đảng ủy xã"
    write_text(branch.place, code, TextKind.BASES, f"{own}\nCăn cứ Điều lệ Đảng\n{twice}")
    said = one_line(make_congress_paper(branch.place, code, "congress-notice", "half"))
    assert said.index("Căn cứ Điều lệ Đảng") < said.index(_DIRECTIVE_LINE) < said.index(own)
    assert said.count("HD/ĐU") == 1
    assert "Luật Ban hành văn bản quy phạm pháp luật, ngày 22/6/2015" in said
    assert "87/KH-UBND" not in said


def test_a_document_ended_before_the_congress_is_told_of_stands_on_no_paper_of_it(branch: Branch) -> None:
    keys = _all(branch.place)
    code = planned(branch, announced_on=date(2024, 11, 15))
    end_basis(branch.place, keys[DIRECTIVE.number], date(2024, 11, 14))
    said = one_line(make_congress_paper(branch.place, code, "congress-notice", "half"))
    assert "24-CT/TU" not in said
    assert GUIDANCE.number in said
