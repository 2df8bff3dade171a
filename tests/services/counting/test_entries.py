from __future__ import annotations

import dataclasses

import pytest
from argon2 import extract_parameters
from sqlalchemy import select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.audit import AuditEntry
from desktop.models.counting import Entry, Operator
from desktop.models.office import Mode
from desktop.models.store.at_rest import OFFICIAL_FLOOR
from desktop.models.store.session import reading, writing
from desktop.services.counting import counts, entries
from desktop.services.counting.counting_views import counting_view
from desktop.services.office.operators import register_operator
from desktop.services.office.workplace import Workplace, own_office
from tests.offices.commune import ANH, BINH, OPENS, PINS, TYPED, agreed, enter, meeting, printed, traces
from tests.offices.opening import open_meeting

WRONG = TYPED | {"candidates[0].votes": 3}


def third(office: Workplace) -> int:
    return register_operator(office, "Người nhập Cúc", "9753")


def test_a_pin_of_an_official_office_is_as_dear_to_guess_as_its_passphrase(office: Workplace) -> None:
    with writing(office.database) as session:
        own_office(session).mode = Mode.OFFICIAL
    key = third(office)
    with reading(office.database) as session:
        kept = extract_parameters(session.get_one(Operator, key).pin_hash)
    assert kept.memory_cost >= OFFICIAL_FLOOR.memory_kib
    assert kept.time_cost >= OFFICIAL_FLOOR.passes


def test_two_operators_who_type_the_same_agree(office: Workplace) -> None:
    code = meeting(office)
    first = enter(office, code, ANH, TYPED)
    assert (first.state, first.differing) == ("counted_once", ())
    second = enter(office, code, BINH, TYPED)
    assert (second.state, second.differing) == ("agreed", ())


def test_the_second_operator_learns_only_which_fields_differ(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    view = enter(office, code, BINH, WRONG | {"invalid": 2})
    assert view == entries.EntryView("different", ("invalid", "candidates[0].votes"))
    # Nothing that comes back could hold a figure.
    assert {field.name for field in dataclasses.fields(view)} == {"state", "differing"}


def test_a_figure_that_one_left_empty_differs(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    left_out = {field: value for field, value in TYPED.items() if field != "invalid"}
    assert enter(office, code, BINH, left_out).differing == ("invalid",)
    assert enter(office, code, BINH, TYPED | {"invalid": None}).differing == ("invalid",)


@pytest.mark.parametrize("who", [ANH, BINH])
def test_either_operator_may_correct_what_differs(office: Workplace, who: int) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG)
    assert enter(office, code, who, TYPED if who == BINH else WRONG).state == "agreed"


def test_the_same_operator_cannot_make_both_entries(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        enter(office, code, ANH, TYPED)
    assert (caught.value.code, caught.value.where) == ("entry.same_operator", code)
    assert traces(office) == before


def test_a_third_operator_is_not_let_in(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG)
    other = third(office)
    with pytest.raises(RequestRefused) as caught:
        entries.enter(office, code, other, "9753", TYPED)
    assert caught.value.code == "entry.two"


@pytest.mark.parametrize(("operator", "pin"), [(ANH, PINS[BINH]), (ANH, ""), (77, "1357")])
def test_a_wrong_pin_and_an_unknown_operator_are_refused_alike(
    office: Workplace, operator: int, pin: str
) -> None:
    code = meeting(office)
    before = counting_view(office, code)
    for use in (entries.enter, entries.enter_alone):
        with pytest.raises(RequestRefused) as caught:
            use(office, code, operator, pin, TYPED)
        assert caught.value.code == "operator.unknown"
    assert counting_view(office, code) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("valid", -1),
        ("valid", True),
        ("valid", "9"),
        ("valid", 9.0),
        ("electorate", 12),
        ("candidates[2].votes", 1),
        ("candidates[0].against", 1),
        ("candidates[0].name", 1),
    ],
)
def test_what_the_paper_form_does_not_have_is_refused_by_field(
    office: Workplace, field: str, value: object
) -> None:
    code = meeting(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        enter(office, code, ANH, TYPED | {field: value})
    assert (caught.value.code, caught.value.where) == ("entry.field", field)
    assert traces(office) == before


def test_nothing_is_entered_before_the_meeting_or_after_the_count_is_finalised(office: Workplace) -> None:
    code = printed(office)
    with pytest.raises(StepRefused):
        enter(office, code, ANH, TYPED)
    with pytest.raises(StepRefused):
        entries.enter_alone(office, code, ANH, PINS[ANH], TYPED)
    open_meeting(office, code, OPENS)
    enter(office, code, ANH, TYPED)
    with pytest.raises(StepRefused):
        entries.enter_alone(office, code, BINH, PINS[BINH], TYPED)
    enter(office, code, BINH, TYPED)
    counts.finalise(office, code)
    with pytest.raises(StepRefused):
        enter(office, code, BINH, TYPED)


def test_no_outcome_is_shown_before_two_entries_agree(office: Workplace) -> None:
    code = meeting(office)
    for step in (
        lambda: None,
        lambda: enter(office, code, ANH, TYPED),
        lambda: enter(office, code, BINH, WRONG),
    ):
        step()
        for use in (counts.review, counts.finalise):
            with pytest.raises(StepRefused):
                use(office, code)
    enter(office, code, BINH, TYPED)
    assert counts.review(office, code).elected == ("Lò Thị Ơn",)


def test_an_agreed_count_can_still_be_corrected_and_is_compared_anew(office: Workplace) -> None:
    code = agreed(office, TYPED | {"valid": 8})
    assert [p.code for p in counts.review(office, code).unexplained] == ["E201"]
    assert enter(office, code, BINH, TYPED).differing == ("valid",)
    with pytest.raises(StepRefused):
        counts.review(office, code)
    assert enter(office, code, ANH, TYPED).state == "agreed"
    assert counts.finalise(office, code).elected == ("Lò Thị Ơn",)


def test_one_person_alone_may_correct_too(office: Workplace) -> None:
    code = meeting(office)
    entries.enter_alone(office, code, ANH, PINS[ANH], TYPED | {"valid": 8})
    with pytest.raises(RequestRefused) as caught:
        counts.finalise(office, code)
    assert caught.value.code == "count.unexplained"
    assert enter(office, code, ANH, TYPED).state == "agreed"
    assert counts.finalise(office, code).outcome == "elected"


def test_one_person_alone_may_make_the_next_revision_too(office: Workplace) -> None:
    code = meeting(office)
    for revision in (1, 2):
        entry = entries.enter_alone(office, code, ANH, PINS[ANH], TYPED)
        assert (entry.state, entry.differing) == ("agreed", ())
        assert counts.finalise(office, code, reason="nhập lại").revision == revision
        shown = counting_view(office, code)
        assert shown is not None
        assert shown.made is not None
        assert shown.made.single_operator
        assert [made.number for made in shown.entries] == [1]
        counts.reopen(office, code, "nhập lại")


def test_the_audit_log_names_the_operator_by_key_and_the_fields_without_figures(office: Workplace) -> None:
    agreed(office)
    with reading(office.database) as session:
        lines = session.scalars(select(AuditEntry).where(AuditEntry.action == "count.enter")).all()
        assert [line.actor for line in lines] == ["operator:1", "operator:2"]
        assert all(line.fields == sorted(TYPED) for line in lines)


def test_a_pin_has_four_signs_and_is_kept_as_a_hash(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        register_operator(office, "Người nhập Cúc", "975")
    assert caught.value.code == "operator.pin"
    key = third(office)
    with reading(office.database) as session:
        kept = session.get_one(Operator, key).pin_hash
    assert kept.startswith("$argon2id$")
    assert "9753" not in kept
    with pytest.raises(RequestRefused) as caught:
        register_operator(office, " Người nhập  Cúc", "1111")
    assert caught.value.code == "operator.exists"


def test_what_was_typed_is_kept_as_it_was_typed(office: Workplace) -> None:
    agreed(office)
    with reading(office.database) as session:
        assert [entry.typed for entry in session.scalars(select(Entry))] == [TYPED, TYPED]
