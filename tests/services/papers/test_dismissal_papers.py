"""Papers of a dismissal: which are wanted when, what they say, and that they stay as they were."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.errors import RequestRefused
from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.dismissals.proposals import ProposalOutcome, propose, settle
from desktop.services.office.settings import set_field
from desktop.services.office.workplace import Workplace
from desktop.services.papers.dismissals import (
    dismissal_papers,
    draw_dismissal_paper,
    draw_proposals,
    word_dismissal_paper,
)
from desktop.services.party.posts import NewPost, PostKind, begin_post
from tests.offices.commune import HAMLET
from tests.printing.pages import one_line
from tests.services.dismissals.conftest import HEAD, TODAY, headed
from tests.services.dismissals.told import agreed, ask, hands, meet, recognised, take

__all__ = ["headed"]


def forms(office: Workplace, key: int) -> list[str]:
    return [paper.form for paper in dismissal_papers(office, key)]


def said(office: Workplace, key: int, form: str) -> str:
    return one_line(draw_dismissal_paper(office, key, form))


def test_papers_come_as_the_dismissal_goes_on(office: Workplace) -> None:
    key = ask(office)
    assert forms(office, key) == ["dismissal-proposal", "dismissal-answer"]
    take(office, key, DismissalStep.ACCEPT)
    called = ["dismissal-proposal", "dismissal-invitation", "dismissal-minutes"]
    assert forms(office, key) == [*called, "dismissal-counting-minutes"]
    meet(office, key, hands(10, 7, 3))
    assert forms(office, key) == [
        *called,
        *("dismissal-submission", "dismissal-decision", "dismissal-answer"),
    ]
    take(office, key, DismissalStep.SEND)
    take(office, key, DismissalStep.RECOGNISE, number="131/QĐ-UBND")
    assert forms(office, key) == [*called, "dismissal-submission", "dismissal-decision"]
    with pytest.raises(RequestRefused) as refused:
        draw_dismissal_paper(office, key, "dismissal-commune-decision")
    assert refused.value.code == "dismissal.paper"


@pytest.mark.parametrize(
    ("by", "form", "words"),
    [
        (AskedBy.HEAD, "dismissal-request", "Nay tôi xin thôi làm Trưởng thôn Lục Ngù"),
        (AskedBy.FRONT_BOARD, "dismissal-proposal", "Ban công tác Mặt trận thôn Lục Ngù đề nghị Chủ tịch"),
        (AskedBy.PETITION, "dismissal-petition", "số hộ đã ký: 07 hộ, bằng 58,33%; cần ít nhất 06 hộ."),
    ],
)
def test_each_way_has_its_paper(office: Workplace, by: AskedBy, form: str, words: str) -> None:
    key = ask(office, by, signed=7 if by is AskedBy.PETITION else None, proposer="Triệu Quý Đôn")
    text = said(office, key, form)
    assert words in text
    assert HEAD in text
    assert "không hoàn thành nhiệm vụ" in text


def test_the_minutes_say_who_agreed_out_of_all_households(office: Workplace) -> None:
    key = ask(office)
    take(
        office,
        key,
        DismissalStep.ACCEPT,
        meets_on=TODAY,
        opening=time(19, 30),
        venue="Nhà văn hóa thôn Lục Ngù",
    )
    invited = said(office, key, "dismissal-invitation")
    assert "19 giờ 30 phút, Thứ Hai, ngày 03 tháng 8 năm 2026" in invited
    meet(office, key, hands(10, 7, 3), chair="Triệu Quý Đôn", secretary="Hoàng Thị Ỷ")
    text = said(office, key, "dismissal-minutes")
    assert "Tán thành cho thôi: 07, bằng 58,33% của 12 hộ." in text
    assert "ít nhất 7 hộ, tán thành" in text
    assert f"Cuộc họp tán thành cho ông (bà) {HEAD} thôi làm Trưởng thôn Lục Ngù." in text


def test_an_explanation_of_figures_is_printed_with_a_line_to_sign(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(10, 7, 4), explanation="một hộ giơ tay hai lần")
    assert "Giải trình số liệu: một hộ giơ tay hai lần." in said(office, key, "dismissal-minutes")


def test_the_commune_decides_after_agreement_with_the_front(office: Workplace) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    secret = Meeting(MeetingForm.SECRET, 12, 10, 6, 4, issued=10, returned=10, valid=10, invalid=0)
    meet(office, key, secret)
    assert "Số phiếu hợp lệ: 10 phiếu." in said(office, key, "dismissal-counting-minutes")
    take(office, key, DismissalStep.DECIDE, number="132/QĐ-UBND")
    text = said(office, key, "dismissal-commune-decision")
    assert "Số: 132/QĐ-UBND" in text
    assert "Sau khi thống nhất với Ban Thường trực Ủy ban MTTQ Việt Nam xã" in text
    assert "Việc bầu Trưởng thôn mới được quyết định trong 60 ngày" in text


def test_an_answer_says_why(office: Workplace) -> None:
    key = ask(office, AskedBy.HEAD)
    take(office, key, DismissalStep.REFUSE, number="45/UBND-VX", reason="đang có việc dở dang.")
    text = said(office, key, "dismissal-answer")
    assert f"Sau khi nhận đơn của ông (bà) {HEAD} xin thôi làm" in text
    assert "Lý do: đang có việc dở dang." in text
    assert "Số: 45/UBND-VX" in text
    other = agreed(office)
    take(office, other, DismissalStep.SEND)
    take(office, other, DismissalStep.ANSWER, number="46/UBND-VX", reason="biên bản thiếu chữ ký")
    assert "không công nhận việc cho ông (bà)" in said(office, other, "dismissal-answer")


def test_where_the_head_of_the_front_board_is_the_head_the_chair_calls(office: Workplace) -> None:
    begin_post(office, NewPost(PostKind.FRONT_BOARD_HEAD, HAMLET, HEAD))
    key = ask(office, AskedBy.HEAD)
    take(office, key, DismissalStep.ACCEPT)
    assert "Chủ tịch Ủy ban nhân dân xã Mẫu trân trọng kính mời" in said(office, key, "dismissal-invitation")


def test_papers_of_the_law_before_cite_nothing_that_it_does_not_say(office: Workplace) -> None:
    then = date(2023, 6, 30)
    key = ask(office, asked_on=then)
    take(office, key, DismissalStep.ACCEPT, then)
    meet(office, key, hands(10, 7, 3), then)
    assert "59/2023" not in said(office, key, "dismissal-proposal")
    assert "ngày làm việc" not in said(office, key, "dismissal-submission")


def test_a_decision_stays_as_it_was_signed(office: Workplace) -> None:
    set_field(office, "chair", "Phạm Văn Thành")
    key = recognised(office)
    before = draw_dismissal_paper(office, key, "dismissal-decision")
    assert "Phạm Văn Thành" in one_line(before)
    set_field(office, "chair", "Người Khác")
    assert draw_dismissal_paper(office, key, "dismissal-decision") == before


def test_every_paper_is_given_half_filled_blank_and_as_word(office: Workplace) -> None:
    key = agreed(office)
    for form in forms(office, key):
        half = one_line(draw_dismissal_paper(office, key, form, "half"))
        assert HEAD in half
        assert HEAD not in one_line(draw_dismissal_paper(office, key, form, "blank"))
        assert word_dismissal_paper(office, key, form).startswith(b"PK")


def test_the_list_of_proposals_says_what_became_of_each(office: Workplace) -> None:
    key = propose(office, HAMLET, TODAY, "Hội Nông dân", "vắng mặt lâu ngày")
    settle(office, key, ProposalOutcome.STAYS, TODAY, "theo dõi đến hết năm")
    text = one_line(draw_proposals(office))
    for words in (HEAD, "Hội Nông", "03/8/2026", "vắng mặt lâu ngày", "Tiếp tục giữ chức, 03/8/2026"):
        assert words in text
