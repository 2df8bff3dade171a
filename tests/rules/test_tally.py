"""Keys of a count ballot by ballot: what they make, what is refused, and that every key can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.tally import (
    OTHER,
    KeyKind,
    Tally,
    TallyFault,
    TallyForm,
    TallyKey,
    TallyTotals,
    logged_ballots,
    read_keys,
    reasons_that_differ,
)

HEAD = TallyForm("strike", 1, 2, ("not_issued", "too_many", "nobody_chosen", "not_listed", "marked"))
COMMITTEE = TallyForm("strike", 5, 6, ("not_issued", "too_many", "nobody_chosen", "marked"))
ALONE = TallyForm("agree", 1, 1, ("not_issued", "unmarked", "both_boxes", "marked"))
SECRETARY = TallyForm("agree", 1, 1, ("not_issued", "both_boxes", "marked", "several_inks"))
THREE = TallyForm("agree", 3, 3, ("not_issued", "not_listed", "marked", "several_inks"))
TWELVE = TallyForm("strike", 7, 12, ("not_issued", "too_many", "nobody_chosen", "marked"))
FORMS = (HEAD, COMMITTEE, ALONE, SECRETARY, THREE, TWELVE)
END, BACK = TallyKey(KeyKind.END), TallyKey(KeyKind.BACK)
AGREE, AGAINST, BLANK = (TallyKey(kind) for kind in (KeyKind.AGREE, KeyKind.AGAINST, KeyKind.BLANK))


def mark(candidate: int) -> TallyKey:
    return TallyKey(KeyKind.MARK, candidate)


def invalid(reason: str, words: str = "") -> TallyKey:
    return TallyKey(KeyKind.INVALID, reason=reason, words=words)


def any_key(form: TallyForm) -> st.SearchStrategy[TallyKey]:
    marks = [mark(place) for place in range(form.candidates + 1)]
    reasons = [invalid(reason) for reason in (*form.reasons, "so_said_nobody")]
    other = invalid(OTHER, "phiếu rách đôi")
    return st.sampled_from([*marks, AGREE, AGAINST, BLANK, END, BACK, *reasons, other])


@st.composite
def logs(draw: st.DrawFn) -> tuple[TallyForm, list[TallyKey]]:
    """A form, and keys as somebody presses them of whom each key that can't be true is refused."""
    form = draw(st.sampled_from(FORMS))
    tally, pressed = Tally(form), []
    for key in draw(st.lists(any_key(form), max_size=60)):
        if tally.fault(key) is None:
            tally = tally.after(key)
            pressed.append(key)
    return form, pressed


@given(logs())
def test_whatever_is_pressed_the_ballots_add_up(log: tuple[TallyForm, list[TallyKey]]) -> None:
    form, keys = log
    tally = read_keys(form, keys)
    found = tally.totals()
    assert found.read == len(tally.ballots) == found.valid + found.invalid
    assert found.invalid == sum(count for _, _, count in found.reasons)
    for votes, against, blank in zip(found.votes, found.against, found.blank, strict=True):
        assert votes + against + blank <= found.valid
        if form.ballot == "agree":
            assert votes + against + blank == found.valid, "every row of every valid ballot says something"
    assert sum(found.votes) <= form.seats * found.valid
    if form is HEAD:
        assert sum(found.votes) == found.valid, "one mark is one ballot"


@given(logs())
def test_wherever_the_power_fails_what_was_stored_is_a_count(log: tuple[TallyForm, list[TallyKey]]) -> None:
    form, keys = log
    for end in range(len(keys) + 1):
        begun, rest = read_keys(form, keys[:end]), keys[end:]
        for key in rest:
            begun = begun.after(key)
        assert begun == read_keys(form, keys)


@given(logs(), st.data())
def test_taking_back_a_key_leaves_what_was_before_it(
    log: tuple[TallyForm, list[TallyKey]], data: st.DataObject
) -> None:
    form, keys = log
    before = read_keys(form, keys)
    key = data.draw(any_key(form).filter(lambda one: one.kind is not KeyKind.BACK))
    if before.fault(key) is not None:
        return
    back = before.after(key).after(BACK)
    assert back.ballots == before.ballots
    assert back.totals() == before.totals()
    if key.kind is not KeyKind.INVALID and not (
        before.open and len(before.after(key).ballots) > len(before.ballots)
    ):
        assert back == before


@given(logs())
def test_the_log_tells_every_key_once_and_what_stands_are_the_ballots(
    log: tuple[TallyForm, list[TallyKey]],
) -> None:
    form, keys = log
    tally, told = read_keys(form, keys), logged_ballots(form, keys)
    places = sorted(place for line in told for place, _, _ in line.keys)
    assert places == [place for place, key in enumerate(keys, 1) if key.kind is not KeyKind.BACK]
    standing = [line for line in told if line.finished and not line.struck]
    assert [line.number for line in standing] == list(range(1, len(tally.ballots) + 1))
    kept = [tuple(key for _, key, struck in line.keys if not struck) for line in standing]
    assert kept == [ballot.keys for ballot in tally.ballots]


def test_one_name_to_choose_makes_one_key_a_ballot() -> None:
    found = read_keys(HEAD, [mark(0), mark(1), mark(0), invalid("too_many"), mark(0), BACK]).totals()
    assert found == TallyTotals(4, 3, 1, (2, 1), (0, 0), (0, 0), (("too_many", "", 1),))


def test_several_names_end_with_a_key_and_no_more_than_seats() -> None:
    tally = read_keys(COMMITTEE, [mark(place) for place in range(5)])
    assert tally.fault(mark(5)) is TallyFault.OVER_SEATS
    assert tally.fault(mark(4)) is TallyFault.TWICE
    assert tally.fault(mark(6)) is TallyFault.UNKNOWN
    assert tally.totals().read == 0
    # The ballot has a name too many: its marks count for nobody.
    found = tally.after(invalid("too_many")).totals()
    assert (found.read, found.votes) == (1, (0,) * 6)
    assert tally.after(END).totals().votes == (1, 1, 1, 1, 1, 0)


def test_an_empty_ballot_of_a_list_with_a_surplus_chose_nobody() -> None:
    assert Tally(COMMITTEE).fault(END) is TallyFault.NOBODY
    assert Tally(replace(COMMITTEE, reasons=())).fault(END) is None


def test_nothing_can_be_taken_back_before_the_first_key() -> None:
    assert Tally(HEAD).fault(BACK) is TallyFault.EMPTY


@pytest.mark.parametrize(
    ("form", "blank"),
    [(ALONE, TallyFault.NOBODY), (SECRETARY, None), (THREE, None)],
    ids=["listed as invalid", "no text says it", "one row of several"],
)
def test_a_row_without_a_vote_is_valid_where_the_statute_lets_it_be(
    form: TallyForm, blank: TallyFault | None
) -> None:
    assert Tally(form).fault(BLANK) is blank


def test_a_ballot_of_several_rows_ends_by_itself() -> None:
    tally = read_keys(THREE, [AGREE, AGAINST])
    assert (len(tally.ballots), len(tally.open)) == (0, 2)
    found = tally.after(BLANK).totals()
    assert (found.votes, found.against, found.blank) == ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    of_hamlets = replace(THREE, reasons=("unmarked",))
    assert read_keys(of_hamlets, [BLANK, BLANK]).fault(BLANK) is TallyFault.NOBODY
    assert read_keys(replace(THREE, seats=2), [AGREE, AGREE]).fault(AGREE) is TallyFault.OVER_SEATS


def test_another_reason_is_said_in_words() -> None:
    assert Tally(HEAD).fault(invalid(OTHER, "  ")) is TallyFault.UNKNOWN
    found = read_keys(HEAD, [invalid(OTHER, "rách đôi"), invalid(OTHER, "rách đôi"), invalid("marked")])
    assert found.totals().reasons == ((OTHER, "rách đôi", 2), ("marked", "", 1))
    assert found.ballots[0].words == "rách đôi"


def test_a_key_with_a_fault_is_never_counted() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        read_keys(HEAD, [AGREE])


def test_the_log_strikes_what_was_taken_back() -> None:
    told = logged_ballots(COMMITTEE, [mark(0), mark(1), BACK, mark(2), END, BACK, mark(3), END, mark(4)])
    assert [(line.number, line.struck, line.finished) for line in told] == [
        (1, True, True),
        (1, False, True),
        (2, False, False),
    ]
    assert [(key.candidate, struck) for _, key, struck in told[0].keys] == [
        (0, False),
        (1, True),
        (2, False),
        (None, False),
    ]


def test_only_the_number_for_a_reason_is_compared() -> None:
    first = {(OTHER, "rách đôi"): 1, ("marked", ""): 1}
    assert reasons_that_differ(first, {("marked", ""): 1, (OTHER, "phiếu rách"): 1}) == ()
    assert reasons_that_differ(first, {(OTHER, "phiếu rách"): 1, ("too_many", ""): 1}) == (
        "marked",
        "too_many",
    )
