"""A count ballot by ballot becomes an entry; no key is lost or stored twice, nobody sees the other count."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import func, select

from desktop.bootstrap import open_office
from desktop.errors import RequestRefused, StepRefused
from desktop.models.audit import AuditEntry
from desktop.models.counting import TallyKeyRow, TallyLog
from desktop.models.office import Side
from desktop.models.store.session import reading
from desktop.rules.tally import OTHER, KeyKind, TallyKey
from desktop.services.counting import counts, tallies
from desktop.services.counting.count_drafts import InvalidReason, keep_invalid_reason
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.meetings import BoxCount, record_stock
from desktop.services.office.checking import check_office
from desktop.services.office.workplace import Workplace
from tests.offices.commune import (
    ANH,
    BINH,
    OPENS,
    PASSPHRASE,
    PINS,
    TYPED,
    ballots_of,
    count_by_ballot,
    enter,
    meeting,
    read_ballots,
    traces,
)

ONE, TWO = TallyKey(KeyKind.MARK, 0), TallyKey(KeyKind.MARK, 1)
BACK = TallyKey(KeyKind.BACK)
TORN = TallyKey(KeyKind.INVALID, reason=OTHER, words="phiếu rách đôi")
TOO_MANY = TallyKey(KeyKind.INVALID, reason="too_many")
ASKED = {"present": 10, "issued": 10, "unused": 5}


def sit(office: Workplace, code: str, operator: int = ANH, **asked: object) -> tallies.OpenTally:
    return tallies.sit_at_tally(office, code, operator, PINS[operator], **asked)  # type: ignore[arg-type]


def lock(office: Workplace, opened: tallies.OpenTally, **why: str) -> tallies.TallyLocked:
    return tallies.lock_tally(
        office, opened.code, opened.log, PINS[opened.operator.id], {**opened.asked, **ASKED}, **why
    )


def keys_stored(office: Workplace) -> int:
    with reading(office.database) as session:
        return session.scalar(select(func.count()).select_from(TallyKeyRow)) or 0


def test_two_who_read_the_same_box_agree_as_two_who_typed_the_same(office: Workplace) -> None:
    code = meeting(office)
    first = count_by_ballot(office, code, ANH, TYPED)
    assert first == tallies.TallyLocked(first.entry)
    assert first.entry is not None
    assert (first.entry.state, first.entry.differing) == ("counted_once", ())
    second = enter(office, code, BINH, TYPED)
    assert (second.state, second.differing) == ("agreed", ())
    view = counting_view(office, code)
    assert view is not None
    assert dict(view.figures[0]) == TYPED


def test_the_reasons_of_agreeing_counts_stand_beside_the_count(office: Workplace) -> None:
    code = meeting(office)
    for operator in (ANH, BINH):
        count_by_ballot(office, code, operator, TYPED)
    view = counting_view(office, code)
    assert view is not None
    assert view.state == "agreed"
    assert view.invalid_reasons == (InvalidReason("để lại quá số người được bầu", 1),)
    assert not view.reasons_differ
    assert counts.finalise(office, code).outcome == "elected"


def test_where_only_the_reasons_differ_the_count_agrees_and_says_so(office: Workplace) -> None:
    code = meeting(office)
    for operator, last in ((ANH, TOO_MANY), (BINH, TORN)):
        opened = sit(office, code, operator)
        read_ballots(office, opened, [*ballots_of(TYPED | {"invalid": 0}), last])
        lock(office, opened)
    view = counting_view(office, code)
    assert view is not None
    assert (view.state, view.reasons_differ, view.invalid_reasons) == ("agreed", True, ())
    keep_invalid_reason(office, code, 0, reason="phiếu rách đôi", count=1)
    view = counting_view(office, code)
    assert view is not None
    assert not view.reasons_differ, "somebody decided"


def test_what_was_stored_when_the_power_failed_is_gone_on_from(office: Workplace) -> None:
    code = meeting(office)
    opened = sit(office, code)
    read_ballots(office, opened, [ONE, TWO, TWO])
    folder, clock = office.database.folder, office.clock
    office.database.engine.dispose()
    again = open_office(folder, PASSPHRASE, clock)
    try:
        found = sit(again, code)
        assert (found.log, found.attempt, found.keys) == (opened.log, 1, (ONE, TWO, TWO))
        read_ballots(again, found, [BACK, ONE])
        assert sit(again, code).keys == (ONE, TWO, TWO, BACK, ONE)
    finally:
        again.database.close()


def test_keys_that_were_stored_though_nobody_heard_of_it_are_not_stored_twice(office: Workplace) -> None:
    opened = sit(office, meeting(office))
    assert read_ballots(office, opened, [ONE, TWO]) == 2
    assert read_ballots(office, opened, [ONE, TWO, TWO]) == 3
    assert keys_stored(office) == 3


@pytest.mark.parametrize(
    ("first", "keys"),
    [(4, [ONE]), (1, [TWO, TWO]), (3, [TallyKey(KeyKind.AGREE)]), (3, [BACK, BACK, BACK])],
    ids=["a gap", "other keys than before", "no key of this ballot", "more taken back than read"],
)
def test_keys_that_do_not_follow_are_refused_whole(
    office: Workplace, first: int, keys: list[TallyKey]
) -> None:
    opened = sit(office, meeting(office))
    read_ballots(office, opened, [ONE, TWO])
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        read_ballots(office, opened, keys, first)
    assert caught.value.code == "tally.key"
    assert traces(office) == before


def test_a_locked_count_takes_no_more_keys_and_is_sealed(office: Workplace) -> None:
    code = meeting(office)
    opened = sit(office, code)
    read_ballots(office, opened, ballots_of(TYPED))
    lock(office, opened)
    with pytest.raises(RequestRefused) as caught:
        read_ballots(office, opened, [ONE], 11)
    assert caught.value.code == "tally.locked"
    assert check_office(office).findings == ()
    with reading(office.database) as session:
        log = session.scalars(select(TallyLog)).one()
        assert log.sha256 is not None
        told = session.scalars(select(AuditEntry).where(AuditEntry.action == "count.tally")).one()
        assert told.actor == f"operator:{ANH}"
        assert told.sealed is not None


def test_another_number_than_the_box_held_wants_a_sentence_that_stands_beside_the_count(
    office: Workplace,
) -> None:
    code = meeting(office)
    record_stock(office, code, [BoxCount("main", 10, 5, 0, 9), BoxCount("mobile", 0, 0, 0, 2)])
    opened = sit(office, code)
    assert opened.in_box == 11
    read_ballots(office, opened, ballots_of(TYPED))
    with pytest.raises(RequestRefused) as caught:
        lock(office, opened)
    assert caught.value.code == "tally.unlike_box"
    assert caught.value.context == {"read": 10, "in_box": 11}
    lock(office, opened, unlike_box="một phiếu dính dưới đáy hòm phụ")
    view = counting_view(office, code)
    assert view is not None
    assert [made.unlike_box for made in view.tallies] == ["một phiếu dính dưới đáy hòm phụ"]
    assert view.tallies[0].read is None, "hidden until the second count is locked"


def test_a_ballot_that_is_not_read_to_its_end_cannot_be_locked(office: Workplace) -> None:
    code = meeting(office, "Lò Thị Ơn", "Giàng A Chớ", "Phùn Thị Mỹ", ballot="agree")
    opened = sit(office, code)
    read_ballots(office, opened, [TallyKey(KeyKind.AGREE)])
    with pytest.raises(RequestRefused) as caught:
        lock(office, opened)
    assert caught.value.code == "tally.open_ballot"


def test_who_differs_reads_the_box_again_and_the_log_before_stays(office: Workplace) -> None:
    code = meeting(office)
    count_by_ballot(office, code, ANH, TYPED)
    wrong = {**TYPED, "candidates[0].votes": 3, "candidates[1].votes": 6}
    differing = count_by_ballot(office, code, BINH, wrong).entry
    assert differing is not None
    assert (differing.state, differing.differing) == (
        "different",
        ("candidates[0].votes", "candidates[1].votes"),
    )
    again = sit(office, code, BINH)
    assert (again.attempt, again.number, again.keys) == (2, 2, ())
    read_ballots(office, again, ballots_of(TYPED))
    agreed = lock(office, again).entry
    assert agreed is not None
    assert agreed.state == "agreed"
    view = counting_view(office, code)
    assert view is not None
    assert [(made.operator.id, made.attempt, made.read) for made in view.tallies] == [
        (ANH, 1, 10),
        (BINH, 1, 10),
        (BINH, 2, 10),
    ]


def test_one_person_counts_alone_by_explicit_choice(office: Workplace) -> None:
    code = meeting(office)
    entry = count_by_ballot(office, code, ANH, TYPED, alone=True).entry
    assert entry is not None
    assert entry.state == "agreed"
    view = counting_view(office, code)
    assert view is not None
    assert (len(view.entries), len(view.invalid_reasons)) == (1, 1)


def test_the_first_counter_cannot_make_the_second_count(office: Workplace) -> None:
    code = meeting(office)
    count_by_ballot(office, code, ANH, TYPED)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        sit(office, code, ANH)
    assert caught.value.code == "entry.same_operator"
    with pytest.raises(StepRefused):
        sit(office, code, BINH, alone=True)
    assert traces(office) == before


def test_nothing_that_the_second_counter_is_given_holds_a_figure_of_the_first(office: Workplace) -> None:
    code = meeting(office)
    count_by_ballot(office, code, ANH, TYPED)
    opened = sit(office, code, BINH)
    assert opened.keys == ()
    assert dict(opened.asked) == {"present": None, "issued": None, "unused": None}
    assert {field.name for field in dataclasses.fields(tallies.TallyLocked)} == {"entry", "clusters_left"}


def test_hands_are_not_read_ballot_by_ballot(office: Workplace) -> None:
    code = meeting(office, ballot="hands")
    with pytest.raises(RequestRefused) as caught:
        sit(office, code)
    assert caught.value.code == "tally.hands"


def test_a_count_of_hamlets_is_nothing_for_who_works_for_the_party(office: Workplace) -> None:
    code = meeting(office)
    opened = sit(office, code)
    of_party = dataclasses.replace(office, side=Side.PARTY)
    with pytest.raises(RequestRefused) as caught:
        sit(of_party, code)
    assert caught.value.code == "side.elections"
    with pytest.raises(RequestRefused) as caught:
        read_ballots(of_party, opened, [ONE])
    assert caught.value.code == "side.elections"


def test_an_interrupted_count_says_at_which_ballot_it_goes_on(office: Workplace) -> None:
    code = meeting(office)
    read_ballots(office, sit(office, code), [ONE, TWO, BACK])
    view = counting_view(office, code)
    assert view is not None
    (begun,) = view.tallies
    assert (begun.operator.name, begun.read, begun.locked_at) == ("Người nhập Anh", 1, None)
    assert OPENS.year == 2024
