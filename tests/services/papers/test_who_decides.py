"""Who decides, on paper: the chair calls and names the team, the committee recognises and orders again."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.services.elections import meeting_plans, planning
from desktop.services.office.settings import set_field
from desktop.services.office.workplace import Workplace
from desktop.services.papers.decisions import draw_decision
from desktop.services.papers.making import make_paper
from desktop.services.results import decisions
from desktop.services.results.received import prepare_decision
from desktop.services.results.recognition_view import recognition_view
from tests.offices import commune
from tests.printing.pages import one_line

_CHAIR = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU"
_COMMITTEE = "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"


def _called(office: Workplace, **changes: object) -> str:
    code = planning.plan_election(office, commune.plan(**changes)).code
    return one_line(make_paper(office, code, "call-decision", "half").content)


def _team_named(office: Workplace) -> str:
    return one_line(make_paper(office, commune.listed(office), "team-decision", "full").content)


def _recognised(office: Workplace, decided_on: date = date(2024, 12, 10), **changes: object) -> str:
    code = commune.finalised(office, **changes)
    decisions.recognise(office, code, "102/QĐ-UBND", decided_on)
    return one_line(draw_decision(office, code))


def _held_again(office: Workplace) -> str:
    code = commune.finalised(office, commune.NOBODY)
    decisions.order_again(office, code, "103/QĐ-UBND", date(2024, 12, 10), "Không ai đủ số phiếu")
    return one_line(draw_decision(office, code))


@pytest.mark.parametrize("decision", [_called, _team_named])
def test_the_chair_calls_the_election_and_names_its_team(office: Workplace, decision: object) -> None:
    said = decision(office)  # type: ignore[operator]
    assert _CHAIR in said
    assert "TM." not in said


@pytest.mark.parametrize("decision", [_recognised, _held_again])
def test_the_committee_recognises_and_orders_again(office: Workplace, decision: object) -> None:
    said = decision(office)  # type: ignore[operator]
    assert _CHAIR not in said
    assert _COMMITTEE in said


def test_the_team_is_named_after_agreement_with_the_front_and_the_election_is_called_without(
    office: Workplace,
) -> None:
    agreement = "Sau khi thống nhất với Ban Thường trực Ủy ban MTTQ Việt Nam xã Mẫu"
    assert agreement in _team_named(office)
    assert agreement not in _called(office, hamlet=commune.OTHER_HAMLET)


def test_papers_that_rest_on_the_election_team_cite_the_decision_that_set_it_up(office: Workplace) -> None:
    code = commune.listed(office)
    decided = date(2024, 11, 18)
    meeting_plans.change_plan(office, code, plan_number="96/QĐ-UBND", plan_on=date(2024, 11, 15))
    meeting_plans.change_plan(office, code, team_number="103/QĐ-UBND", team_on=decided)
    team = one_line(make_paper(office, code, "team-decision", "full").content)
    assert "Số: 103/QĐ-UBND" in team
    assert "ngày 18 tháng 11 năm 2024" in team
    called = "Quyết định số 96/QĐ-UBND ngày 15 tháng 11 năm 2024 của Chủ tịch Ủy ban nhân dân xã Mẫu"
    assert f"Căn cứ {called};" in team
    cited = "Quyết định số 103/QĐ-UBND ngày 18 tháng 11 năm 2024 của Chủ tịch Ủy ban nhân dân xã Mẫu"
    assert f"Tổ trưởng Tổ bầu cử, theo {cited}" in one_line(
        make_paper(office, code, "meeting-minutes", "half").content
    )
    submission = one_line(make_paper(office, code, "submission", "half").content)
    assert f"(thành lập theo {cited}) gửi quyết định của cộng đồng dân cư" in submission


def test_a_team_decision_of_a_day_that_has_not_come_is_refused(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(RequestRefused) as caught:
        meeting_plans.change_plan(office, code, team_on=date(2024, 12, 9))
    assert caught.value.code == "plan.decided"


def test_hour_place_and_plan_of_the_called_election_stand_in_two_articles(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    meeting_plans.change_plan(office, code, plan_number="12/KH-UBND", plan_on=date(2024, 11, 15))
    said = one_line(make_paper(office, code, "call-decision", "half").content)
    assert "Chủ nhật, ngày 08 tháng 12 năm 2024, tại Nhà văn hóa thôn Lục Ngù. Điều 2." in said
    assert "Kế hoạch số 12/KH-UBND ngày 15 tháng 11 năm 2024 ban hành kèm theo Quyết định này." in said
    assert "và Trưởng Ban công tác Mặt trận thôn Lục Ngù chịu trách nhiệm" in said


@pytest.mark.parametrize(
    ("held_on", "law", "proposer"),
    [
        # The decision is due twenty days before: what holds on that day is cited, not what holds at the vote.
        (date(2025, 3, 20), "ngày 22 tháng 11 năm 2019", "công chức Văn phòng - Thống kê"),
        (date(2025, 3, 21), "ngày 19 tháng 02 năm 2025", "công chức Văn phòng - Thống kê"),
        (date(2025, 7, 20), "ngày 19 tháng 02 năm 2025", "công chức Văn phòng - Thống kê"),
        (date(2025, 7, 21), "ngày 16 tháng 6 năm 2025", "Trưởng phòng Văn hóa - Xã hội"),
    ],
)
def test_bases_and_offices_are_those_of_the_day_on_which_a_decision_is_due(
    office: Workplace, held_on: date, law: str, proposer: str
) -> None:
    said = _called(office, held_on=held_on, term_from=held_on, term_to=date(2030, 1, 1))
    assert f"{law};" in said
    assert f"Theo đề nghị của {proposer}." in said


def test_a_recognition_cites_the_laws_of_its_own_day(office: Workplace) -> None:
    said = _recognised(office, date(2025, 7, 1))
    assert "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;" in said
    assert "Chánh Văn phòng HĐND và UBND" in said


def test_a_recognition_of_2024_cites_the_law_of_2015_as_amended_and_both_minutes(office: Workplace) -> None:
    said = _recognised(office)
    assert "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;" in said
    assert "Căn cứ Biên bản cuộc họp của cộng đồng dân cư ngày 08/12/2024 của thôn Lục Ngù;" in said
    assert "Căn cứ Biên bản kiểm phiếu ngày 08/12/2024 của thôn Lục Ngù;" in said
    assert "Văn phòng Ủy ban nhân dân xã, Tổ bầu cử thôn Lục Ngù" in said


def test_the_names_that_the_office_has_set_stand_under_the_signature(office: Workplace) -> None:
    set_field(office, "chair", "Phạm Văn Thành")
    set_field(office, "deputy", "Lê Thị Hạnh")
    assert "CHỦ TỊCH Phạm Văn Thành" in _team_named(office)
    set_field(office, "deputy_signs", True)
    said = _called(office, hamlet=commune.OTHER_HAMLET)
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Hạnh" in said
    assert "TM." not in said


def test_a_deputy_may_sign_one_decision_and_stays_its_signer_when_the_post_changes_hands(
    office: Workplace,
) -> None:
    set_field(office, "chair", "Phạm Văn Thành")
    set_field(office, "deputy", "Lê Thị Hạnh")
    code = commune.finalised(office)
    prepare_decision(office, code, by_deputy=True)
    signed = "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Hạnh"
    assert signed in one_line(draw_decision(office, code))
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    set_field(office, "deputy", "Nông Văn Khánh")
    assert signed in one_line(draw_decision(office, code))
    view = recognition_view(office, code)
    assert view is not None
    assert view.by_deputy


def test_offices_with_other_names_are_printed_as_the_commune_writes_them(office: Workplace) -> None:
    set_field(office, "proposer", "Trưởng phòng Kinh tế")
    set_field(office, "executors", "Văn phòng xã")
    said = _called(office)
    assert "Theo đề nghị của Trưởng phòng Kinh tế." in said
    assert "Văn phòng xã và Trưởng Ban công tác Mặt trận" in said
    set_field(office, "proposer", "")
    assert "Theo đề nghị của công chức Văn phòng - Thống kê." in _called(office, hamlet=commune.OTHER_HAMLET)
