from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.services.counting import meetings
from desktop.services.counting.meeting_views import meeting_view, remove_box
from desktop.services.counting.meetings import BoxCount, add_box, record_box, record_stock
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune


def _codes(office: Workplace, code: str) -> list[str]:
    return [problem.code for problem in meeting_view(office, code).problems]


def test_nothing_is_wrong_with_what_nobody_counted_yet(office: Workplace) -> None:
    view = meeting_view(office, commune.meeting(office))

    assert view.problems == ()
    assert (view.electorate, view.needed, view.printed) == (12, 7, 15)
    assert [box.box for box in view.boxes] == ["main"]
    assert view.opened_at == commune.OPENS


def test_figures_of_a_true_meeting_fit(office: Workplace) -> None:
    code = commune.meeting(office)
    meetings.record_attendance(office, code, commune.OPENS, 10)
    record_stock(office, code, [BoxCount("main", 8, 5, 0, 8), BoxCount("mobile", 2, 0, 0, 2)])

    assert _codes(office, code) == []


@pytest.mark.parametrize(
    ("present", "boxes", "codes"),
    [
        (6, [], ["W204"]),
        (13, [], ["E204"]),
        (9, [BoxCount("main", 10, 5, 0, 10)], ["E205"]),
        (10, [BoxCount("main", 10, 4, 0, 10)], ["E203"]),
        (10, [BoxCount("main", 10, 5, 0, 11)], ["E202"]),
        (10, [BoxCount("main", 10, 5, 0, 9)], ["W203"]),
        (10, [BoxCount("main", 10, None, None, None)], []),
    ],
)
def test_what_does_not_fit_is_found_at_once(
    office: Workplace, present: int, boxes: list[BoxCount], codes: list[str]
) -> None:
    code = commune.meeting(office)
    meetings.record_attendance(office, code, commune.OPENS, present)
    record_stock(office, code, boxes)

    assert _codes(office, code) == codes


def test_the_newest_figure_of_attendance_counts(office: Workplace) -> None:
    code = commune.meeting(office)
    meetings.record_attendance(office, code, commune.OPENS + timedelta(hours=1), 10)
    meetings.record_attendance(office, code, commune.OPENS, 4)

    assert [line.present for line in meeting_view(office, code).attendance] == [4, 10]
    assert _codes(office, code) == []


def test_an_empty_box_can_be_taken_away_and_no_other(office: Workplace) -> None:
    code = commune.meeting(office)
    record_stock(office, code, [BoxCount("mobile")])
    remove_box(office, code, "mobile")
    assert [box.box for box in meeting_view(office, code).boxes] == ["main"]

    record_stock(office, code, [BoxCount("mobile", 1)])
    for box in ("main", "mobile"):
        with pytest.raises(RequestRefused, match=r"stock\.box"):
            remove_box(office, code, box)


def test_before_the_roll_is_frozen_the_meeting_cannot_be_opened(office: Workplace) -> None:
    view = meeting_view(office, commune.listed(office))

    assert (view.may_open, view.electorate, view.boxes) == (False, None, ())


def test_a_figure_and_the_opening_can_be_put_right(office: Workplace, clock: TrainingClock) -> None:
    code = commune.meeting(office)
    clock.put(commune.DAY, 11, 0)
    meetings.record_attendance(office, code, commune.OPENS + timedelta(hours=1), 10)
    meetings.record_attendance(office, code, commune.OPENS + timedelta(hours=2), 12)
    meetings.take_back_attendance(office, code, commune.OPENS + timedelta(hours=2))
    assert [line.present for line in meeting_view(office, code).attendance] == [10]

    earlier = commune.OPENS - timedelta(minutes=15)
    meetings.correct_opening(office, code, earlier)
    assert meeting_view(office, code).opened_at == earlier
    with pytest.raises(RequestRefused, match=r"meeting\.earlier"):
        meetings.correct_opening(office, code, commune.OPENS + timedelta(hours=3))
    assert meeting_view(office, code).opened_at == earlier


@pytest.fixture
def two_meetings(office: Workplace) -> tuple[str, str]:
    """Open the meetings of two hamlets at the same hour."""
    commune.store(office, [commune.row("Đào Văn Khe"), commune.row("Vàng A Páo")], commune.OTHER_HAMLET)
    return commune.meeting(office), commune.meeting(office, "Đào Văn Khe", hamlet=commune.OTHER_HAMLET)


def test_hamlets_that_meet_at_the_same_hour_keep_their_own_figures(
    office: Workplace, two_meetings: tuple[str, str]
) -> None:
    def present() -> list[list[int]]:
        return [[line.present for line in meeting_view(office, code).attendance] for code in two_meetings]

    for code, number in zip(two_meetings, (9, 2), strict=True):
        meetings.record_attendance(office, code, commune.OPENS, number)
    assert present() == [[9], [2]]
    for _ in range(2):
        meetings.take_back_attendance(office, two_meetings[1], commune.OPENS)
        assert present() == [[9], []]


def test_hamlets_keep_the_ballots_of_their_own_boxes(
    office: Workplace, two_meetings: tuple[str, str]
) -> None:
    for code, issued in zip(two_meetings, (9, 2), strict=True):
        record_stock(office, code, [BoxCount("main", issued), BoxCount("mobile", issued + 1)])
    for code, issued in zip(two_meetings, (9, 2), strict=True):
        assert [(box.box, box.issued) for box in meeting_view(office, code).boxes] == [
            ("main", issued),
            ("mobile", issued + 1),
        ]


def test_the_opening_cannot_be_changed_once_the_minutes_are_made(office: Workplace) -> None:
    code = commune.finalised(office)
    for change in (
        lambda: meetings.correct_opening(office, code, commune.OPENS),
        lambda: meetings.take_back_attendance(office, code, commune.OPENS),
    ):
        with pytest.raises(StepRefused):
            change()


def test_a_meeting_opens_on_its_day_and_not_before_it_comes(office: Workplace, clock: TrainingClock) -> None:
    code = commune.printed(office)
    clock.put(date(2024, 12, 7), 19, 0)
    before = commune.traces(office)
    for at, refused in (
        (commune.OPENS, "meeting.future"),
        (commune.OPENS - timedelta(days=1), "meeting.before_day"),
    ):
        with pytest.raises(RequestRefused) as caught:
            meetings.open_meeting(office, code, at)
        assert caught.value.code == refused
    assert commune.traces(office) == before
    clock.put(commune.DAY, 7, 27)
    meetings.open_meeting(office, code, commune.OPENS)
    with pytest.raises(RequestRefused) as caught:
        meetings.correct_opening(office, code, commune.OPENS + timedelta(hours=1))
    assert caught.value.code == "meeting.future"


def test_one_figure_of_one_box_is_written_and_the_others_stay(office: Workplace) -> None:
    code = commune.meeting(office)
    assert record_box(office, code, "main", "issued", 8) is None
    assert record_box(office, code, "main", "unused", 5) is None
    assert (add_box(office, code), add_box(office, code)) == ("mobile", "mobile-2")
    record_box(office, code, "mobile", "issued", 2)
    assert add_box(office, code, "mobile") == "mobile", "and keeps its figures"
    assert record_box(office, code, "main", "issued", 9) == 8

    boxes = meeting_view(office, code).boxes
    assert [(box.box, box.issued, box.unused, box.collected) for box in boxes] == [
        ("main", 9, 5, None),
        ("mobile", 2, None, None),
        ("mobile-2", None, None, None),
    ]
    with pytest.raises(RequestRefused) as caught:
        record_box(office, code, "main", "issued", -1)
    assert caught.value.code == "entry.field"
