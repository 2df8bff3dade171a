"""Nothing typed of a count is lost, and nobody sees what somebody else has typed."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.counting import CountDraft, EntryDraft
from desktop.models.store.session import reading
from desktop.services.counting import counts, entry_drafts
from desktop.services.counting.count_drafts import keep_invalid_reason
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import vote_of
from desktop.services.office import operators
from desktop.services.office.workplace import Workplace
from tests.offices.commune import ANH, BINH, PINS, TYPED, agree, agreed, enter, finalised, meeting

WRONG = TYPED | {"candidates[0].votes": 3}


def sit(office: Workplace, code: str, who: int, **more: tuple[str, ...]) -> entry_drafts.OpenEntry:
    return entry_drafts.sit_down(office, code, who, PINS[who], **more)


def drafts(office: Workplace) -> int:
    with reading(office.database) as session:
        return sum(session.scalar(select(func.count()).select_from(t)) or 0 for t in (EntryDraft, CountDraft))


def test_operators_are_listed_in_vietnamese_order(office: Workplace) -> None:
    assert [one.name for one in operators.operators(office)] == ["Người nhập Anh", "Người nhập Bình"]


def test_what_was_typed_is_there_when_the_operator_comes_back(office: Workplace) -> None:
    code = meeting(office)
    entry = sit(office, code, ANH)
    assert (entry.task, entry.fields, dict(entry.typed)) == ("first", tuple(TYPED), {})
    assert (entry.operator.id, entry.operator.name) == (ANH, "Người nhập Anh")
    entry_drafts.keep_draft(office, code, ANH, {"present": 10})
    assert dict(sit(office, code, ANH).typed) == {"present": 10}
    entry_drafts.keep_draft(office, code, ANH, {"issued": 9})
    assert dict(sit(office, code, ANH).typed) == {"present": 10, "issued": 9}


def test_another_operator_finds_a_blank_form(office: Workplace) -> None:
    code = meeting(office)
    entry_drafts.keep_draft(office, code, ANH, TYPED)
    assert dict(sit(office, code, BINH).typed) == {}
    enter(office, code, ANH, TYPED)
    second = sit(office, code, BINH)
    assert (second.task, dict(second.typed)) == ("second", {})


def test_a_draft_is_gone_once_its_entry_is_made(office: Workplace) -> None:
    code = meeting(office)
    entry_drafts.keep_draft(office, code, ANH, TYPED)
    entry_drafts.keep_draft(office, code, BINH, WRONG)
    enter(office, code, ANH, TYPED)
    assert drafts(office) == 1
    agree_second = enter(office, code, BINH, TYPED)
    assert (agree_second.state, drafts(office)) == ("agreed", 0)


def test_drafts_of_people_who_never_entered_go_with_the_count(office: Workplace) -> None:
    code = agreed(office)
    keep_invalid_reason(office, code, 0, reason="để lại cả hai", count=1)
    assert drafts(office) == 1
    counts.finalise(office, code)
    assert drafts(office) == 0


def test_the_first_operator_is_told_at_the_door_that_the_second_must_be_another(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    with pytest.raises(RequestRefused) as caught:
        sit(office, code, ANH)
    assert caught.value.code == "entry.same_operator"


def test_a_wrong_pin_opens_no_draft(office: Workplace) -> None:
    code = meeting(office)
    entry_drafts.keep_draft(office, code, ANH, TYPED)
    with pytest.raises(RequestRefused) as caught:
        entry_drafts.sit_down(office, code, ANH, PINS[BINH])
    assert caught.value.code == "operator.unknown"


def test_only_the_differing_fields_come_back_to_be_typed(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG | {"invalid": 2})
    entry = sit(office, code, BINH)
    assert (entry.task, entry.fields) == ("correct", ("invalid", "candidates[0].votes"))
    typed = {"invalid": TYPED["invalid"], "candidates[0].votes": TYPED["candidates[0].votes"]}
    assert entry_drafts.correct(office, code, BINH, PINS[BINH], typed).state == "agreed"


def test_a_correction_changes_the_own_entry_and_nothing_but_the_figures_typed(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG | {"invalid": 2})
    corrected = entry_drafts.correct(office, code, BINH, PINS[BINH], {"invalid": TYPED["invalid"]})
    assert (corrected.state, corrected.differing) == ("different", ("candidates[0].votes",))
    shown = counting_view(office, code)
    assert shown is not None
    assert [dict(figures) for figures in shown.figures] == [TYPED, WRONG]


def test_a_correction_that_repeats_the_own_figure_leaves_the_other_to_correct(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG)
    field = "candidates[0].votes"
    assert entry_drafts.correct(office, code, ANH, PINS[ANH], {field: TYPED[field]}).differing == (field,)
    assert entry_drafts.correct(office, code, BINH, PINS[BINH], {field: TYPED[field]}).state == "agreed"


def test_an_agreed_figure_is_corrected_by_field(office: Workplace) -> None:
    code = agreed(office, TYPED | {"valid": 8})
    entry = sit(office, code, ANH, correct=("valid", "invalid", "returned"))
    assert (entry.task, entry.fields) == ("correct", ("returned", "valid", "invalid"))
    assert entry_drafts.correct(office, code, ANH, PINS[ANH], {"valid": 9}).differing == ("valid",)


def test_somebody_who_made_no_entry_corrects_nothing(office: Workplace) -> None:
    code = meeting(office)
    with pytest.raises(RequestRefused) as caught:
        entry_drafts.correct(office, code, ANH, PINS[ANH], {"valid": 9})
    assert caught.value.code == "entry.two"


def test_errors_are_told_once_a_whole_entry_is_typed_and_stop_nothing(office: Workplace) -> None:
    code = meeting(office)
    partly = {field: value for field, value in TYPED.items() if field != "invalid"}
    assert entry_drafts.keep_draft(office, code, ANH, partly | {"valid": 7}) == ()
    found = entry_drafts.keep_draft(office, code, ANH, TYPED | {"valid": 7})
    assert [problem.code for problem in found] == ["E201"]
    assert enter(office, code, ANH, TYPED | {"valid": 7}).state == "counted_once"


def test_a_draft_takes_only_figures_of_the_form(office: Workplace) -> None:
    code = meeting(office)
    for typed in ({"votes": 1}, {"valid": -1}):
        with pytest.raises(RequestRefused) as caught:
            entry_drafts.keep_draft(office, code, ANH, typed)
        assert caught.value.code == "entry.field"


def test_reasons_kept_while_writing_are_in_the_finalised_count(office: Workplace) -> None:
    code = agreed(office)
    keep_invalid_reason(office, code, 1, count=2)
    keep_invalid_reason(office, code, 1, reason="gạch hết tên")
    with pytest.raises(RequestRefused) as caught:
        counts.finalise(office, code)
    assert caught.value.code == "count.invalid_reasons"
    keep_invalid_reason(office, code, 1, reason=" gạch hết  tên")
    keep_invalid_reason(office, code, 1, count=1)
    counts.finalise(office, code)
    with reading(office.database) as session:
        record = record_of(latest_count(session, vote_of(session, code)))
    assert [(reason.reason, reason.count) for reason in record.invalid_reasons] == [("gạch hết tên", 1)]


def test_the_reason_for_reopening_is_kept_until_the_next_revision(office: Workplace) -> None:
    code = finalised(office)
    counts.reopen(office, code, "cộng lại tờ kiểm phiếu")
    agree(office, code)
    counts.finalise(office, code)
    with reading(office.database) as session:
        record = record_of(latest_count(session, vote_of(session, code)))
    assert (record.revision, record.reason) == (2, "cộng lại tờ kiểm phiếu")


def test_nobody_sits_down_before_the_meeting_or_after_the_count(office: Workplace) -> None:
    code = finalised(office)
    with pytest.raises(StepRefused):
        sit(office, code, ANH)
    with pytest.raises(StepRefused):
        keep_invalid_reason(office, code, 0, count=1)
