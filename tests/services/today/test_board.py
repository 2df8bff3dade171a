"""The board: what each cell says of an election as it goes, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from desktop.models.exchange import Intake, ReceiptIn, SealedPackage, Stream
from desktop.models.office import Mode
from desktop.models.people import Household
from desktop.models.store.session import writing
from desktop.services.counting import counts, meetings
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.elections.rolls.views import roll_page
from desktop.services.office.working_days import set_own_days
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.results import decisions, next_vote, scans
from desktop.services.today.board import Board, BoardRow, board
from desktop.services.training.clock import TrainingClock
from desktop.wording import NextWords, cell_word, due_word, left_words, next_words
from tests.offices import commune, drafts
from tests.offices.commune import ANH, BINH, CODE, COMMUNE, DAY, HAMLET, NOBODY, OTHER_HAMLET, TYPED
from tests.offices.opening import open_meeting
from tests.offices.queries import counted_queries


def row_of(workplace: Workplace, hamlet: str = HAMLET) -> BoardRow:
    return next(row for row in board(workplace).rows if row.hamlet_code == hamlet)


def cell(workplace: Workplace, step: str, hamlet: str = HAMLET) -> tuple[str, str]:
    found = next(found for found in row_of(workplace, hamlet).cells if found.step == step)
    return found.mark, cell_word(found.reason, found.value)


def following(workplace: Workplace, hamlet: str = HAMLET) -> NextWords:
    thing = row_of(workplace, hamlet).next
    return next_words(thing.code, thing.facts)


def put(clock: TrainingClock, day: date, hour: int = 9) -> None:
    clock.put(day, hour, 0)


def stocked(workplace: Workplace, code: str) -> None:
    meetings.record_attendance(workplace, code, commune.OPENS, 10)
    meetings.record_stock(workplace, code, [meetings.BoxCount("main", 10, 5, 0, 10)])


def test_without_a_campaign_the_board_says_how_many_hamlets_there_are(office: Workplace) -> None:
    empty = board(office)
    assert (empty.campaign, empty.hamlets, empty.rows) == (None, 2, ())


def test_a_hamlet_without_an_election_stands_on_the_board_and_asks_for_a_day(office: Workplace) -> None:
    commune.listed(office)
    row = row_of(office, OTHER_HAMLET)
    assert row.election is None
    assert {made.mark for made in row.cells} == {"not_yet"}
    assert (row.next.place, row.next.argument) == ("today", ("plan", OTHER_HAMLET))


def test_a_hamlet_without_households_is_sent_to_its_list(office: Workplace) -> None:
    planning.plan_election(office, commune.plan(hamlet=OTHER_HAMLET))
    assert cell(office, "roll", OTHER_HAMLET) == ("attention", "Trống")
    thing = row_of(office, OTHER_HAMLET).next
    assert (thing.place, thing.argument) == ("households", OTHER_HAMLET)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 11, 23), ("not_yet", "")),  # the last day itself
        (date(2024, 11, 24), ("wrong", "Muộn")),
    ],
)
def test_a_candidate_list_is_late_the_day_after_its_deadline(
    office: Workplace, clock: TrainingClock, today: date, expected: tuple[str, str]
) -> None:
    planning.plan_election(office, commune.plan())
    put(clock, today)
    assert cell(office, "candidates") == expected


def test_a_team_that_lacks_people_wants_attention_and_is_late_after_its_deadline(
    office: Workplace, clock: TrainingClock
) -> None:
    code = planning.plan_election(office, commune.plan()).code
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    assert cell(office, "candidates") == ("attention", "Thiếu")
    put(clock, date(2024, 11, 29))
    assert cell(office, "candidates") == ("wrong", "Thiếu")
    appoint(office, code, commune.appointments())
    assert cell(office, "candidates") == ("done", "")
    assert row_of(office).team_head == "Triệu Quý Đôn"


def test_a_candidate_in_the_team_is_wrong(office: Workplace) -> None:
    code = commune.listed(office)
    draft = [*commune.appointments(), Appointment("team_member", "Bà", "Lò Thị Ơn")]
    drafts.draft_officials(office, code, draft)
    assert cell(office, "candidates") == ("wrong", "Trùng")


def test_ballots_that_are_not_printed_on_the_eve_want_attention(
    office: Workplace, clock: TrainingClock
) -> None:
    code = commune.listed(office)
    assert cell(office, "ballots") == ("not_yet", "")
    put(clock, date(2024, 12, 7))
    assert cell(office, "ballots") == ("attention", "Gấp")
    print_ballots(office, code)
    assert cell(office, "ballots") == ("done", "")


@pytest.mark.parametrize(("hour", "expected"), [(8, ("doing", "Hôm nay")), (14, ("wrong", "Muộn"))])
def test_a_meeting_that_has_not_opened_by_noon_is_late(
    office: Workplace, clock: TrainingClock, hour: int, expected: tuple[str, str]
) -> None:
    commune.printed(office)
    assert cell(office, "meeting") == ("not_yet", "")
    put(clock, DAY, hour)
    assert cell(office, "meeting") == expected


def test_an_open_meeting_shows_who_is_there_of_how_many(office: Workplace, clock: TrainingClock) -> None:
    code = commune.meeting(office)
    put(clock, DAY)
    meetings.record_attendance(office, code, commune.OPENS, 10)
    assert cell(office, "meeting") == ("doing", "10 hộ")
    assert following(office).headline == "Đang họp, có 10 trên 12 hộ"
    stocked(office, code)
    assert cell(office, "meeting") == ("done", "")
    assert cell(office, "counting") == ("doing", "Lượt 1")


def test_two_entries_that_differ_are_wrong_with_the_number_of_fields(
    office: Workplace, clock: TrainingClock
) -> None:
    code = commune.meeting(office)
    put(clock, DAY, 11)
    commune.enter(office, code, ANH, TYPED)
    assert cell(office, "counting") == ("doing", "Lượt 2")
    commune.enter(office, code, BINH, TYPED | {"valid": 8, "invalid": 2})
    assert cell(office, "counting") == ("wrong", "Lệch 2")
    thing = row_of(office).next
    assert following(office).headline == "Hai lượt nhập lệch nhau 2 ô"
    assert (thing.place, thing.argument) == ("election", (code, "counting"))


def test_an_agreed_count_lacks_as_many_lines_as_its_findings_want(
    office: Workplace, clock: TrainingClock
) -> None:
    # One ballot of ten never came back (W203).
    code = commune.agreed(office, TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6})
    put(clock, DAY, 11)
    assert cell(office, "counting") == ("attention", "Thiếu 1")
    found = counts.review(office, code).unexplained
    counts.explain(office, code, found[0], "Một hộ mang phiếu về.", "Nông Văn Ếch")
    assert cell(office, "counting") == ("doing", "Chờ chốt")


def test_a_count_without_a_needed_figure_lacks_it(office: Workplace, clock: TrainingClock) -> None:
    commune.agreed(office, {key: value for key, value in TYPED.items() if key != "present"})
    put(clock, DAY, 11)
    assert cell(office, "counting") == ("attention", "Thiếu 1")


def test_minutes_are_printed_then_wait_for_signatures(office: Workplace, clock: TrainingClock) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office)
    assert cell(office, "minutes") == ("doing", "Chờ in")
    print_minutes(office, code)
    assert cell(office, "minutes") == ("attention", "Chờ ký")
    assert following(office).button == "Đính biên bản đã ký"
    decisions.recognise(office, code, "12/QĐ-UBND", date(2024, 12, 9))
    assert (cell(office, "minutes"), cell(office, "recognition")) == (("done", ""), ("done", ""))


def test_a_reopened_count_is_made_anew(office: Workplace, clock: TrainingClock) -> None:
    code = commune.finalised(office)
    put(clock, DAY, 11)
    counts.reopen(office, code)
    assert cell(office, "meeting") == ("done", "")
    assert cell(office, "counting") == ("doing", "Lập lại")
    assert cell(office, "minutes") == ("not_yet", "")


def test_recognition_is_late_after_five_working_days(office: Workplace, clock: TrainingClock) -> None:
    put(clock, DAY, 11)
    commune.finalised(office)
    print_minutes(office, CODE)
    put(clock, date(2024, 12, 13))
    assert cell(office, "recognition") == ("not_yet", "")
    put(clock, date(2024, 12, 14))
    assert cell(office, "recognition") == ("wrong", "Muộn")
    # The office itself was closed on the Tuesday: the fifth working day is the Monday after.
    set_own_days(office, days_off=[date(2024, 12, 10)])
    assert cell(office, "recognition") == ("not_yet", "")


def test_nobody_elected_is_held_again_with_a_candidate_list_of_its_own(
    office: Workplace, clock: TrainingClock
) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office, NOBODY)
    assert cell(office, "recognition") == ("attention", "Bầu lại")
    decisions.order_again(office, code, "13/QĐ-UBND", date(2024, 12, 9), "Chưa ai quá nửa số hộ.")
    assert following(office).button == "Mở vòng sau"
    next_vote.begin_round(office, code)
    put(clock, date(2024, 12, 12))
    assert cell(office, "candidates") == ("doing", "Vòng 2")
    assert cell(office, "counting") == ("not_yet", "")


def test_under_the_joint_resolution_holding_again_is_late_after_fifteen_days(
    office: Workplace, clock: TrainingClock
) -> None:
    day = date(2022, 6, 5)
    changes = {"held_on": day, "term_from": day, "term_to": date(2024, 12, 5)}
    put(clock, day, 11)
    code = commune.finalised(office, NOBODY, **changes)
    decisions.order_again(office, code, "13/QĐ-UBND", day, "Chưa ai quá nửa số hộ.")
    put(clock, date(2022, 6, 20))
    assert cell(office, "recognition") == ("attention", "Bầu lại")
    put(clock, date(2022, 6, 21))
    assert cell(office, "recognition") == ("wrong", "Muộn")


def sealed(workplace: Workplace, at: datetime, sequence: int, answer: Intake | None) -> None:
    with writing(workplace.database) as session:
        package = SealedPackage(
            issuer="a" * 64,
            recipient="198",
            stream=Stream.GOVERNMENT,
            mode=Mode.TRAINING,
            campaign="2024",
            sequence=sequence,
            digest=f"{sequence:064d}",
            content=b"sealed",
            file_name="06859-cq-0001.goi",
            code="K7M2-4QX9",
            sealed_at=at,
        )
        session.add(package)
        if answer is not None:
            session.add(ReceiptIn(package=package, outcome=answer, received_at=at, content=b"receipt"))


def test_a_package_waits_then_arrives_and_a_decision_after_it_is_sent_too(
    office: Workplace, clock: TrainingClock
) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office)
    assert cell(office, "sending") == ("not_yet", "")
    sealed(office, clock(), 1, None)
    assert cell(office, "sending") == ("doing", "Chờ")
    put(clock, date(2024, 12, 10))
    assert cell(office, "sending") == ("attention", "Chờ")
    sealed(office, clock(), 2, Intake.ACCEPTED)
    assert cell(office, "sending") == ("done", "")
    decisions.recognise(office, code, "12/QĐ-UBND", date(2024, 12, 10))
    assert cell(office, "sending") == ("attention", "Gửi bù")
    sealed(office, clock(), 3, Intake.REFUSED)
    assert cell(office, "sending") == ("wrong", "Từ chối")


def test_a_package_sealed_before_a_count_does_not_carry_it(office: Workplace, clock: TrainingClock) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office)
    sealed(office, clock(), 1, Intake.ACCEPTED)
    assert cell(office, "sending") == ("done", "")
    put(clock, DAY, 12)
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, commune.agree(office, code))
    assert cell(office, "sending") == ("not_yet", ""), "the new revision has not been sent"
    assert {total.key: total.done for total in board(office).totals}["sent"] == 0
    sealed(office, clock(), 2, None)
    assert cell(office, "sending") == ("doing", "Chờ")


def is_begun_work_first(row: BoardRow) -> bool:
    """Tell whether the next thing is no work that is not begun while other work is; a package only waits."""
    kinds = {made.step: made.mark for made in row.cells if made.step not in ("congress", "sending")}
    begun = {"wrong", "attention", "doing"} & set(kinds.values())
    return kinds.get(row.next.step) != "not_yet" or not begun


def test_whatever_was_done_last_begun_work_comes_before_work_not_begun(
    office: Workplace, clock: TrainingClock
) -> None:
    def at(day: date, hour: int = 9) -> None:
        put(clock, day, hour)
        assert is_begun_work_first(row_of(office)), (day, hour, row_of(office))

    eve, after, late = date(2024, 12, 7), date(2024, 12, 9), date(2024, 12, 23)
    code = planning.plan_election(office, commune.plan()).code
    at(date(2024, 11, 18))
    list_candidates(office, code, [Nomination("Lò Thị Ơn"), Nomination("Giàng A Chớ")])
    at(date(2024, 11, 20))
    at(eve)
    appoint(office, code, commune.appointments())
    at(eve)
    print_ballots(office, code)
    at(eve)
    at(DAY)
    open_meeting(office, code, commune.OPENS)
    at(DAY)
    stocked(office, code)
    at(DAY)
    commune.enter(office, code, ANH, NOBODY)
    at(DAY, 11)
    commune.enter(office, code, BINH, NOBODY)
    at(DAY, 11)
    counts.finalise(office, code)
    at(DAY, 12)
    sealed(office, clock(), 1, None)
    at(DAY, 12)
    print_minutes(office, code)
    at(after)
    at(late)
    decisions.order_again(office, code, "13/QĐ-UBND", after, "Chưa ai quá nửa số hộ.")
    at(late)
    next_vote.begin_round(office, code)
    at(late)


def test_a_package_that_waits_keeps_nobody_from_the_step_before_it(
    office: Workplace, clock: TrainingClock
) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office)
    print_minutes(office, code)
    scans.attach_signed_minutes(office, code, "bien-ban.pdf", b"%PDF-1.4 signed")
    sealed(office, clock(), 1, None)
    assert (cell(office, "recognition"), cell(office, "sending")) == (("not_yet", ""), ("doing", "Chờ"))
    assert row_of(office).next.step == "recognition"


def test_totals_count_hamlets_of_those_that_take_part(office: Workplace, clock: TrainingClock) -> None:
    put(clock, DAY, 11)
    code = commune.finalised(office)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    totals = {total.key: (total.done, total.base) for total in board(office).totals}
    assert totals == {"held": (1, 1), "counted": (1, 1), "signed": (1, 1), "sent": (0, 1)}


def test_late_rows_stand_first(office: Workplace, clock: TrainingClock) -> None:
    commune.finalised(office)
    commune.store(office, [commune.row("Đào Văn Khe")], OTHER_HAMLET)
    planning.plan_election(office, commune.plan(hamlet=OTHER_HAMLET))
    put(clock, DAY, 11)
    assert [row.hamlet_code for row in board(office).rows] == [OTHER_HAMLET, HAMLET]


def test_a_hamlet_that_elects_on_a_day_of_its_own_counts_the_households_of_that_day(
    office: Workplace,
) -> None:
    planning.plan_election(office, commune.plan())
    later = DAY + timedelta(days=7)
    commune.store(office, [commune.row(f"Đào Văn {name}") for name in ("Khe", "Páo", "Sử")], OTHER_HAMLET)
    with writing(office.database) as session:
        gone, *newcomers = session.scalars(select(Household).order_by(Household.id.desc()).limit(3))
        gone.ends_on = later - timedelta(days=1)
        for household in newcomers:
            household.starts_on = later
    code = planning.plan_election(office, commune.plan(hamlet=OTHER_HAMLET, held_on=later)).code
    assert roll_page(office, code).total == row_of(office, OTHER_HAMLET).electorate == 2


def test_a_step_cites_its_clause_with_who_checked_it(office: Workplace) -> None:
    commune.listed(office)
    law = row_of(office).laws["counting"]
    assert "trên 1/2" in law.explanation
    assert "Điều 21" in law.article
    assert law.checked == "read"


def notes(found: Board) -> list[tuple[date, str, str, str]]:
    return [
        (due.day, due_word(due.task), left_words(due.left, due.facts), due.kind) for due in found.deadlines
    ]


def test_deadlines_of_the_next_twenty_days_name_the_last_working_day(office: Workplace) -> None:
    planning.plan_election(office, commune.plan())
    assert notes(board(office)) == [
        (date(2024, 11, 18), "Quyết định và kế hoạch bầu", "Thôn Lục Ngù, hôm nay", "attention"),
        (
            date(2024, 11, 23),
            "Chốt danh sách ứng cử",
            "Thôn Lục Ngù, còn 5 ngày; thứ Bảy, làm trước 22/11",
            "not_yet",
        ),
        (date(2024, 11, 28), "Lập tổ bầu cử", "Thôn Lục Ngù, còn 10 ngày", "not_yet"),
        (
            date(2024, 12, 1),
            "Niêm yết ở nhà văn hóa",
            "Thôn Lục Ngù, còn 13 ngày; Chủ nhật, làm trước 29/11",
            "not_yet",
        ),
        (date(2024, 12, 6), "Mời họp, niêm yết thông tin họp", "Thôn Lục Ngù, còn 18 ngày", "not_yet"),
        (date(2024, 12, 8), "Ngày bầu cử", "Thôn Lục Ngù, còn 20 ngày", "not_yet"),
    ]


def test_a_missed_deadline_stays_in_red_until_the_step_is_done(
    office: Workplace, clock: TrainingClock
) -> None:
    planning.plan_election(office, commune.plan())
    put(clock, date(2024, 11, 25))
    assert notes(board(office))[0] == (
        date(2024, 11, 23),
        "Chốt danh sách ứng cử",
        "Thôn Lục Ngù, quá hạn 2 ngày",
        "wrong",
    )
    list_candidates(office, CODE, [Nomination("Lò Thị Ơn")])
    assert "candidates_before" not in {due.key for due in board(office).deadlines}


def test_many_hamlets_take_no_more_queries_than_few(
    office: Workplace, clock: TrainingClock, many: Callable[[int], None]
) -> None:
    put(clock, DAY, 11)
    many(3)
    with counted_queries(office) as few:
        board(office)
    many(9)
    with counted_queries(office) as more:
        found = board(office)
    assert len(found.rows) == 14
    assert len(more) == len(few)


@pytest.fixture
def many(office: Workplace) -> Callable[[int], None]:
    made = iter(range(3, 99))

    def add(count: int) -> None:
        for _ in range(count):
            number = next(made)
            code = f"06859-T{number:02d}"
            add_unit(office, NewUnit(code, "hamlet", "Thôn", f"Số {number}", parent=COMMUNE))
            listed = [commune.row(f"{name} {number}", sex, birth) for name, sex, birth in commune.HEADS]
            commune.store(office, listed, code)
            names = (f"Lò Thị Ơn {number}", f"Giàng A Chớ {number}")
            commune.agree(office, commune.meeting(office, *names, hamlet=code))

    return add


def test_the_board_reads_no_bytes_of_papers_counts_or_packages(office: Workplace) -> None:
    commune.finalised(office)
    with counted_queries(office) as said:
        board(office)
    assert not any(".content" in statement for statement in said)
