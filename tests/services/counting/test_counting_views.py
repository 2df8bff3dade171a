"""What the counting step shows, and what it never shows."""

from __future__ import annotations

from desktop.services.counting import counts
from desktop.services.counting.counting_views import CountingView, counting_view
from desktop.services.office.workplace import Workplace
from tests.offices.commune import ANH, BINH, CODE, NOBODY, TYPED, agreed, enter, finalised, listed, meeting

WRONG = TYPED | {"candidates[0].votes": 3}


def view(office: Workplace, code: str) -> CountingView:
    found = counting_view(office, code)
    assert found is not None
    return found


def test_there_is_nothing_to_count_before_the_ballots_are_printed(office: Workplace) -> None:
    assert counting_view(office, listed(office)) is None


def test_the_form_names_what_is_known_without_typing(office: Workplace) -> None:
    shown = view(office, meeting(office))
    assert (shown.electorate, shown.printed, shown.fields) == (12, 15, tuple(TYPED))
    assert shown.candidates == ("Ông Giàng A Chớ", "Bà Lò Thị Ơn")


def test_the_first_entry_is_named_and_its_figures_are_not_shown(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    shown = view(office, code)
    assert [(made.number, made.operator.name) for made in shown.entries] == [(1, "Người nhập Anh")]
    assert (shown.figures, shown.outcome, shown.findings) == ((), None, ())


def test_differing_entries_stand_side_by_side_without_an_outcome(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, WRONG)
    shown = view(office, code)
    assert shown.differing == ("candidates[0].votes",)
    assert [dict(figures) for figures in shown.figures] == [TYPED, WRONG]
    assert (shown.outcome, shown.swapped) == (None, False)
    assert [(found.problem.code, found.entries) for found in shown.findings] == [("E303", (2,))]


def test_what_differing_entries_show_is_errors_first_and_neither_notices_nor_the_outcome(
    office: Workplace,
) -> None:
    code = meeting(office)
    # Six of twelve came: no quorum (W204); nobody voted for the first (N206); a ballot stayed out (W203).
    few = {"present": 6, "issued": 6, "unused": 9, "returned": 5, "valid": 5, "invalid": 0}
    few |= {"candidates[0].votes": 0, "candidates[1].votes": 5}
    enter(office, code, ANH, few)
    enter(office, code, BINH, few | {"invalid": 1})
    assert [(found.problem.code, found.entries) for found in view(office, code).findings] == [
        ("E201", (2,)),
        ("W203", (1, 2)),
    ]


def test_votes_that_look_swapped_are_said(office: Workplace) -> None:
    code = meeting(office)
    enter(office, code, ANH, TYPED)
    enter(office, code, BINH, TYPED | {"candidates[0].votes": 7, "candidates[1].votes": 2})
    assert view(office, code).swapped


def test_an_agreed_count_shows_its_outcome_with_base_threshold_and_clause(office: Workplace) -> None:
    outcome = view(office, agreed(office)).outcome
    assert outcome is not None
    assert (outcome.outcome, outcome.elected, outcome.next) == ("elected", ("Lò Thị Ơn",), "recognition")
    assert (outcome.base, outcome.base_kind, outcome.needed) == (12, "households", 7)
    assert [(s.name, s.votes, s.elected) for s in outcome.shares] == [
        ("Ông Giàng A Chớ", 2, False),
        ("Bà Lò Thị Ơn", 7, True),
    ]
    assert (outcome.clause.key, outcome.clause.checked) == ("elected", "read")


def test_nobody_elected_is_held_again_and_says_by_which_clause(office: Workplace) -> None:
    outcome = view(office, agreed(office, NOBODY)).outcome
    assert outcome is not None
    assert (outcome.outcome, outcome.elected, outcome.next) == ("held_again", (), "hold_again")
    assert outcome.next_clause is not None
    assert (outcome.next_clause.key, outcome.hold_again_by) == ("held_again", None)


def test_too_few_present_shows_their_threshold_and_shares_of_the_same_outcome(office: Workplace) -> None:
    few = dict.fromkeys(TYPED, 0) | {"present": 6, "issued": 6, "returned": 6, "unused": 9, "valid": 6}
    code = agreed(office, few | {"candidates[1].votes": 6})
    before = view(office, code).outcome
    assert before is not None
    assert (before.outcome, before.clause.key, before.next) == ("no_quorum", "quorum", "hold_again")
    assert (before.present, before.base, before.needed) == (6, 12, 7)
    assert [(s.votes, s.base, s.percent, s.elected) for s in before.shares] == [
        (0, 12, "0,00", False),
        (6, 12, "50,00", False),
    ]
    for problem in counts.review(office, code).unexplained:
        counts.explain(office, code, problem, "trời mưa to", "Nông Văn Ếch")
    counts.finalise(office, code)
    assert view(office, code).outcome == before


def test_findings_carry_the_line_that_explains_them(office: Workplace) -> None:
    code = agreed(office, TYPED | {"issued": 10, "returned": 9, "valid": 8, "candidates[1].votes": 6})
    [finding] = [found for found in view(office, code).findings if found.problem.code == "W203"]
    assert finding.explanation is None
    counts.explain(office, code, finding.problem, "một hộ mang phiếu về", "Nông Văn Ếch")
    [finding] = [found for found in view(office, code).findings if found.problem.code == "W203"]
    assert (finding.explanation, finding.by) == ("một hộ mang phiếu về", "Nông Văn Ếch")


def test_a_figure_without_which_nothing_is_decided_is_named(office: Workplace) -> None:
    code = agreed(office, TYPED | {"present": None})
    shown = view(office, code)
    assert (shown.outcome, shown.missing) == (None, "present")


def test_a_finalised_count_is_shown_from_its_own_bytes(office: Workplace) -> None:
    code = finalised(office)
    shown = view(office, code)
    assert shown.made is not None
    assert (shown.made.revision, shown.made.single_operator, shown.code) == (1, False, CODE)
    assert shown.outcome is not None
    assert shown.outcome.elected == ("Lò Thị Ơn",)
    counts.reopen(office, code, "đếm lại")
    shown = view(office, code)
    assert (shown.revision, shown.made, shown.outcome, shown.reopened_because) == (2, None, None, "đếm lại")
