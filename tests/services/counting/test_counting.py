from __future__ import annotations

import hashlib
import json
import shutil
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import Problem, RequestRefused, StepRefused, StorageRefused
from desktop.models.counting import Attendance, Count, OutcomeRecord
from desktop.models.elections import Official
from desktop.models.office import Office, Settings
from desktop.models.store.session import reading, writing
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, sealed_document
from desktop.services.counting import counts, entries, meetings
from desktop.services.counting.count_drafts import InvalidReason
from desktop.services.counting.meetings import BoxCount
from desktop.services.counting.proceedings import keep_proceedings
from desktop.services.elections import planning
from desktop.services.elections.ballot_choices import choose_reserve
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.office.backups import BackupView
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.minutes_views import blank_minutes, print_minutes
from desktop.services.results import decisions
from tests.offices.commune import (
    ANH,
    DAY,
    NOBODY,
    OPENS,
    PINS,
    TYPED,
    agree,
    agreed,
    appointments,
    enter,
    finalised,
    listed,
    meeting,
    plan,
    row,
    store,
    traces,
)
from tests.offices.drafts import draft_officials
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line

NOT_RETURNED = TYPED | {"returned": 9, "valid": 8, "candidates[1].votes": 6}
W203 = Problem("W203", ("issued", "returned"))


def kept(office: Workplace) -> list[bytes]:
    with reading(office.database) as session:
        return list(session.scalars(select(Count.content).order_by(Count.id)))


def minutes_of(office: Workplace, code: str) -> str:
    return one_line(print_minutes(office, code).content)


def test_the_finalised_bytes_are_made_once_and_say_what_the_rules_say(office: Workplace) -> None:
    code = finalised(office)
    (content,) = kept(office)
    record = json.loads(content)
    assert record["facts"]["electorate"] == 12
    assert record["facts"]["printed"] == 15
    assert record["outcome"] == sealed_document(decide(read_facts(record["facts"], office.statutes)))
    assert record["outcome"]["shares"][1] == {
        "name": "Lò Thị Ơn",
        "numerator": 7,
        "denominator": 12,
        "percent": "58,33",
    }
    printed = print_minutes(office, code)
    assert hashlib.sha256(content).hexdigest()[:4] in one_line(printed.content)
    assert printed_papers(office, code)[-1] == printed
    assert kept(office) == [content]
    with reading(office.database) as session:
        outcome = session.scalars(select(OutcomeRecord)).one()
        assert (outcome.outcome, outcome.elected, outcome.final) == ("elected", ["Lò Thị Ơn"], True)


def test_votes_over_half_of_those_present_but_not_of_the_households_elect_nobody(office: Workplace) -> None:
    code = agreed(office, TYPED | {"candidates[1].votes": 6, "candidates[0].votes": 3})
    found = counts.review(office, code)
    assert (found.outcome, found.elected) == ("held_again", ())
    view = counts.finalise(office, code)
    assert (view.outcome, view.next) == ("held_again", "hold_again")
    assert "không có người nào đủ điều kiện trúng cử" in minutes_of(office, code)


def test_a_problem_must_be_corrected_or_explained_in_a_signed_line_that_is_printed(office: Workplace) -> None:
    code = agreed(office, NOT_RETURNED)
    assert counts.review(office, code).unexplained == (W203,)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        counts.finalise(office, code)
    assert (caught.value.code, caught.value.where) == ("count.unexplained", "W203")
    assert traces(office) == before
    counts.explain(office, code, W203, "một người mang phiếu về", "Triệu Quý")
    counts.explain(office, code, W203, "  một cụ già mang phiếu về nhà ", "Nông Văn Ếch")
    assert counts.review(office, code).unexplained == ()
    counts.finalise(office, code)
    text = minutes_of(office, code)
    assert "một cụ già mang phiếu về nhà" in text
    # Explained again, the new line stands.
    assert "một người mang phiếu về" not in text
    (record,) = (json.loads(content) for content in kept(office))
    assert [(line["code"], line["by"]) for line in record["explanations"]] == [("W203", "Nông Văn Ếch")]


def test_an_error_can_be_explained_when_the_paper_really_says_so(office: Workplace) -> None:
    code = agreed(office, TYPED | {"valid": 8, "candidates[0].votes": 1})
    (problem,) = counts.review(office, code).unexplained
    assert problem.code == "E201"
    counts.explain(office, code, problem, "một phiếu rơi khỏi bàn kiểm", "Nông Văn Ếch")
    counts.finalise(office, code)
    assert json.loads(kept(office)[0])["outcome"]["final"] is False
    assert "một phiếu rơi khỏi bàn kiểm" in minutes_of(office, code)


def test_changing_a_figure_withdraws_its_explanation(office: Workplace) -> None:
    code = agreed(office, NOT_RETURNED)
    counts.explain(office, code, W203, "mang về nhà", "Nông Văn Ếch")
    agree(office, code, NOT_RETURNED | {"returned": 8, "valid": 7, "candidates[1].votes": 5})
    assert counts.review(office, code).unexplained == (W203,)


def test_changing_another_figure_leaves_an_explanation_as_it_was(office: Workplace) -> None:
    code = agreed(office, NOT_RETURNED)
    counts.explain(office, code, W203, "mang về nhà", "Nông Văn Ếch")
    agree(office, code, NOT_RETURNED | {"candidates[0].votes": 1, "candidates[1].votes": 7})
    assert counts.review(office, code).unexplained == ()


@pytest.mark.parametrize(
    ("problem", "text", "by", "code"),
    [
        (W203, " ", "Nông Văn Ếch", "explanation.empty"),
        (W203, "mang về", "", "explanation.empty"),
        (Problem("E201", ("valid",)), "mang về", "Nông Văn Ếch", "explanation.none"),
    ],
)
def test_an_explanation_needs_words_a_name_and_something_to_explain(
    office: Workplace, problem: Problem, text: str, by: str, code: str
) -> None:
    election = agreed(office, NOT_RETURNED)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        counts.explain(office, election, problem, text, by)
    assert caught.value.code == code
    assert traces(office) == before


@pytest.mark.parametrize(
    "reasons",
    [
        [InvalidReason("bỏ trắng", 2)],
        [InvalidReason("bỏ trắng", 2), InvalidReason("gạch hết", -1)],
        [InvalidReason(" ", 1)],
        [InvalidReason("bỏ trắng", 0)],
    ],
)
def test_reasons_must_sum_to_the_invalid_ballots(office: Workplace, reasons: list[InvalidReason]) -> None:
    code = agreed(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        counts.finalise(office, code, invalid_reasons=reasons)
    assert caught.value.code == "count.invalid_reasons"
    assert traces(office) == before
    counts.finalise(office, code, invalid_reasons=[InvalidReason("bỏ trắng", 1)])
    assert "bỏ trắng (01 phiếu)" in minutes_of(office, code)


def test_a_count_without_the_number_present_cannot_be_decided(office: Workplace) -> None:
    code = agreed(office, {field: value for field, value in TYPED.items() if field != "present"})
    with pytest.raises(Exception, match="present") as caught:
        counts.finalise(office, code)
    assert caught.value.where == "present"  # type: ignore[attr-defined]  # any refusal has it
    agree(office, code)
    assert counts.review(office, code).problems == ()


def test_too_few_present_is_no_quorum_whatever_the_votes(office: Workplace) -> None:
    few = dict.fromkeys(TYPED, 0) | {"present": 6, "issued": 6, "returned": 6, "unused": 9, "valid": 6}
    code = agreed(office, few | {"candidates[1].votes": 6})
    found = counts.review(office, code)
    assert (found.outcome, found.elected) == ("no_quorum", ())
    for problem in found.unexplained:
        counts.explain(office, code, problem, "trời mưa to", "Nông Văn Ếch")
    counts.finalise(office, code)
    assert minutes_of(office, code)


def test_one_persons_entry_is_said_on_the_minutes(office: Workplace) -> None:
    code = meeting(office)
    entries.enter_alone(office, code, ANH, PINS[ANH], TYPED)
    counts.finalise(office, code)
    assert json.loads(kept(office)[0])["single_operator"] is True
    assert "một người nhập" in minutes_of(office, code).casefold()


def test_a_reopened_count_is_entered_anew_and_its_minutes_replace_the_earlier_ones(office: Workplace) -> None:
    code = finalised(office)
    first = print_minutes(office, code)
    counts.reopen(office, code)
    with pytest.raises(StepRefused):
        counts.review(office, code)
    agree(office, code, TYPED | {"candidates[0].votes": 1, "candidates[1].votes": 8})
    for empty in (None, "", "  "):
        with pytest.raises(RequestRefused) as caught:
            counts.finalise(office, code, reason=empty)
        assert caught.value.code == "count.reason"
    view = counts.finalise(office, code, reason="đọc nhầm một phiếu")
    assert (view.revision, view.elected) == (2, ("Lò Thị Ơn",))
    before, after = kept(office)
    assert json.loads(after)["replaces"] == hashlib.sha256(before).hexdigest()
    text = minutes_of(office, code)
    assert "thay thế" in text.casefold()
    assert "đọc nhầm một phiếu" in text
    assert printed_papers(office, code)[1] == first


def test_minutes_of_a_reopened_count_still_print_what_was_finalised(office: Workplace) -> None:
    code = meeting(office)
    meetings.record_stock(office, code, [BoxCount("main", 10, 4, 1, 10)])
    agree(office, code)
    counts.finalise(office, code)
    said = "còn lại không dùng: 04; đổi do hỏng: 01"
    assert said in minutes_of(office, code)
    counts.reopen(office, code)
    meetings.record_stock(office, code, [BoxCount("main", 10, 5, 0, 10)])
    assert said in minutes_of(office, code)


def test_a_result_that_was_decided_upon_is_not_reopened(office: Workplace) -> None:
    code = finalised(office)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    with pytest.raises(StepRefused):
        counts.reopen(office, code)


def test_boxes_that_do_not_make_the_total_are_named(office: Workplace) -> None:
    code = meeting(office)
    meetings.record_stock(office, code, [BoxCount("main", 8, 4, 1, 7), BoxCount("mobile", 2, 0, 0, 2)])
    agree(office, code)
    (problem,) = counts.review(office, code).unexplained
    assert (problem.code, problem.fields) == ("E203", ("returned", "stock.collected"))
    counts.explain(office, code, problem, "đếm thiếu một phiếu", "Nông Văn Ếch")
    meetings.record_stock(office, code, [BoxCount("main", 8, 4, 1, 6)])
    assert counts.review(office, code).unexplained == (problem,)
    meetings.record_stock(office, code, [BoxCount("main", 8, 4, 1, 8)])
    counts.finalise(office, code)
    assert [box["box"] for box in json.loads(kept(office)[0])["stock"]] == ["main", "mobile"]
    with pytest.raises(StepRefused):
        meetings.record_stock(office, code, [BoxCount("main", 8, 4, 1, 6)])


def test_attendance_counted_again_at_the_same_moment_replaces_the_figure(office: Workplace) -> None:
    code = meeting(office)
    for present in (7, 8):
        meetings.record_attendance(office, code, OPENS, present)
    for wrong in (-1, True):
        with pytest.raises(RequestRefused) as caught:
            meetings.record_attendance(office, code, OPENS, wrong)
        assert caught.value.where == "present"
    with pytest.raises(RequestRefused) as caught:
        meetings.record_stock(office, code, [BoxCount("main", issued=-1)])
    assert caught.value.where == "issued"
    with reading(office.database) as session:
        assert [line.present for line in session.scalars(select(Attendance))] == [8]


def test_a_candidate_in_the_counting_committee_is_e502_and_a_witness_is_not(office: Workplace) -> None:
    code = agreed(office)
    extra = Appointment("team_member", "Bà", "lò thị  ơn")
    appoint(office, code, appointments(extra))
    assert [p.code for p in counts.review(office, code).unexplained] == ["E502"]
    appoint(office, code, appointments())
    assert counts.review(office, code).unexplained == ()


def test_a_candidate_with_a_namesake_is_found_in_the_committee_too(office: Workplace) -> None:
    store(office, [row("Giàng A Chớ", birth="1975-05-05")])
    code = planning.plan_election(office, plan()).code
    both = [Nomination("Giàng A Chớ", "1980"), Nomination("Giàng A Chớ", "1975-05-05")]
    list_candidates(office, code, both)
    extra = Appointment("counting_member", "Ông", "Giàng A Chớ")
    appoint(office, code, appointments(extra))
    choose_reserve(office, code, 2)
    print_ballots(office, code)
    open_meeting(office, code, OPENS)
    agree(office, code)
    found = counts.review(office, code)
    assert found.elected == ("Giàng A Chớ (1980)",)
    (problem,) = found.unexplained
    counts.explain(office, code, problem, "trùng tên", "Nông Văn Ếch")
    counts.finalise(office, code)
    assert "Giàng A Chớ (1980)" in minutes_of(office, code)
    assert decisions.recognise(office, code, "12/QĐ-UBND", DAY).state == "recognised"
    with reading(office.database) as session:
        assert session.scalars(select(Official)).first() is not None


def test_an_agree_ballot_counts_for_and_against(office: Workplace) -> None:
    code = meeting(office, "Lò Thị Ơn", ballot="agree")
    totals = {field: value for field, value in TYPED.items() if "[" not in field}
    agree(office, code, totals | {"candidates[0].votes": 8, "candidates[0].against": 2})
    assert [p.code for p in counts.review(office, code).unexplained] == ["E302"]
    agree(office, code, totals | {"candidates[0].votes": 8, "candidates[0].against": 1})
    assert counts.finalise(office, code).elected == ("Lò Thị Ơn",)
    assert "08" in minutes_of(office, code) or "8" in minutes_of(office, code)


def test_a_show_of_hands_has_no_ballots_from_roll_to_minutes(office: Workplace) -> None:
    code = meeting(office, "Lò Thị Ơn", ballot="hands")
    draft_officials(office, code, appointments(Appointment("meeting_secretary", "Bà", "Lý Thị Ử")))
    with pytest.raises(RequestRefused) as caught:
        enter(office, code, ANH, {"present": 10, "valid": 10})
    assert caught.value.where == "valid"
    counted = {"candidates[0].votes": 8, "candidates[0].against": 1, "candidates[0].abstain": 1}
    agree(office, code, {"present": 10} | counted)
    assert counts.finalise(office, code).elected == ("Lò Thị Ơn",)
    keep_proceedings(office, code, closing=time(11, 15), form_approval=10)
    text = minutes_of(office, code)
    assert "biểu quyết giơ tay" in text
    assert "Số phiếu phát ra" not in text
    assert [paper.form for paper in printed_papers(office, code)] == ["meeting-minutes"]


def test_after_every_finalised_count_a_backup_lies_in_the_second_folder(
    office: Workplace, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    with writing(office.database) as session:
        session.scalars(select(Office)).one().settings = Settings(reserve=3, backup_folder=str(stick))
    code = agreed(office)
    view = counts.finalise(office, code)
    assert isinstance(view.backup, BackupView)
    assert view.backup.path.parent == stick
    assert view.backup.path.name.startswith("06859-2024-")
    counts.reopen(office, code)
    shutil.rmtree(stick)
    agree(office, code, NOBODY)
    # The stick is gone: the count stands, and the clerk is told.
    again = counts.finalise(office, code, reason="đọc nhầm")
    assert isinstance(again.backup, StorageRefused)
    assert again.backup.code == "storage.no_folder"
    assert len(kept(office)) == 2


def test_blank_minutes_know_the_electorate_once_the_roll_is_frozen(office: Workplace) -> None:
    code = listed(office)
    assert "12 (mười hai)" not in one_line(blank_minutes(office, code))
    print_ballots(office, code)
    assert "12 (mười hai) đại diện" in one_line(blank_minutes(office, code))


def test_the_form_that_minutes_follow_comes_from_the_statute(office: Workplace) -> None:
    code = listed(office)
    assert "Mẫu tham khảo theo Mẫu số 02, Nghị định số 59/2023/NĐ-CP" in one_line(blank_minutes(office, code))
    day = DAY.replace(year=2022)
    old = finalised(office, hamlet="06859-T01", held_on=day, term_from=day, campaign="2022")
    for text in (one_line(blank_minutes(office, old)), minutes_of(office, old)):
        assert "Mẫu tham khảo" in text
        assert "Nghị định" not in text


def test_minutes_need_a_committee_and_two_witnesses(office: Workplace) -> None:
    code = meeting(office)
    agree(office, code)
    with writing(office.database) as session:
        for official in session.scalars(select(Official).where(Official.role == "witness")):
            session.delete(official)
    counts.finalise(office, code)
    with pytest.raises(RequestRefused) as caught:
        print_minutes(office, code)
    assert caught.value.code == "officials.witnesses"


def test_minutes_before_any_count_are_refused_with_the_election(office: Workplace) -> None:
    code = agreed(office)
    with pytest.raises(RequestRefused) as caught:
        print_minutes(office, code)
    assert (caught.value.code, caught.value.where) == ("count.none", code)
