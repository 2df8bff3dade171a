"""A vote by raised hands: no counting committee and no form 02, all of it in the minutes of the meeting."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused
from desktop.models.papers import PaperRole
from desktop.services.counting import counts
from desktop.services.counting.proceedings import keep_proceedings
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.papers.making import make_paper, register_printed
from desktop.services.papers.minutes_views import blank_minutes, draw_minutes, minutes_view, print_minutes
from tests.offices import commune
from tests.offices.drafts import draft_officials
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace

_RAISED = {
    "present": 10,
    "candidates[0].votes": 2,
    "candidates[0].against": 8,
    "candidates[0].abstain": 0,
    "candidates[1].votes": 7,
    "candidates[1].against": 3,
    "candidates[1].abstain": 0,
}


def _uncounted() -> list[Appointment]:
    """Everybody but those who would count ballots."""
    named = commune.appointments(Appointment("meeting_secretary", "Bà", "Lý Thị Ử"))
    return [one for one in named if not one.role.startswith("counting")]


@pytest.fixture
def raised(office: Workplace) -> str:
    """Hands that were raised and counted, with nobody named to count ballots."""
    code = commune.meeting(office, ballot="hands")
    draft_officials(office, code, _uncounted())
    commune.agree(office, code, _RAISED)
    counts.finalise(office, code)
    return code


def test_nobody_needs_to_be_named_to_count_hands(office: Workplace) -> None:
    code = commune.listed(office, ballot="hands")
    appoint(office, code, _uncounted())
    shown = candidates_view(office, code)
    assert (shown.lacks, shown.counted_in_meeting) == ((), True)


def test_ballots_still_need_a_counting_committee(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(RequestRefused) as caught:
        appoint(office, code, _uncounted())
    assert caught.value.code == "officials.committee"


def test_raised_hands_are_printed_as_the_minutes_of_the_meeting(office: Workplace, raised: str) -> None:
    assert minutes_view(office, raised).lacking
    with pytest.raises(RequestRefused) as caught:
        draw_minutes(office, raised, "full")
    assert caught.value.code == "minutes.proceedings"

    keep_proceedings(office, raised, closing=time(11, 15), form_approval=10, committee_approval=9)
    shown = minutes_view(office, raised)
    assert (shown.by_hands, shown.lacking) == (True, False)
    printed = print_minutes(office, raised)
    assert (printed.form, printed.role) == ("meeting-minutes", PaperRole.MINUTES)
    said = one_line(printed.content)
    assert "Mẫu số 03" in said
    assert "3. Kết quả biểu quyết (đếm ngay tại cuộc họp):" in said
    assert "cử 02 đại diện hộ gia đình chứng kiến: 09 người tán thành" in said
    assert "Ban kiểm phiếu" not in said
    # The clause and the birth both stand here: there is no other paper that could say them.
    assert "nhiều hơn 1/2 tổng số đại diện hộ gia đình của thôn, tức là từ 07 người tán thành" in said
    assert "bà Lò Thị Ơn, sinh năm 1975, được 07 người tán thành, bằng 58,33%" in said
    assert make_paper(office, raised, "meeting-minutes", "full").content == printed.content
    assert minutes_view(office, raised).printed_at is not None


def test_printed_from_the_list_of_papers_they_are_kept_too(office: Workplace, raised: str) -> None:
    keep_proceedings(office, raised, closing=time(11, 15))
    register_printed(office, make_paper(office, raised, "meeting-minutes", "full"))
    assert minutes_view(office, raised).printed_at is not None


def test_the_submission_encloses_the_pages_of_these_minutes_alone(office: Workplace, raised: str) -> None:
    keep_proceedings(office, raised, closing=time(11, 15))
    print_minutes(office, raised)
    said = one_line(make_paper(office, raised, "submission", "full").content)
    assert "1 Biên bản cuộc họp của cộng đồng dân cư (Mẫu số 03), lập ngày 08/12/2024 02 02" in said
    assert "Biên bản kiểm phiếu" not in said


def test_the_envelope_and_the_pen_have_the_minutes_of_the_meeting(office: Workplace) -> None:
    code = commune.printed(office, ballot="hands")
    said = one_line(blank_minutes(office, code))
    assert "Mẫu số 03" in said
    assert "Ban kiểm phiếu" not in said
    assert "Lò Thị Ơn" in said
    assert "Lò Thị Ơn" not in one_line(draw_minutes(office, code, "blank"))


def test_under_the_older_regulation_hands_have_counting_minutes(office: Workplace) -> None:
    day = date(2022, 6, 5)
    code = commune.listed(office, ballot="hands", held_on=day, term_from=day)
    assert "BIÊN BẢN KIỂM PHIẾU" in one_line(blank_minutes(office, code))
